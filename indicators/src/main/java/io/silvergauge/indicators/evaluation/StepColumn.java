package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One indicator's values over all cities and periods, with its gaps filled and its yardstick laid
 * on. Yardsticks are taken from what was reported, never from what was filled in.
 */
final class StepColumn {
  /** Reasons for which a value is missing; any other says that there is something to put right. */
  private static final Set<String> MISSING =
      Set.of(Reason.INPUT_MISSING.code(), Reason.INCOMPLETE.code(), Reason.TOO_OLD.code());

  private final SchemeView.IndicatorView indicator;
  private final List<String> periods;
  private final List<String> codes;
  private final List<Column> columns = new ArrayList<>();
  private final List<Yardstick> yardsticks = new ArrayList<>();
  private final Map<String, NodeScore.Imputed> imputed = new HashMap<>();

  /**
   * A column.
   *
   * @param periods in order of time
   * @param codes of all cities, sorted: the units of the columns
   * @param results what the indicator came to, by period and city
   * @param groups the group of peers, by period and city
   */
  StepColumn(
      SchemeView scheme,
      SchemeView.IndicatorView indicator,
      List<String> periods,
      List<String> codes,
      Map<String, Map<String, IndicatorResult>> results,
      Map<String, Map<String, String>> groups) {
    this.indicator = indicator;
    this.periods = periods;
    this.codes = codes;
    periods.forEach(period -> columns.add(column(results.get(period))));
    for (int i = 0; i < periods.size(); i++) {
      if (indicator.relative().isPresent()) {
        yardsticks.add(
            Methods.relative(indicator, scheme.fullScore().doubleValue(), codes).fit(reference(i)));
      }
      if (indicator.imputation().isPresent()) {
        fill(i, results.get(periods.get(i)), groups.get(periods.get(i)));
      }
    }
  }

  private Column column(Map<String, IndicatorResult> results) {
    List<OptionalDouble> cells = new ArrayList<>();
    for (String code : codes) {
      IndicatorResult result = results.get(code);
      cells.add(
          result == null || result.amount() == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(result.amount().doubleValue()));
    }
    return Column.of(cells);
  }

  /** The period's values first, so that a city of reference keeps its place. */
  private Column reference(int period) {
    if (!indicator.relative().orElseThrow().overAll()) {
      return columns.get(period);
    }
    List<Column> all = new ArrayList<>(List.of(columns.get(period)));
    for (int i = 0; i < columns.size(); i++) {
      if (i != period) {
        all.add(columns.get(i));
      }
    }
    return Column.joined(all);
  }

  private void fill(int period, Map<String, IndicatorResult> results, Map<String, String> groups) {
    Imputing imputing = indicator.imputation().orElseThrow();
    List<String> groupOf = codes.stream().map(code -> groups.getOrDefault(code, "")).toList();
    Imputation.Panel panel = new Imputation.Panel(columns, period, groupOf);
    for (Imputation.Filled filled : Methods.imputation(imputing).apply(panel).filled()) {
      String code = codes.get(filled.unit());
      IndicatorResult result = results.get(code);
      if (result != null && MISSING.contains(result.reason())) {
        imputed.put(
            periods.get(period) + " " + code,
            new NodeScore.Imputed(
                Fraction.of(BigDecimal.valueOf(filled.value())).printed(),
                imputing.method(),
                from(imputing, panel, filled, period),
                filled.age()));
      }
    }
  }

  private Bilingual from(
      Imputing imputing, Imputation.Panel panel, Imputation.Filled filled, int period) {
    return switch (imputing.method()) {
      case Imputing.LAST_EARLIER ->
          Bilingual.of(
              "取自 %s 的最近一期数值（早 %d 期）",
              "its last earlier value, of %s, %d periods before",
              periods.get(period - filled.age()),
              filled.age());
      case Imputing.LINEAR ->
          Bilingual.of(
              "%s 与 %s 两期数值之间的直线",
              "on the straight line between its values of %s and %s",
              periods.get(beside(filled.unit(), period, -1)),
              periods.get(beside(filled.unit(), period, 1)));
      default -> {
        String group = panel.groups().get(filled.unit());
        long others = 0;
        for (int unit = 0; unit < codes.size(); unit++) {
          boolean same = panel.groups().get(unit).equals(group);
          others += same && columns.get(period).has(unit) ? 1 : 0;
        }
        if (others == 1) {
          yield new Bilingual(
              "同组中唯一有数据的城市的数值", "the value of the only city of its group that has one");
        }
        yield Bilingual.of(
            "同组 %d 个城市本期数值的%s",
            "the %2$s of the %1$d cities of its group that have one",
            others,
            imputing.method().equals("group_mean")
                ? new Bilingual("平均数", "mean")
                : new Bilingual("中位数", "median"));
      }
    };
  }

  private int beside(int unit, int period, int step) {
    int other = period + step;
    while (!columns.get(other).has(unit)) {
      other += step;
    }
    return other;
  }

  /** What stands for a city's missing value; empty where nothing does. */
  Optional<NodeScore.Imputed> imputed(String period, String code) {
    return Optional.ofNullable(imputed.get(period + " " + code));
  }

  /** The yardstick of a period; empty where the indicator has fixed posts. */
  Optional<Yardstick> yardstick(String period) {
    return yardsticks.isEmpty()
        ? Optional.empty()
        : Optional.of(yardsticks.get(periods.indexOf(period)));
  }

  /** What the yardstick of a period is taken from, in words. */
  Bilingual taken(String period) {
    Relative relative = indicator.relative().orElseThrow();
    int place = periods.indexOf(period);
    return relative.overAll()
        ? Bilingual.of(
            "%s，取自 %s 至 %s 的 %d 个数值",
            "%s over %4$d values of %2$s to %3$s",
            Bilingual.same(relative.method()),
            periods.get(0),
            periods.get(periods.size() - 1),
            reference(place).count())
        : Bilingual.of(
            "%s，取自 %s 的 %d 个数值",
            "%s over %3$d values of %2$s",
            Bilingual.same(relative.method()),
            period,
            reference(place).count());
  }
}
