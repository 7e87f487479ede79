package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A relative yardstick laid again on what is published, and held there. */
final class RelativeRule {
  private RelativeRule() {}

  /**
   * The rule of an indicator.
   *
   * @param all cities of the evaluation by code; where the yardstick is one of all periods, the
   *     series of their figures tell the earlier ones
   */
  static Yardstick.Rule of(
      SchemeView scheme, SchemeView.IndicatorView indicator, List<RegionEvaluation> all) {
    List<String> codes = all.stream().map(city -> city.region().code()).toList();
    Yardstick.Rule rule = Methods.relative(indicator, scheme.fullScore().doubleValue(), codes);
    List<Column> reference = new ArrayList<>(List.of(amounts(indicator.id(), all)));
    if (indicator.relative().orElseThrow().overAll()) {
      reference.add(earlier(indicator.id(), all));
    }
    Yardstick laid = rule.fit(Column.joined(reference));
    return new Yardstick.Rule(
        rule.id(),
        rule.direction(),
        rule.treatment(),
        laid.rule().transform(),
        new Normalisation.Laid(laid),
        rule.constant());
  }

  /** The values of the period, of cities in whose standing the indicator takes part. */
  static Column amounts(String indicator, List<RegionEvaluation> cities) {
    List<OptionalDouble> cells = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      cells.add(
          city.score(ResultKind.STANDING.code(), indicator).isEmpty()
              ? OptionalDouble.empty()
              : city.indicators().stream()
                  .filter(one -> one.id().equals(indicator) && one.amount() != null)
                  .mapToDouble(one -> one.amount().doubleValue())
                  .findFirst());
    }
    return Column.of(cells);
  }

  private static Column earlier(String indicator, List<RegionEvaluation> cities) {
    List<OptionalDouble> cells = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      city.indicators().stream()
          .filter(one -> one.id().equals(indicator))
          .flatMap(one -> one.series().stream())
          .filter(point -> !point.period().equals(city.period()) && point.amount() != null)
          .map(IndicatorResult.Point::amount)
          .map(BigDecimal::doubleValue)
          .forEach(value -> cells.add(OptionalDouble.of(value)));
    }
    return Column.of(cells);
  }
}
