package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Suppression;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what must not be shown out of a city's figures, before anything is worked out of them. */
final class Withholding {
  private final Scheme scheme;
  private final Suppression rule;
  private final Withheld withheld;
  private final List<RegionEvaluation.Input> inputs;
  private final List<CheckResult> checks;

  /** Only where something is withheld. */
  private final Map<String, List<RegionEvaluation.Input>> byStatistic;

  /**
   * Works on one period of a city.
   *
   * @param inputs what was reported behind its figures
   * @param checks what checks speak against
   */
  Withholding(
      Scheme scheme,
      Withheld withheld,
      List<RegionEvaluation.Input> inputs,
      List<CheckResult> checks) {
    this.scheme = scheme;
    this.rule = scheme.policies().suppression();
    this.withheld = withheld;
    this.inputs = inputs;
    this.checks = checks;
    this.byStatistic =
        withheld.isEmpty()
            ? Map.of()
            : inputs.stream().collect(Collectors.groupingBy(RegionEvaluation.Input::statistic));
  }

  /** What was reported behind a measure; a city may have tens of thousands of units. */
  private Stream<RegionEvaluation.Input> behind(Measure measure) {
    return measure.inputs().stream()
        .flatMap(statistic -> byStatistic.getOrDefault(statistic, List.of()).stream());
  }

  /** Whether something behind a measure must not be shown. */
  boolean hides(Measure measure) {
    return behind(measure)
        .anyMatch(
            input ->
                withheld.hides(input)
                    || withheld.totals().contains(Withheld.Cell.of(input).total()));
  }

  /** What can be shown of a figure. */
  Figure of(Indicator indicator, Figure figure) {
    Set<String> units =
        behind(indicator.measure())
            .filter(withheld::hides)
            .map(RegionEvaluation.Input::region)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean whole =
        !(indicator.measure() instanceof Measure.EachUnit)
            && behind(indicator.measure())
                .anyMatch(input -> withheld.totals().contains(Withheld.Cell.of(input).total()));
    if (units.isEmpty() && !whole) {
      return held(figure);
    }
    Set<String> known =
        figure.units().stream().map(Figure.UnitFigure::region).collect(Collectors.toSet());
    boolean all = !known.containsAll(units); // a unit that another inherited from
    return new Figure(
        figure.indicator(),
        whole ? withheld(figure.outcome()) : figure.outcome(),
        figure.quality(),
        figure.units().stream()
            .map(one -> all || units.contains(one.region()) ? withheld(one) : one)
            .toList(),
        figure.documents(),
        whole ? List.of() : figure.behind());
  }

  private Figure.UnitFigure withheld(Figure.UnitFigure unit) {
    return new Figure.UnitFigure(unit.region(), withheld(unit.outcome()), unit.meets());
  }

  /** One that has no value for another reason keeps that, without the numbers that go with it. */
  private Outcome withheld(Outcome outcome) {
    boolean numbers =
        outcome instanceof Outcome.Absent absent
            && absent.reason() != Reason.IMPOSSIBLE_SHARE
            && absent.reason() != Reason.MORE_LEFT_OUT;
    return numbers ? held(outcome) : new Outcome.Absent(Reason.SUPPRESSED, why());
  }

  /** A figure that a check holds back says what the check says, which may name a small count. */
  private Figure held(Figure figure) {
    Outcome outcome = held(figure.outcome());
    return outcome == figure.outcome()
        ? figure
        : new Figure(
            figure.indicator(),
            outcome,
            figure.quality(),
            figure.units(),
            figure.documents(),
            figure.behind());
  }

  private Outcome held(Outcome outcome) {
    if (outcome instanceof Outcome.Absent absent && absent.reason() == Reason.CHECK_FAILED) {
      for (CheckResult check : checks) {
        if (tells(check) && absent.detail().zh().contains(check.message().zh())) {
          return new Outcome.Absent(absent.reason(), of(check).message());
        }
      }
    }
    return outcome;
  }

  private Bilingual why() {
    return Bilingual.of(
        "不足 %d 人的人数及可推算出它的数值不予公布",
        "counts of fewer than %d persons are not shown, nor what would give one back",
        rule.below());
  }

  /** What was reported, without the values that must not be shown. */
  List<RegionEvaluation.Input> inputs() {
    return withheld.isEmpty()
        ? inputs
        : inputs.stream().map(one -> withheld.hides(one) ? one.suppressed() : one).toList();
  }

  /** The checks, without what must not be shown. */
  List<CheckResult> checks() {
    return checks.stream().map(this::of).toList();
  }

  private boolean tells(CheckResult check) {
    return check.values().stream().anyMatch(this::hides);
  }

  /**
   * A check, without values that must not be shown. Its message has them in words, so it goes with
   * them.
   */
  private CheckResult of(CheckResult check) {
    if (!tells(check)) {
      return check;
    }
    List<CheckResult.CheckedValue> values =
        check.values().stream()
            .map(one -> counts(one.statistic()) ? one.suppressed() : one)
            .toList();
    return check.saying(Bilingual.of("检查 %s：%s", "check %s: %s", check.check(), why()), values);
  }

  private boolean hides(CheckResult.CheckedValue value) {
    return counts(value.statistic())
        && (withheld
                .cells()
                .contains(new Withheld.Cell(value.statistic(), value.period(), value.region()))
            || few(value.value(), value.unit()));
  }

  private boolean few(BigDecimal value, String unit) {
    return value != null
        && rule.small(Suppression.persons(Fraction.of(value), unit, scheme.units()));
  }

  private boolean counts(String statistic) {
    Statistic found = scheme.statistics().get(statistic);
    return found != null && rule.counts(found, scheme.units());
  }
}
