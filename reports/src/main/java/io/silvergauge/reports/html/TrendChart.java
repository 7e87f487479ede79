package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.Point;
import io.silvergauge.indicators.evaluation.IndicatorResult.Step;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.ProfileView;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.reports.chart.Datum;
import io.silvergauge.reports.chart.Trend;
import io.silvergauge.reports.text.Dates;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Makes the chart of one indicator over the periods. */
final class TrendChart {
  private final IndicatorView indicator;
  private final List<ProfileView> profiles;
  private final Amounts amounts;
  private final Wording wording;
  private final String planned;

  /**
   * A maker of the chart.
   *
   * @param profiles those beside the plan
   * @param planned what the targets of the plan are called
   */
  TrendChart(
      IndicatorView indicator,
      List<ProfileView> profiles,
      Amounts amounts,
      Wording wording,
      String planned) {
    this.indicator = indicator;
    this.profiles = profiles;
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
                times(series.stream().map(Point::period).toList(), wording),
                List.of(
                    new Trend.Line(
                        wording.say("chart.own.value"), series.stream().map(this::datum).toList())),
                steps(result),
                words(wording)),
            id));
  }

  /** What the plan asks in each period, then what each profile does. */
  private List<Trend.Steps> steps(IndicatorResult result) {
    List<Trend.Steps> steps = new ArrayList<>(steps(planned, true, result.path(), result));
    for (ProfileView profile : profiles) {
      String name = wording.name(profile.name());
      result.judgements().stream()
          .filter(judgement -> judgement.profile().equals(profile.id()))
          .forEach(judgement -> steps.addAll(steps(name, false, judgement.path(), result)));
    }
    return steps;
  }

  /** A range has two bounds, each with steps of its own. */
  private List<Trend.Steps> steps(
      String name, boolean plan, List<Step> path, IndicatorResult result) {
    if (path.stream().allMatch(step -> step.upper() == null)) {
      return List.of(asked(name, plan, path, result, Step::value));
    }
    return List.of(
        asked(wording.say("chart.lower", "name", name), plan, path, result, Step::value),
        asked(wording.say("chart.upper", "name", name), plan, path, result, Step::upper));
  }

  private static Trend.Steps asked(
      String name,
      boolean plan,
      List<Step> path,
      IndicatorResult result,
      Function<Step, BigDecimal> bound) {
    return new Trend.Steps(
        name,
        plan,
        result.series().stream()
            .map(point -> next(path, point.period()).map(bound))
            .map(one -> one.map(b -> OptionalDouble.of(b.doubleValue())))
            .map(one -> one.orElse(OptionalDouble.empty()))
            .toList());
  }

  static List<Trend.Time> times(List<String> periods, Wording wording) {
    Dates dates = wording.dates();
    return periods.stream()
        .map(one -> new Trend.Time(dates.period(one), dates.part(one), dates.year(one)))
        .toList();
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
  private static Optional<Step> next(List<Step> path, String period) {
    Period now = Period.parse(period);
    for (Step step : path) {
      if (!Period.parse(step.by()).to().isBefore(now.to())) {
        return Optional.of(step);
      }
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
  }
}
