package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingSeries;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.Snapshot;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What only files tell of whoever sends them: rows that were refused, deliveries that never came.
 * They are a city's where it, or a unit in it, is the sender; else they are the sender's own.
 */
final class Lapses implements Serializable {
  private static final long serialVersionUID = 1;

  private static final Comparator<List<String>> ORDER =
      Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1));

  private final TreeMap<String, TreeMap<String, ArrayList<Issue>>> issues = new TreeMap<>();

  /** What refused rows of one source and sender in one period come to. */
  private record Refused(String source, String sender, Period period) {}

  private Lapses() {}

  /**
   * The lapses of all senders, in each of the periods.
   *
   * @param rejects everything that was refused, counted
   * @param chased what is owed and has not come in full
   * @param periods in order of time
   */
  static Lapses of(
      Assessment assessment, Rejected rejects, Collection<Chase> chased, List<Period> periods) {
    Lapses lapses = new Lapses();
    Names names = new Names(assessment);
    rejects.groups.forEach(
        (group, files) ->
            lapses.add(
                names.regionsOf(group.sender()),
                group.period(),
                names.rows(group.source(), group.sender(), files)));
    for (Period period : periods) {
      Map<List<String>, List<Chase>> owed = new TreeMap<>(ORDER);
      for (Chase chase : chased) {
        if (chase.status() != Chase.Status.LATE
            && !chase.owed().period().to().isAfter(period.to())) {
          owed.computeIfAbsent(
                  List.of(chase.owed().source(), chase.owed().sender()), key -> new ArrayList<>())
              .add(chase);
        }
      }
      owed.forEach(
          (key, open) ->
              lapses.add(
                  names.regionsOf(key.get(1)), period, names.owed(key.get(0), key.get(1), open)));
    }
    return lapses;
  }

  private void add(Set<String> regions, Period period, Issue issue) {
    for (String region : regions) {
      issues
          .computeIfAbsent(region, code -> new TreeMap<>())
          .computeIfAbsent(period.toString(), name -> new ArrayList<>())
          .add(issue);
    }
  }

  /** Those of one city in one period. */
  List<Issue> of(String region, Period period) {
    return issues
        .getOrDefault(region, new TreeMap<>())
        .getOrDefault(period.toString(), new ArrayList<>());
  }

  /** What senders above the cities have to put right, as the last of some periods shows it. */
  List<Finding> ofSenders(
      Assessment assessment, List<Period> periods, Collection<Response> responses) {
    Set<String> cities = new TreeSet<>();
    assessment.cities().forEach(city -> cities.add(city.code()));
    List<Finding> findings = new ArrayList<>();
    for (String region : issues.keySet()) {
      if (!cities.contains(region)) {
        List<Sighting> sightings =
            periods.stream()
                .map(period -> Sighting.of(period, of(region, period), Set.of()))
                .toList();
        findings.addAll(
            FindingSeries.of(
                region,
                sightings,
                assessment.scheme().conduct().followUp(),
                responses.stream().filter(one -> one.city().equals(region)).toList()));
      }
    }
    return findings;
  }

  /** Counts how many rows or cells of each file were refused, by what the file answers. */
  static final class Rejected {
    private final Map<String, Snapshot.Live> byPath = new TreeMap<>();
    private final List<Period> periods;
    private final Map<Refused, TreeMap<String, Integer>> groups =
        new TreeMap<>(
            Comparator.comparing(Refused::source)
                .thenComparing(Refused::sender)
                .thenComparing(Refused::period));

    /**
     * Counts nothing yet.
     *
     * @param periods in order of time
     */
    Rejected(Snapshot snapshot, List<Period> periods) {
      this.periods = periods;
      snapshot.live().forEach(live -> byPath.put(live.path(), live));
    }

    void add(Reject reject) {
      if (!reject.reason().isRemark()) {
        group(byPath.get(reject.file()), reject, periods)
            .ifPresent(
                group ->
                    groups
                        .computeIfAbsent(group, key -> new TreeMap<>())
                        .merge(reject.file(), 1, Integer::sum));
      }
    }
  }

  private static Optional<Refused> group(Snapshot.Live live, Reject reject, List<Period> periods) {
    if (live == null) {
      return DeliveryList.slotOf(reject.file())
          .flatMap(
              slot ->
                  periodOf(slot.period(), periods)
                      .map(period -> new Refused(slot.source(), slot.sender(), period)));
    }
    Period own = Period.parse(reject.period().isEmpty() ? live.period() : reject.period());
    return periodOf(own, periods).map(period -> new Refused(live.source(), live.sender(), period));
  }

  /** The evaluated period in which a reported one ends, or the first after its end. */
  private static Optional<Period> periodOf(Period reported, List<Period> periods) {
    YearMonth start = periods.get(0).from();
    return reported.to().isBefore(start)
        ? Optional.empty()
        : periods.stream().filter(one -> !one.to().isBefore(reported.to())).findFirst();
  }

  /** Names and words of sources and senders. */
  private static final class Names {
    private final Assessment assessment;

    Names(Assessment assessment) {
      this.assessment = assessment;
    }

    /** The cities a sender speaks for from within; else the sender itself. */
    Set<String> regionsOf(String sender) {
      Set<String> cities = new TreeSet<>();
      if (assessment.regions().find(sender).isPresent()) {
        List<String> above = assessment.regions().withAncestors(sender);
        assessment.cities().stream().map(City::code).filter(above::contains).forEach(cities::add);
      }
      return cities.isEmpty() ? Set.of(sender) : cities;
    }

    Issue rows(String source, String sender, Map<String, Integer> files) {
      int count = files.values().stream().mapToInt(Integer::intValue).sum();
      List<Finding.Place> places = new ArrayList<>();
      files.forEach(
          (file, refused) ->
              places.add(
                  new Finding.Place(
                      file, Bilingual.EMPTY, Bilingual.of("%d 处", "%d places", refused))));
      return Issue.of(
          FindingKind.ROWS,
          source,
          sender,
          sourceName(source),
          Bilingual.of(
              "%s 报送的“%s”有 %d 处被拒绝",
              "%s: of '%s' %d cells or rows were refused",
              place(sender),
              sourceName(source),
              count),
          BigDecimal.valueOf(count),
          places,
          department(source),
          new Bilingual(
              "按 rejects.csv 逐项更正后重新报送", "put each right as rejects.csv says, and send again"));
    }

    Issue owed(String source, String sender, List<Chase> open) {
      List<Finding.Place> places = new ArrayList<>();
      for (Chase chase : open) {
        String period = chase.owed().period().toString();
        if (chase.lacking().isEmpty()) {
          places.add(new Finding.Place(period, Bilingual.EMPTY, chase.words()));
        }
        for (String leaf : chase.lacking()) {
          places.add(new Finding.Place(period, Bilingual.EMPTY, Bilingual.same(leaf)));
        }
      }
      return Issue.of(
          FindingKind.DELIVERY,
          source,
          sender,
          sourceName(source),
          Bilingual.of(
              "%s 应报送的“%s”有 %d 期未报或未报全",
              "%s owes '%s' for %d periods, in whole or in part",
              place(sender),
              sourceName(source),
              open.size()),
          BigDecimal.valueOf(open.size()),
          places,
          department(source),
          new Bilingual("补报；见 chase.csv", "send what is owed, see chase.csv"));
    }

    private Bilingual place(String sender) {
      return assessment
          .regions()
          .find(sender)
          .map(Region::name)
          .map(name -> name.en().isEmpty() ? Bilingual.same(name.zh()) : name)
          .orElse(Bilingual.same(sender));
    }

    private Bilingual sourceName(String source) {
      SourceDescription found = assessment.sources().get(source);
      return found == null ? Bilingual.same(source) : found.name();
    }

    /** The department of the first indicator that rests on what a source gives. */
    private String department(String source) {
      SourceDescription found = assessment.sources().get(source);
      if (found == null) {
        return "";
      }
      Collection<String> given = new Reach(assessment.scheme(), assessment.sources()).given(found);
      return assessment.scheme().indicators().stream()
          .filter(one -> one.measure().inputs().stream().anyMatch(given::contains))
          .map(Indicator::department)
          .filter(department -> !department.isEmpty())
          .findFirst()
          .orElse("");
    }
  }
}
