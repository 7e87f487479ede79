package io.silvergauge.indicators.screen;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.screen.Suspicion.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks through the figures of one city in one period. Knows its finished evaluation only. */
public final class Screens {
  /** Fewer counts say nothing about their last digits. */
  static final int COUNTS = 20;

  /** Counts below this end in few digits anyway. */
  private static final BigDecimal SMALLEST = BigDecimal.TEN;

  /** So seldom would chance bring as many counts that end in 0 or 5. */
  static final double SELDOM = 0.001;

  private static final double ZERO_OR_FIVE = 0.2;

  /** Fewer units may all be at 100 % without surprise. */
  static final int UNITS = 5;

  /** Below so many in the denominator, equality is no surprise. */
  private static final BigDecimal COUNTED = new BigDecimal(50);

  /** How many periods in a row are the same. */
  static final int PERIODS = 3;

  /** How many times the largest earlier step a step at the deadline is. */
  private static final BigDecimal LEAP = new BigDecimal(3);

  /** How little above its target a figure lies, as a part of the target. */
  private static final BigDecimal JUST = new BigDecimal("0.005");

  /** Kinds of indicators whose figures are quotients of reported values. */
  private static final Set<String> MEASURED = Set.of("share", "per_head", "per_100_households");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final SchemeView scheme;
  private final RegionEvaluation city;
  private final List<Suspicion> found = new ArrayList<>();

  private Screens(SchemeView scheme, RegionEvaluation city) {
    this.scheme = scheme.with(city.plan());
    this.city = city;
  }

  /** What is worth a look: by indicator in the scheme's order, then by statistic. */
  public static List<Suspicion> of(SchemeView scheme, RegionEvaluation city) {
    Screens screens = new Screens(scheme, city);
    for (IndicatorResult result : city.indicators()) {
      screens.scheme.indicator(result.id()).ifPresent(view -> screens.figure(view, result));
    }
    screens.lastDigits();
    return List.copyOf(screens.found);
  }

  private void figure(IndicatorView indicator, IndicatorResult result) {
    if (result.amount() == null || result.denominator() == null) {
      return;
    }
    if (indicator.kind().equals("share")) {
      full(result);
      equal(result);
    }
    if (!MEASURED.contains(indicator.kind())) {
      return; // points and counts of records come in few values
    }
    unchanged(result);
    Optional<JudgementResult> plan =
        result.judgements().stream()
            .filter(one -> one.profile().equals(Profile.PLAN))
            .filter(one -> one.verdict().equals(Verdict.MET.code()) && one.upper() == null)
            .findFirst();
    plan.ifPresent(
        judgement -> {
          atTarget(result, judgement);
          deadline(indicator, result, judgement);
        });
  }

  private void full(IndicatorResult result) {
    List<UnitResult> units = units(result);
    if (units.size() >= UNITS
        && units.stream().allMatch(unit -> unit.amount().compareTo(HUNDRED) == 0)) {
      add(
          Kind.ALL_FULL,
          result.id(),
          city.region().code(),
          Bilingual.of("%d 个单位全部恰为 100%%", "all %d units report exactly 100 %%", units.size()));
    }
  }

  private void equal(IndicatorResult result) {
    List<UnitResult> units = units(result);
    List<UnitResult> same =
        units.stream()
            .filter(unit -> unit.denominator() != null && isSame(unit))
            .filter(unit -> unit.denominator().compareTo(COUNTED) >= 0)
            .toList();
    if (same.size() * 4 > units.size()) {
      return; // where most are, it is the rule rather than a surprise
    }
    for (UnitResult unit : same) {
      add(
          Kind.EQUAL,
          result.id(),
          unit.code(),
          Bilingual.of(
              "分子与分母同为 %s，而本市为 %s%%",
              "numerator and denominator are both %s, while the city has %s %%",
              plain(unit.denominator()),
              plain(result.amount().setScale(2, RoundingMode.HALF_EVEN))));
    }
  }

  private static boolean isSame(UnitResult unit) {
    return unit.numerator().compareTo(unit.denominator()) == 0;
  }

  private static List<UnitResult> units(IndicatorResult result) {
    return result.units().stream().filter(unit -> unit.amount() != null).toList();
  }

  /** Neither 0 nor 100, which many figures keep for good reasons. */
  private void unchanged(IndicatorResult result) {
    List<BigDecimal> amounts = amounts(result);
    if (amounts.size() < PERIODS
        || result.amount().signum() == 0
        || result.amount().compareTo(HUNDRED) == 0
        || result.ageMonths() > 0) {
      return;
    }
    List<BigDecimal> last = amounts.subList(amounts.size() - PERIODS, amounts.size());
    if (last.stream().allMatch(one -> one.compareTo(result.amount()) == 0)) {
      add(
          Kind.UNCHANGED,
          result.id(),
          city.region().code(),
          Bilingual.of(
              "连续 %d 期均为 %s", "the same in %d periods, %s", PERIODS, plain(result.amount())));
    }
  }

