package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Rule;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Suppression;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds which reported counts of persons must not be shown: the small ones, and so many others that
 * what is shown does not give those back.
 *
 * <p>By hand: of 3, 20, 40 and 60 persons in four units, 123 in the city, the 3 is small. With it
 * alone left out, 123 - 120 gives it back; so another is left out, say the 40, and 43 are left for
 * both: 1 + 42 up to 4 + 39. Who knows the rule knows no more: the others come in an order that has
 * nothing to do with their size.
 */
public final class SmallCounts {
  private static final Set<String> SUMMED =
      Set.of(
          Reason.ZERO_DENOMINATOR.code(),
          Reason.IMPOSSIBLE_SHARE.code(),
          Reason.MORE_LEFT_OUT.code());

  private final Scheme scheme;
  private final Suppression rule;
  private final RegionTree tree;
  private final Plan plan;
  private final Map<Withheld.Cell, Fraction> values = new HashMap<>();
  private final Set<Withheld.Cell> hidden = new HashSet<>();
  private final Set<Withheld.Total> totals = new HashSet<>();

  /** Values whose sum is known: it is printed, or follows from what is. */
  private final Set<Set<Withheld.Cell>> sums = new LinkedHashSet<>();

  private final Set<Parts> stated = new LinkedHashSet<>();

  private SmallCounts(Scheme scheme, RegionTree tree, Plan plan) {
    this.scheme = scheme;
    this.rule = scheme.policies().suppression();
    this.tree = tree;
    this.plan = plan;
  }

  /**
   * What must not be shown of a city.
   *
   * @param all everything that is to be shown of it: all its periods
   */
  public static Withheld of(Scheme scheme, RegionTree tree, Plan plan, List<RegionEvaluation> all) {
    SmallCounts counts = new SmallCounts(scheme, tree, plan);
    all.forEach(counts::values);
    counts.values.forEach(
        (cell, persons) -> {
          if (counts.rule.small(persons)) {
            counts.hidden.add(cell);
          }
        });
    all.forEach(counts::figures);
    counts.differences();
    counts.protect();
    return new Withheld(counts.hidden, counts.totals);
  }

  private boolean counts(String statistic) {
    Statistic found = scheme.statistics().get(statistic);
    return found != null && rule.counts(found, scheme.units());
  }

  /** Sums of one value that came in several units are one value. */
  private void values(RegionEvaluation city) {
    Map<Withheld.Cell, Fraction> own = new HashMap<>();
    for (RegionEvaluation.Input input : city.inputs()) {
      if (counts(input.statistic()) && input.mark().equals(RegionEvaluation.Input.NUMBER)) {
        own.merge(
            Withheld.Cell.of(input),
            Suppression.persons(Fraction.of(input.value()), input.unit(), scheme.units()),
            Fraction::plus);
      }
    }
    values.putAll(own);
  }

  // ---------------------------------------------------------------- what figures print

  private void figures(RegionEvaluation city) {
    Map<String, Indicator> indicators = new HashMap<>();
    plan.indicators(scheme).forEach(one -> indicators.put(one.id(), one));
    Map<String, Set<Withheld.Cell>> byStatistic = cells(city);
    for (IndicatorResult result : city.indicators()) {
      Indicator indicator = indicators.get(result.id());
      if (indicator != null && indicator.measure().inputs().stream().anyMatch(this::counts)) {
        figure(indicator.measure(), result, byStatistic);
      }
    }
    for (Check check : scheme.checks()) {
      if (check.rule() instanceof Rule.Total total) {
        parts(total, byStatistic);
      }
    }
  }

  /** The parts of a stated total, which a check holds against it in every unit. */
  private record Parts(Withheld.Cell total, Set<Withheld.Cell> of) {}

