package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Expected;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds what senders owe against what came up to a day: the chase list 催报. */
public final class ChaseList {
  private final Assessment assessment;
  private final LocalDate asOf;

  /** Of an assessment on a day. */
  public ChaseList(Assessment assessment, LocalDate asOf) {
    this.assessment = assessment;
    this.asOf = asOf;
  }

  /** What is live of what is owed, whose regions decide whether it is whole. */
  public List<Delivery> live() {
    return LiveDelivery.asOf(assessment.deliveries(), asOf).stream()
        .map(LiveDelivery::delivery)
        .filter(one -> assessment.expected().stream().anyMatch(owed -> owed.isAnsweredBy(one)))
        .toList();
  }

  /**
   * The list.
   *
   * @param regions codes of the regions of which each live delivery says something, by its path
   * @return by the day it was due, then by sender; what is not due yet is not in it
   */
  public List<Chase> of(Map<String, Set<String>> regions) {
    List<Delivery> live = live();
    List<Chase> list = new ArrayList<>();
    for (Expected owed : assessment.expected()) {
      chase(owed, live.stream().filter(owed::isAnsweredBy).toList(), regions).ifPresent(list::add);
    }
    return list;
  }

  private Optional<Chase> chase(
      Expected owed, List<Delivery> live, Map<String, Set<String>> regions) {
    if (live.isEmpty()) {
      long days = ChronoUnit.DAYS.between(owed.due(), asOf);
      return days > 0
          ? Optional.of(new Chase(owed, Chase.Status.MISSING, days, List.of(), List.of()))
          : Optional.empty();
    }
    LocalDate first =
        assessment.deliveries().stream()
            .filter(one -> owed.isAnsweredBy(one) && one.mode() != Delivery.Mode.WITHDRAW)
            .map(Delivery::received)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    long days = Math.max(0, ChronoUnit.DAYS.between(owed.due(), first));
    Set<String> said = new TreeSet<>();
    live.forEach(one -> said.addAll(regions.getOrDefault(one.path(), Set.of())));
    List<String> lacking = new ArrayList<>();
    for (Map.Entry<String, Region> leaf : leaves(owed).entrySet()) {
      if (!said.contains(leaf.getKey())) {
        lacking.add(leaf.getKey() + " " + leaf.getValue().name().zh());
      }
    }
    List<String> files = live.stream().map(Delivery::path).sorted().toList();
    boolean due = owed.due().isBefore(asOf);
    if (due && (said.isEmpty() || !lacking.isEmpty())) {
      return Optional.of(new Chase(owed, Chase.Status.IN_PART, days, lacking, files));
    }
    return days > 0
        ? Optional.of(new Chase(owed, Chase.Status.LATE, days, List.of(), files))
        : Optional.empty();
  }

  /** The leaves of the cities below the sender, as far as the source's statistics reach. */
  private Map<String, Region> leaves(Expected owed) {
    SourceDescription source = assessment.sources().get(owed.source());
    Map<String, Region> leaves = new TreeMap<>();
    for (City city : assessment.citiesIn(owed.period())) {
      if (assessment.regions().withAncestors(city.code()).contains(owed.sender())) {
        for (String id : source.statistics()) {
          for (Region leaf : leaves(city, assessment.scheme().statistic(id), owed.period())) {
            leaves.put(leaf.code(), leaf);
          }
        }
      }
    }
    return leaves;
  }

  private List<Region> leaves(City city, Statistic statistic, Period period) {
    return statistic.grain().equals(Grain.SELF) || statistic.time() == TimeKind.STATED
        ? List.of(assessment.regions().region(city.code()))
        : assessment.regions().leaves(city.code(), statistic.grain().levels(), period.lastDay());
  }
}
