package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.Refusals.Refusal;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.ingest.Reject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells of what was refused whose it is: of the cities in which the row's region lies; where that
 * cannot be told, of all cities of the sender's: those below it, and those in which it lies. A
 * plain function.
 */
final class RefusalFinder implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Refused> BY_PLACE =
      Comparator.comparing(Refused::reject, Reject.ORDER);

  private final SmallRejects small;
  private final Scheme scheme;
  private final RegionTree tree;
  private final TreeMap<String, ArrayList<String>> given = new TreeMap<>();
  private final TreeMap<String, ArrayList<String>> citiesOf = new TreeMap<>();
  private final TreeMap<String, ArrayList<String>> citiesIn = new TreeMap<>();
  private final TreeMap<String, ArrayList<Refused>> files = new TreeMap<>();

  /**
   * Tells it for an assessment.
   *
   * @param citiesOf the cities to whose figures a region belongs, by the region's code
   * @param files what was refused without being read
   */
  RefusalFinder(Assessment assessment, Map<String, List<String>> citiesOf, List<Refused> files) {
    this.scheme = assessment.scheme();
    this.tree = assessment.regions();
    Reach reach = new Reach(scheme, assessment.sources());
    this.small = new SmallRejects(assessment, reach);
    assessment
        .sources()
        .forEach((id, source) -> given.put(id, new ArrayList<>(reach.given(source))));
    citiesOf.forEach((region, of) -> this.citiesOf.put(region, new ArrayList<>(of)));
    for (City city : assessment.cities()) {
      for (String above : tree.withAncestors(city.code())) {
        citiesIn.computeIfAbsent(above, code -> new ArrayList<>()).add(city.code());
      }
    }
    byCity(files).forEach((city, own) -> this.files.put(city, new ArrayList<>(own)));
  }

  /** What of it belongs to each city; of what is alike, only so many as a city lists. */
  Map<String, List<Refused>> byCity(Collection<Refused> refused) {
    Map<String, Map<String, List<Refused>>> kept = new TreeMap<>();
    for (Refused one : refused.stream().sorted(BY_PLACE).toList()) {
      if (one.reject().reason().isRemark()) {
        continue;
      }
      String alike = String.join("\t", one.reject().file(), one.reads(), one.reject().statistic());
      for (String city : citiesOf(one)) {
        List<Refused> own =
            kept.computeIfAbsent(city, code -> new TreeMap<>())
                .computeIfAbsent(alike, key -> new ArrayList<>());
        if (own.size() < Refusals.LISTED) {
          own.add(one);
        } else {
          own.set(own.size() - 1, own.get(own.size() - 1).andAnother());
        }
      }
    }
    Map<String, List<Refused>> byCity = new TreeMap<>();
    kept.forEach(
        (city, lists) -> {
          List<Refused> all = new ArrayList<>();
          lists.values().forEach(all::addAll);
          byCity.put(city, all);
        });
    return byCity;
  }

  private List<String> citiesOf(Refused one) {
    String region = one.reject().region();
    if (!region.isEmpty()) {
      return citiesOf.getOrDefault(region, new ArrayList<>());
    }
    TreeSet<String> all = new TreeSet<>(citiesOf.getOrDefault(one.sender(), new ArrayList<>()));
    all.addAll(citiesIn.getOrDefault(one.sender(), new ArrayList<>()));
    return List.copyOf(all);
  }

  /** What was refused of a city's as far as a period reads it. */
  Refusals of(String city, Period period, Collection<Refused> read) {
    List<Refused> all = new ArrayList<>(read);
    all.addAll(files.getOrDefault(city, new ArrayList<>()));
    List<Refused> own = all.stream().filter(one -> reads(period, one)).sorted(BY_PLACE).toList();
    List<Refused> listed = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<Refused> further = new ArrayList<>();
    for (Refused one : own) {
      boolean first = told.add(one.reject().file() + "\t" + one.reject().region());
      (first && listed.size() < Refusals.LISTED ? listed : further).add(one);
    }
    further.stream().limit(Refusals.LISTED - listed.size()).forEach(listed::add);
    return new Refusals(
        own.stream().mapToInt(Refused::count).sum(),
        listed.stream().sorted(BY_PLACE).map(this::refusal).toList());
  }

  private boolean reads(Period period, Refused one) {
    Period own = Period.parse(one.reads());
    List<String> said = statistics(one);
    return (said.isEmpty() ? scheme.statistics().keySet() : said)
        .stream()
            .filter(scheme.statistics()::containsKey)
            .anyMatch(id -> scheme.reaches(scheme.statistic(id), period, own));
  }

  private List<String> statistics(Refused one) {
    return one.reject().statistic().isEmpty()
        ? given.getOrDefault(one.source(), new ArrayList<>())
        : List.of(one.reject().statistic());
  }

  private Refusal refusal(Refused one) {
    Reject reject = small.of(one.reject(), one.source());
    Optional<Region> region = tree.find(reject.region());
    return new Refusal(
        region.map(Region::code).orElse(null),
        region.map(Region::name).orElse(null),
        statistics(one),
        one.reads(),
        reject.file(),
        reject.sheet().isEmpty() ? null : reject.sheet(),
        reject.row(),
        reject.column().isEmpty() ? null : reject.column(),
        reject.reason().name(),
        reject.sentence());
  }
}