  /** The city's own values, by statistic; those of its province are sums of nothing shown here. */
  private Map<String, Set<Withheld.Cell>> cells(RegionEvaluation city) {
    Map<String, Set<Withheld.Cell>> cells = new TreeMap<>();
    for (RegionEvaluation.Input input : city.inputs()) {
      Withheld.Cell cell = Withheld.Cell.of(input);
      if (values.containsKey(cell)) {
        cells.computeIfAbsent(input.statistic(), key -> new LinkedHashSet<>()).add(cell);
      }
    }
    return cells;
  }

  private void figure(
      Measure measure, IndicatorResult result, Map<String, Set<Withheld.Cell>> byStatistic) {
    Set<String> left = leftOut(result);
    boolean each = measure instanceof Measure.EachUnit;
    if (!each && (result.amount() != null || SUMMED.contains(result.reason()))) {
      for (String statistic : measure.inputs()) {
        byPeriod(byStatistic.getOrDefault(statistic, Set.of()), left).forEach(sums::add);
      }
    }
    Map<String, Map<String, List<Withheld.Cell>>> ofUnits = new HashMap<>();
    List<Optional<Formula>> shown = shown(measure);
    for (int i = 0; i < shown.size(); i++) {
      boolean first = i == 0;
      Optional<Formula> formula =
          shown.get(i).filter(one -> one.inputs().stream().allMatch(this::counts));
      if (formula.isEmpty()) {
        continue;
      }
      if (!each && few(formula.get(), first ? result.numerator() : result.denominator())) {
        for (String statistic : formula.get().inputs()) {
          byStatistic.getOrDefault(statistic, Set.of()).stream()
              .filter(cell -> values.get(cell).signum() != 0)
              .forEach(cell -> totals.add(cell.total()));
        }
      }
      for (IndicatorResult.UnitResult unit : result.units()) {
        if (few(formula.get(), first ? unit.numerator() : unit.denominator())) {
          for (String statistic : formula.get().inputs()) {
            ofUnits
                .computeIfAbsent(statistic, one -> byUnit(byStatistic.get(one)))
                .getOrDefault(unit.code(), List.of())
                .stream()
                .filter(cell -> values.get(cell).signum() != 0)
                .forEach(hidden::add);
          }
        }
      }
    }
  }

  /** Units that are not in the figure's sum. */
  private static Set<String> leftOut(IndicatorResult result) {
    return result.units().stream()
        .filter(unit -> unit.amount() == null && !SUMMED.contains(unit.reason()))
        .map(IndicatorResult.UnitResult::code)
        .collect(Collectors.toSet());
  }

  private static List<Optional<Formula>> shown(Measure measure) {
    if (measure instanceof Measure.Ratio ratio) {
      return List.of(Optional.of(ratio.of()), Optional.of(ratio.in()));
    }
    if (measure instanceof Measure.Count count) {
      return List.of(Optional.of(count.of()));
    }
    if (measure instanceof Measure.EachUnit each) {
      return List.of(Optional.of(each.count()));
    }
    return measure instanceof Measure.Amount amount
        ? List.of(Optional.of(new Formula.Input(amount.of())))
        : List.of();
  }

  /** Whether a printed number counts few persons, for example as the difference of two. */
  private boolean few(Formula formula, BigDecimal printed) {
    if (printed == null || formula.inputs().isEmpty()) {
      return false;
    }
    String unit = scheme.statistic(formula.inputs().iterator().next()).unit();
    return rule.small(Suppression.persons(Fraction.of(printed), unit, scheme.units()));
  }

  /** Found without a search: a city may have tens of thousands of units. */
  private static Map<String, List<Withheld.Cell>> byUnit(Set<Withheld.Cell> cells) {
    return cells == null
        ? Map.of()
        : cells.stream().collect(Collectors.groupingBy(Withheld.Cell::region));
  }

  private List<Set<Withheld.Cell>> byPeriod(Set<Withheld.Cell> cells, Set<String> leftOut) {
    Map<String, Set<Withheld.Cell>> byPeriod = new TreeMap<>();
    for (Withheld.Cell cell : cells) {
      if (isOwn(cell) && !leftOut.contains(cell.region())) {
        byPeriod.computeIfAbsent(cell.period(), key -> new LinkedHashSet<>()).add(cell);
      }
    }
    return List.copyOf(byPeriod.values());
  }

