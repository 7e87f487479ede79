package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells of a value that was accepted whether some figure can use it; a plain function. */
final class UnusedFinder implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Scheme scheme;
  private final RegionTree tree;
  private final Map<String, List<String>> citiesOf;
  private final List<Period> periods;
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> askedOfRegion = new TreeSet<>();
  private final Set<String> unitLevels = new TreeSet<>();
  private final Set<String> registersAsked = new TreeSet<>();

  /** Statistics that are asked and counted in a register, by its id. */
  private final HashMap<String, List<String>> counting = new HashMap<>();

  /** Codes of the cities, and of the regions in which they lie. */
  private final HashSet<String> withCities = new HashSet<>();

  /**
   * Tells it for an evaluation.
   *
   * @param citiesOf the cities to whose figures a region belongs, by the region's code
   * @param periods the periods that are evaluated
   */
  UnusedFinder(
      Scheme scheme, RegionTree tree, Map<String, List<String>> citiesOf, List<Period> periods) {
    this.scheme = scheme;
    this.tree = tree;
    this.citiesOf = citiesOf;
    citiesOf.values().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(city -> withCities.addAll(tree.withAncestors(city)));
    this.periods = new ArrayList<>(periods);
    for (Indicator indicator : scheme.indicators()) {
      Measure measure = indicator.measure();
      asked.addAll(measure.inputs());
      if (measure instanceof Measure.Amount || measure instanceof Measure.Conditions) {
        askedOfRegion.addAll(measure.inputs());
      }
      if (measure instanceof Measure.EachUnit each) {
        unitLevels.addAll(each.units().levels());
      }
      if (measure instanceof RegisterMeasure listed) {
        registersAsked.add(listed.selection().register());
      }
    }
    scheme.checks().forEach(check -> asked.addAll(check.rule().statistics()));
    scheme.classifications().stream()
        .filter(one -> one.measure() != null)
        .forEach(one -> asked.addAll(one.measure().inputs()));
    for (String id : List.copyOf(asked)) {
      Statistic statistic = scheme.statistics().get(id);
      if (statistic != null && !statistic.partOf().isEmpty()) {
        asked.add(statistic.partOf()); // it checks one that is asked
      }
    }
    scheme
        .tallies()
        .forEach(
            (id, tally) -> {
              if (asked.contains(id)) {
                counting.computeIfAbsent(tally.register(), x -> new ArrayList<>()).add(id);
              }
            });
  }

  /** What is to be told of a sum that is read; empty where it can be used as expected. */
  Optional<Unused> find(LeafSum sum, String file, String sender) {
    Statistic statistic = scheme.statistics().get(sum.statistic());
    Optional<Region> region = tree.find(sum.region());
    if (statistic == null || region.isEmpty()) {
      return Optional.empty();
    }
    return reason(sum, statistic, region.get(), sender)
        .map(
            reason ->
                new Unused(
                    file,
                    reason == Unused.Reason.NO_INDICATOR ? "" : sum.region(),
                    ofRegion(reason) ? "" : sum.statistic(),
                    sum.period().toString(),
                    reason,
                    sum.rows(),
                    sum.origin().row()));
  }

  /** What is to be told of a record that is read; empty where it can be counted as expected. */
  Optional<Unused> find(RegisterRecord record, String file, String sender) {
    if (registersAsked.contains(record.register())) {
      return reason(record, sender).map(reason -> unused(record, file, reason));
    }
    List<String> counted = counting.getOrDefault(record.register(), List.of());
    boolean read =
        counted.stream()
            .map(scheme::statistic)
            .anyMatch(one -> periods.stream().anyMatch(p -> one.reaches(p, record.period())));
    if (record.id().isEmpty() || (!counted.isEmpty() && !read)) {
      return Optional.empty(); // refused, or of no period that is evaluated
    }
    return (counted.isEmpty() ? Optional.of(Unused.Reason.NO_INDICATOR) : reason(record, sender))
        .map(reason -> unused(record, file, reason));
  }

  private static Unused unused(RegisterRecord record, String file, Unused.Reason reason) {
    return new Unused(
        file,
        reason == Unused.Reason.NO_INDICATOR ? "" : record.region(),
        "",
        record.period().toString(),
        reason,
        1,
        record.origin().row());
  }

  private Optional<Unused.Reason> reason(RegisterRecord record, String sender) {
    if (!withCities.contains(record.region())
        && citiesOf.getOrDefault(record.region(), List.of()).isEmpty()) {
      return Optional.of(Unused.Reason.NO_CITY);
    }
    boolean own =
        tree.withAncestors(record.region()).contains(sender)
            || (tree.find(sender).isPresent()
                && tree.withAncestors(sender).contains(record.region()));
    return own ? Optional.empty() : Optional.of(Unused.Reason.RECORD_NOT_OF_SENDER);
  }

  private static boolean ofRegion(Unused.Reason reason) {
    return switch (reason) {
      case NO_CITY, CODE_NOT_VALID, NOT_OF_SENDER -> true;
      default -> false;
    };
  }

  private Optional<Unused.Reason> reason(
      LeafSum sum, Statistic statistic, Region region, String sender) {
    if (!asked.contains(statistic.id())) {
      return Optional.of(Unused.Reason.NO_INDICATOR);
    }
    if (citiesOf.getOrDefault(region.code(), List.of()).isEmpty()) {
      return Optional.of(Unused.Reason.NO_CITY);
    }
    Optional<Unused.Reason> outside =
        countsAtRegion(statistic, region) ? Optional.empty() : rolledUp(sum, statistic, region);
    if (outside.isPresent()) {
      return outside;
    }
    if (!holds(sum, statistic, region)) {
      return Optional.of(Unused.Reason.CODE_NOT_VALID);
    }
    if (statistic.time() == TimeKind.YEAR_TO_DATE && sum.period().from().getMonthValue() != 1) {
      return Optional.of(Unused.Reason.NOT_FROM_JANUARY);
    }
    boolean foreign =
        tree.find(sender).isPresent() && !tree.withAncestors(region.code()).contains(sender);
    return foreign ? Optional.of(Unused.Reason.NOT_OF_SENDER) : Optional.empty();
  }

  /** Whether the region's own value counts, and not the sum of units below it. */
  private boolean countsAtRegion(Statistic statistic, Region region) {
    boolean isCity = citiesOf.get(region.code()).contains(region.code());
    boolean own =
        statistic.grain().equals(Grain.SELF)
            || statistic.time() == TimeKind.STATED
            || askedOfRegion.contains(statistic.id());
    return own && (isCity || unitLevels.contains(region.level()));
  }

  private Optional<Unused.Reason> rolledUp(LeafSum sum, Statistic statistic, Region region) {
    Set<String> levels = statistic.grain().levels();
    if (levels.contains(region.level())) {
      return Optional.empty();
    }
    if (levels.isEmpty()) {
      return Optional.of(Unused.Reason.OUTSIDE_GRAIN);
    }
    List<Region> leaves = tree.leaves(region.code(), levels, sum.period().lastDay());
    if (!leaves.get(0).equals(region)) {
      return Optional.of(Unused.Reason.ABOVE_GRAIN);
    }
    boolean leafOfACity =
        citiesOf.get(region.code()).stream()
            .anyMatch(city -> tree.leaves(city, levels, sum.period().lastDay()).contains(region));
    return leafOfACity ? Optional.empty() : Optional.of(Unused.Reason.OUTSIDE_GRAIN);
  }

  /** Whether the code holds in some evaluated period that reads the value, or went into another. */
  private boolean holds(LeafSum sum, Statistic statistic, Region region) {
    Validity validity = region.validity();
    return !tree.successors().outOf(region.code()).isEmpty()
        || periods.stream()
            .filter(period -> statistic.reaches(period, sum.period()))
            .anyMatch(
                period ->
                    !validity.from().isAfter(period.lastDay())
                        && validity.to().isAfter(period.firstDay()));
  }

  /** All of them, those of one key together, sorted. */
  static List<Unused> together(Collection<Unused> all) {
    Map<String, Unused> byKey = new TreeMap<>();
    all.forEach(one -> byKey.merge(one.key(), one, Unused::plus));
    return byKey.values().stream().sorted(Unused.ORDER).toList();
  }
}
