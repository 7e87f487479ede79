package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.check.Breach;
import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Place;
import io.silvergauge.indicators.check.Rule;
import io.silvergauge.indicators.check.Seen;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the values of a region's units, as the figures see them, against the checks of a scheme.
 *
 * <p>A check is asked of every unit that reports one of its statistics. Where the region itself is
 * one of them, it has of the others the sum over its units, where that is complete.
 */
final class UnitChecks {
  private static final Comparator<Breach> ORDER =
      Comparator.comparing((Breach breach) -> breach.check().id()).thenComparing(Breach::region);

  private final Scheme scheme;
  private final RegionTree tree;
  private final RollUp reported;

  /** Checks on what {@code reported} says; nothing of it may be held back. */
  UnitChecks(Scheme scheme, RegionTree tree, RollUp reported) {
    this.scheme = scheme;
    this.tree = tree;
    this.reported = reported;
  }

  /** What the checks speak against, sorted by check, region. */
  List<Breach> of(String region, Period period) {
    List<Breach> breaches = new ArrayList<>();
    for (Check check : scheme.checks()) {
      List<Breach> found = new ArrayList<>(of(check, region, period, period));
      if (isMonthly(check)) {
        for (Period month : period.eachMonth()) {
          of(check, region, month, period).stream()
              .filter(one -> found.stream().noneMatch(other -> saysTheSame(one, other)))
              .forEach(found::add);
        }
      }
      breaches.addAll(found);
    }
    return breaches.stream().sorted(ORDER).toList();
  }

  /**
   * Whether a check is asked of each month too: where it looks at what some figure takes month by
   * month, of which the period's own value would show the last alone. How often a value was
   * repeated is counted in periods.
   */
  private boolean isMonthly(Check check) {
    return !(check.rule() instanceof Rule.Unchanged)
        && scheme.indicators().stream()
            .map(Indicator::measure)
            .filter(measure -> measure instanceof Measure.Ratio)
            .map(measure -> (Measure.Ratio) measure)
            .filter(ratio -> ratio.over() != Measure.OverMonths.WHOLE)
            .anyMatch(
                ratio -> check.rule().statistics().stream().anyMatch(ratio.inputs()::contains));
  }

  /** Whether one breach rests on the values of another; a unit that is silent says so once. */
  private static boolean saysTheSame(Breach one, Breach other) {
    return one.region().equals(other.region()) && values(one).equals(values(other));
  }

  private static List<List<Object>> values(Breach breach) {
    return breach.seen().stream()
        .map(seen -> List.<Object>of(seen.statistic(), seen.value(), seen.used()))
        .toList();
  }

  /** What a check finds in a period or one of its months. */
  private List<Breach> of(Check check, String region, Period asked, Period evaluated) {
    Set<String> units = new TreeSet<>();
    check.rule().statistics().forEach(id -> units.addAll(unitsOf(region, id, asked)));
    List<Breach> found = new ArrayList<>();
    for (String unit : units) {
      check
          .rule()
          .broken(new Unit(unit, region, asked, evaluated))
          .ifPresent(broken -> found.add(breach(check, unit, asked, evaluated, broken)));
    }
    boolean nobody = check.rule() instanceof Rule.ExpectedLeaves && found.size() == units.size();
    return nobody && !found.isEmpty()
        ? List.of(breach(check, region, asked, evaluated, broken(found)))
        : found;
  }

  /** Where no unit has said anything, that is one remark about the region. */
  private static Rule.Broken broken(List<Breach> found) {
    return new Rule.Broken(found.get(0).seen(), Map.of());
  }

  private Breach breach(
      Check check, String unit, Period asked, Period evaluated, Rule.Broken broken) {
    Bilingual said = check.said(tree.region(unit).name(), asked.toString(), broken.words());
    return new Breach(
        check,
        unit,
        evaluated,
        broken.seen(),
        asked.equals(evaluated) ? said : Bilingual.of("%s：%s", "%s: %s", asked, said));
  }

  /** The units that report a statistic; a stated share is for the region too. */
  private Set<String> unitsOf(String region, String id, Period period) {
    Statistic statistic = scheme.statistic(id);
    Set<String> units = new TreeSet<>();
    reported.leavesOf(region, id, period).forEach(leaf -> units.add(leaf.code()));
    if (statistic.time() == TimeKind.STATED && !statistic.grain().equals(Grain.SELF)) {
      tree.leaves(region, statistic.grain().levels(), period.lastDay())
          .forEach(leaf -> units.add(leaf.code()));
    }
    return units;
  }

  /** One unit of the region in the evaluated period, or in one of its months. */
  private final class Unit implements Place {
    private final String code;
    private final String region;
    private final Period period;
    private final Period evaluated;

    Unit(String code, String region, Period period, Period evaluated) {
      this.code = code;
      this.region = region;
      this.period = period;
      this.evaluated = evaluated;
    }

    @Override
    public Optional<Seen> seen(String id, int back) {
      Period asked = period.earlier(back);
      if (code.equals(region) && !unitsOf(region, id, asked).contains(code)) {
        return sum(id, asked);
      }
      return reported.reading(tree.region(code), scheme.statistic(id), asked)
                  instanceof Reading.Value value
              && value.tooSmall() == 0
          ? Optional.of(seen(id, asked, value, List.of(code)))
          : Optional.empty();
    }

    private Optional<Seen> sum(String id, Period asked) {
      Reading.Value sum = null;
      List<String> units = new ArrayList<>();
      for (Region leaf : reported.leavesOf(region, id, asked)) {
        Reading reading = reported.reading(leaf, scheme.statistic(id), asked);
        if (reading instanceof Reading.NotApplicable) {
          continue;
        }
        if (!(reading instanceof Reading.Value value) || value.tooSmall() > 0) {
          return Optional.empty();
        }
        sum = sum == null ? value : sum.plus(value);
        units.add(leaf.code());
      }
      return Optional.ofNullable(sum).map(value -> seen(id, asked, value, units));
    }

    private Seen seen(String id, Period asked, Reading.Value value, List<String> units) {
      List<LeafSum> used = value.used().stream().sorted(LeafSum.ORDER).toList();
      return new Seen(id, asked, value.value(), value.referenceDate(), value.age(), units, used);
    }

    @Override
    public boolean silent(String id) {
      return !reportsInWhole(id)
          && reported.reading(tree.region(code), scheme.statistic(id), period)
              instanceof Reading.None none
          && (none.reason() == Reason.INPUT_MISSING || none.reason() == Reason.TOO_OLD);
    }

    /** Of a month: whether the unit says it of several at once. */
    private boolean reportsInWhole(String id) {
      return !period.equals(evaluated)
          && reported.reading(tree.region(code), scheme.statistic(id), evaluated)
              instanceof Reading.Value value
          && value.used().stream().anyMatch(sum -> sum.period().months() > 1);
    }

    @Override
    public LocalDate lastDay() {
      return period.lastDay();
    }
  }
}