  private boolean isOwn(Withheld.Cell cell) {
    return tree.find(cell.region()).isEmpty()
        || tree.withAncestors(cell.region()).contains(plan.region());
  }

  private void parts(Rule.Total total, Map<String, Set<Withheld.Cell>> byStatistic) {
    for (Withheld.Cell whole : byStatistic.getOrDefault(total.total(), Set.of())) {
      Set<Withheld.Cell> parts = new LinkedHashSet<>();
      for (String part : total.parts()) {
        Withheld.Cell cell = new Withheld.Cell(part, whole.period(), whole.region());
        if (values.containsKey(cell)) {
          parts.add(cell);
        }
      }
      if (parts.size() == total.parts().size()) {
        stated.add(new Parts(whole, parts));
      }
    }
  }

  /** Of two sums of which one is part of the other, what is left is known too. */
  private void differences() {
    List<Set<Withheld.Cell>> known = new ArrayList<>(sums);
    for (Set<Withheld.Cell> large : known) {
      for (Set<Withheld.Cell> small : known) {
        if (large.size() > small.size() && large.containsAll(small)) {
          Set<Withheld.Cell> rest = new LinkedHashSet<>(large);
          rest.removeAll(small);
          sums.add(rest);
        }
      }
    }
  }

  // ---------------------------------------------------------------- what protects them

  private void protect() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Parts parts : stated) {
        changed |= protect(parts);
      }
      for (Set<Withheld.Cell> sum : sums) {
        while (open(sum)) {
          changed = true;
          hideOneMore(sum);
        }
      }
    }
  }

  /** Neither a part nor the whole may be all that is not shown of a stated total. */
  private boolean protect(Parts parts) {
    boolean changed = false;
    if (parts.of().stream().anyMatch(hidden::contains)) {
      changed = hidden.add(parts.total());
    } else if (hidden.contains(parts.total())) {
      changed = drawn(parts.of()).filter(hidden::add).isPresent();
    }
    if (parts.of().stream().anyMatch(cell -> totals.contains(cell.total()))) {
      changed |= totals.add(parts.total().total());
    }
    return changed;
  }

  /**
   * Whether the values that are not shown can be told from their sum: each small one must still be
   * able to be any number from 1 up, whatever the others are.
   */
  private boolean open(Set<Withheld.Cell> sum) {
    List<Withheld.Cell> out = sum.stream().filter(hidden::contains).toList();
    if (out.isEmpty() || totals.contains(out.get(0).total())) {
      return false;
    }
    Fraction left = out.stream().map(values::get).reduce(Fraction.ZERO, Fraction::plus);
    long small = out.stream().filter(cell -> rule.small(values.get(cell))).count();
    long large = out.size() - small;
    if (small == 0) {
      return large < 2;
    }
    long most = rule.below() - 1 + (small - 1) + large * rule.below();
    return large == 0 || left.compareTo(Fraction.of(most)) < 0;
  }

  private void hideOneMore(Set<Withheld.Cell> sum) {
    Optional<Withheld.Cell> next = drawn(sum);
    if (next.isPresent()) {
      hidden.add(next.get());
    } else {
      totals.add(sum.iterator().next().total());
    }
  }

  /** The first that is shown and more than nought, in an order that says nothing of the values. */
  private Optional<Withheld.Cell> drawn(Set<Withheld.Cell> cells) {
    return cells.stream()
        .filter(cell -> !hidden.contains(cell) && values.get(cell).signum() != 0)
        .map(cell -> Map.entry(lot(cell), cell))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  /** The same in all periods. */
  private static String lot(Withheld.Cell cell) {
    return Sha256.of((cell.statistic() + "\n" + cell.region()).getBytes(StandardCharsets.UTF_8));
  }
}
