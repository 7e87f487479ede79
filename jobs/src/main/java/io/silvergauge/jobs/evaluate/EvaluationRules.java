package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.Snapshot;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything evaluating needs beside the sums. */
record EvaluationRules(
    Scheme scheme,
    RegionTree tree,
    Map<String, City> cities,
    Map<String, Plan> plans,
    List<String> precedence,
    List<Period> periods,
    Set<Period> whole,
    Map<String, List<String>> citiesOf,
    Map<String, List<String>> citiesIn,
    Lapses lapses,
    Said said,
    ArrayList<Sent> registers,
    ArrayList<SentRecord> lost,
    UnusedFinder unused,
    RefusalFinder refusals)
    implements Serializable {

  /**
   * The rules of an evaluation.
   *
   * @param periods the periods to evaluate, in order of time
   * @param whole those of them to publish
   * @param files what was refused without being read, a few a file
   */
  static EvaluationRules of(
      Assessment assessment,
      Snapshot snapshot,
      List<Period> periods,
      List<Period> whole,
      List<Refused> files,
      Lapses lapses,
      Said said) {
    ArrayList<Sent> registers = registers(assessment, snapshot);
    TreeMap<String, City> cities = new TreeMap<>();
    TreeMap<String, Plan> plans = new TreeMap<>();
    for (City city : assessment.cities()) {
      cities.put(city.code(), city);
      plans.put(city.code(), assessment.plan(city.code()));
    }
    Map<String, List<String>> citiesOf = new HashMap<>();
    assessment
        .regions()
        .all()
        .forEach(
            region -> {
              List<String> above =
                  assessment.regions().withAncestors(region.code()).stream()
                      .filter(cities::containsKey)
                      .toList();
              if (!above.isEmpty()) {
                citiesOf.put(region.code(), new ArrayList<>(above));
              }
            });
    addInherited(assessment.regions(), citiesOf);
    Map<String, List<String>> citiesIn = new HashMap<>();
    for (String city : cities.keySet()) {
      for (String region : assessment.regions().withAncestors(city)) {
        citiesIn.computeIfAbsent(region, code -> new ArrayList<>()).add(city);
      }
    }
    return new EvaluationRules(
        assessment.scheme(),
        assessment.regions(),
        cities,
        plans,
        new ArrayList<>(assessment.precedence()),
        new ArrayList<>(periods),
        new HashSet<>(whole),
        citiesOf,
        citiesIn,
        lapses,
        said,
        registers,
        lost(registers, snapshot),
        new UnusedFinder(assessment.scheme(), assessment.regions(), citiesOf, periods),
        new RefusalFinder(assessment, citiesOf, files));
  }

  /** What a unit said goes to the cities of what it became as well. */
  private static void addInherited(RegionTree tree, Map<String, List<String>> citiesOf) {
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Successor step : tree.successors().all()) {
        for (String city : citiesOf.getOrDefault(step.to(), List.of())) {
          List<String> cities = citiesOf.computeIfAbsent(step.from(), code -> new ArrayList<>());
          if (!cities.contains(city)) {
            cities.add(city);
            changed = true;
          }
        }
      }
    }
  }

  /** The cities a region belongs to, and those that lie in it: a record of it may be theirs. */
  Set<String> citiesTouching(String region) {
    Set<String> cities = new TreeSet<>(citiesOf.getOrDefault(region, List.of()));
    cities.addAll(citiesIn.getOrDefault(region, List.of()));
    return cities;
  }

  /** The registers that were sent, with or without a record. */
  private static ArrayList<Sent> registers(Assessment assessment, Snapshot snapshot) {
    ArrayList<Sent> sent = new ArrayList<>();
    for (Snapshot.Live live : snapshot.live()) {
      SourceDescription source = assessment.sources().get(live.source());
      boolean takenIn = !live.pack().isEmpty(); // a list that is not there says nothing, not none
      if (source != null && !source.register().isEmpty() && takenIn) {
        sent.add(
            new Sent(live.source(), live.sender(), Period.parse(live.period()), source.register()));
      }
    }
    return sent;
  }

  /** The register that a live batch is of. */
  Sent sent(Snapshot.Live live) {
    return sent(live, registers).orElseThrow();
  }

  private static Optional<Sent> sent(Snapshot.Live live, List<Sent> registers) {
    Period period = Period.parse(live.period());
    return registers.stream()
        .filter(
            one ->
                one.source().equals(live.source())
                    && one.sender().equals(live.sender())
                    && one.period().equals(period))
        .findFirst();
  }

  /**
   * Of a register in several parts those that are not there: something of the sender's is in them,
   * and nobody knows what or where, so that no leaf's count is known.
   */
  private static ArrayList<SentRecord> lost(List<Sent> registers, Snapshot snapshot) {
    ArrayList<SentRecord> lost = new ArrayList<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (live.pack().isEmpty()) {
        sent(live, registers)
            .ifPresent(
                sent ->
                    lost.add(
                        new SentRecord(
                            sent,
                            live.order(),
                            new RegisterRecord(
                                sent.register(),
                                sent.sender(),
                                sent.period(),
                                "",
                                Map.of(),
                                new Origin(live.path(), "", 0, "")))));
      }
    }
    return lost;
  }
}