  private void atTarget(IndicatorResult result, JudgementResult plan) {
    BigDecimal away = result.amount().subtract(plan.target()).abs();
    boolean whole = plan.target().compareTo(HUNDRED) == 0 && away.signum() == 0;
    if (!whole && plan.target().signum() > 0 && away.compareTo(plan.target().multiply(JUST)) <= 0) {
      add(
          Kind.AT_TARGET,
          result.id(),
          city.region().code(),
          Bilingual.of(
              "数值 %s 刚好达到目标 %s",
              "the value %s just reaches its target %s",
              plain(result.amount()),
              plain(plan.target())));
    }
  }

  private void deadline(IndicatorView indicator, IndicatorResult result, JudgementResult plan) {
    List<BigDecimal> amounts = amounts(result);
    if (!city.period().equals(plan.by()) || amounts.size() < PERIODS + 1) {
      return;
    }
    boolean higher = !indicator.better().equals("lower");
    BigDecimal earlier = BigDecimal.ZERO;
    for (int i = 1; i < amounts.size() - 1; i++) {
      earlier = earlier.max(amounts.get(i).subtract(amounts.get(i - 1)).abs());
    }
    BigDecimal before = amounts.get(amounts.size() - 2);
    BigDecimal step = higher ? result.amount().subtract(before) : before.subtract(result.amount());
    boolean missed =
        higher ? before.compareTo(plan.target()) < 0 : before.compareTo(plan.target()) > 0;
    if (missed && earlier.signum() > 0 && step.compareTo(earlier.multiply(LEAP)) > 0) {
      add(
          Kind.DEADLINE,
          result.id(),
          city.region().code(),
          Bilingual.of(
              "到期当期由 %s 变为 %s，此前各期变动不超过 %s",
              "from %s to %s in the period it is due; earlier steps were at most %s",
              plain(before),
              plain(result.amount()),
              plain(earlier)));
    }
  }

  /** The values since the last period without one: periods on both sides of a gap are no row. */
  private static List<BigDecimal> amounts(IndicatorResult result) {
    List<BigDecimal> row = new ArrayList<>();
    for (IndicatorResult.Point point : result.series()) {
      if (point.amount() == null) {
        row.clear();
      } else {
        row.add(point.amount());
      }
    }
    return row;
  }

  // ---------------------------------------------------------------- last digits

  private void lastDigits() {
    Map<String, int[]> counts = new TreeMap<>();
    for (RegionEvaluation.Input input : city.inputs()) {
      BigDecimal value = input.value();
      if (input.mark().equals("number")
          && input.rows() == 1
          && value.stripTrailingZeros().scale() <= 0
          && value.compareTo(SMALLEST) >= 0) {
        int[] count = counts.computeIfAbsent(input.statistic(), key -> new int[3]);
        count[0]++;
        count[1] += value.remainder(new BigDecimal(5)).signum() == 0 ? 1 : 0;
        count[2] += value.remainder(BigDecimal.TEN).signum() == 0 ? 1 : 0;
      }
    }
    counts.forEach(
        (statistic, count) -> {
          boolean rounded = count[2] == count[0]; // told in tens or hundreds throughout
          if (!rounded && count[0] >= COUNTS && chance(count[0], count[1]) < SELDOM) {
            add(
                Kind.LAST_DIGIT,
                statistic,
                city.region().code(),
                Bilingual.of(
                    "%d 个报送值中有 %d 个以 0 或 5 结尾，按随机应约为五分之一",
                    "of %d reported values %d end in 0 or 5; by chance a fifth would",
                    count[0],
                    count[1]));
          }
        });
  }

  /**
   * How likely at least so many of all end in 0 or 5 where each digit is as likely: the upper tail
   * of a binomial distribution.
   */
  static double chance(int all, int ending) {
    double log =
        all * StrictMath.log(1 - ZERO_OR_FIVE); // of thousands, the product would be nought
    double odds = StrictMath.log(ZERO_OR_FIVE / (1 - ZERO_OR_FIVE));
    double tail = ending == 0 ? StrictMath.exp(log) : 0;
    for (int k = 1; k <= all; k++) {
      log += StrictMath.log((all - k + 1) / (double) k) + odds;
      if (k >= ending) {
        tail += StrictMath.exp(log);
      }
    }
    return tail;
  }

  private void add(Kind kind, String subject, String region, Bilingual message) {
    found.add(new Suspicion(kind, subject, region, message));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
