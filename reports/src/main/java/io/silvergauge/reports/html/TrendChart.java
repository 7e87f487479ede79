package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.Point;
import io.silvergauge.indicators.evaluation.IndicatorResult.Step;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.reports.chart.Datum;
import io.silvergauge.reports.chart.Trend;
import io.silvergauge.reports.text.Wording;
import java.util.List;
import java.util.OptionalDouble;

/** Makes the chart of one indicator over the periods. */
final class TrendChart {
  private final IndicatorView indicator;
  private final Amounts amounts;
  private final Wording wording;
  private final String planned;

  /**
   * A maker of the chart.
   *
   * @param planned what the targets of the plan are called
   */
  TrendChart(IndicatorView indicator, Amounts amounts, Wording wording, String planned) {
    this.indicator = indicator;
    this.amounts = amounts;
    this.wording = wording;
    this.planned = planned;
  }

  /** None for yes or no, for a single period, and where no period has a value. */
  List<Picture> pictures(IndicatorResult result, String id) {
    List<Point> series = result.series();
    if (amounts.yesNo()
        || series.size() < 2
        || series.stream().allMatch(point -> point.amount() == null)) {
      return List.of();
    }
    return List.of(
        Picture.of(
            new Trend(
                title(),
                Trend.LOW,
                series.stream().map(Point::period).toList(),
                List.of(
                    new Trend.Line(
                        wording.say("chart.own.value"), series.stream().map(this::datum).toList())),
                new Trend.Steps(
                    planned,
                    series.stream().map(point -> asked(result.path(), point.period())).toList()),
                words(wording)),
            id));
  }

  static Trend.Words words(Wording wording) {
    return new Trend.Words(
        wording.say("chart.colon"), wording.say("list.between"), wording.say("list.clause"));
  }

  /** The unit stands in the title, where the numbers do not carry it. */
  private String title() {
    String name = wording.name(indicator.name());
    String unit = wording.word("unit", indicator.unit());
    return percent() || unit.isEmpty()
        ? wording.say("chart.trend.title", "indicator", name)
        : wording.say("chart.trend.unit", "indicator", name, "unit", unit);
  }

  private boolean percent() {
    return indicator.unit().equals("%");
  }

  private Datum datum(Point point) {
    return point.amount() == null
        ? new Datum.Gap(amounts.reason(point.reason()))
        : new Datum.Amount(
            point.amount().doubleValue(),
            percent() ? amounts.value(point.amount(), List.of()) : amounts.number(point.amount()));
  }

  /** What is asked next from a period on; after the last step, what that one asked. */
  private static OptionalDouble asked(List<Step> path, String period) {
    Period now = Period.parse(period);
    for (Step step : path) {
      if (!Period.parse(step.by()).to().isBefore(now.to())) {
        return OptionalDouble.of(step.value().doubleValue());
      }
    }
    return path.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(path.get(path.size() - 1).value().doubleValue());
  }
}
