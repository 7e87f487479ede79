package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.trend.Arrival;
import io.silvergauge.indicators.trend.Difference;
import io.silvergauge.indicators.trend.Pace;
import io.silvergauge.indicators.trend.Trajectory;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes what is said of one indicator of one city over time. */
final class TrendMaker {
  private static final String YES_NO = "conditions";
  private static final int YEAR = 12;

  private final SchemeView.IndicatorView indicator;
  private final BigDecimal confidence;
  private final Period period;

  /** An indicator as the city's plan has it. */
  TrendMaker(SchemeView scheme, SchemeView.IndicatorView indicator, String period) {
    this.indicator = indicator;
    this.confidence =
        FigureInterval.confidence(
            scheme.robustness() == null ? Robustness.NONE : scheme.robustness());
    this.period = Period.parse(period);
  }

  /**
   * What is said.
   *
   * @param results of the indicator, in order of time, the evaluated period's last
   * @param periods theirs
   * @return null where there is nothing to say
   */
  IndicatorTrend of(List<IndicatorResult> results, List<String> periods) {
    IndicatorResult now = results.get(results.size() - 1);
    IndicatorTrend.Change change = isNew(now) ? change(now, results, periods) : null;
    IndicatorTrend.Way way =
        now.path().isEmpty() || indicator.kind().equals(YES_NO) ? null : way(now, results, periods);
    return change == null && way == null ? null : new IndicatorTrend(change, way);
  }

  private IndicatorTrend.Change change(
      IndicatorResult now, List<IndicatorResult> results, List<String> periods) {
    for (int i = results.size() - 2; i >= 0; i--) {
      if (isNew(results.get(i))) {
        return change(periods.get(i), results.get(i), now);
      }
    }
    return null;
  }

  /** A value that was carried forward says nothing of its own period. */
  private static boolean isNew(IndicatorResult result) {
    return result.amount() != null && result.ageMonths() == 0;
  }

  /** A missing interval leaves the difference as it is; it never makes it "no change". */
  private IndicatorTrend.Change change(String since, IndicatorResult before, IndicatorResult now) {
    BigDecimal difference = now.amount().subtract(before.amount());
    Optional<Interval> was = ends(before);
    Optional<Interval> is = ends(now);
    if (was.isEmpty() || is.isEmpty()) {
      Bilingual reason =
          now.interval() == null || now.interval().fullCount()
              ? new Bilingual("全面统计，不作检验", "a full count needs no test")
              : new Bilingual("其中一期没有区间，不作检验", "one of the two has no interval to test by");
      return new IndicatorTrend.Change(
          since,
          before.amount(),
          plain(difference),
          verdict(difference.signum()),
          "none",
          null,
          null,
          null,
          reason);
    }
    Interval ends =
        Difference.of(
            before.amount().doubleValue(), was.get(), now.amount().doubleValue(), is.get());
    int side = ends.low() > 0 ? 1 : ends.high() < 0 ? -1 : 0;
    return new IndicatorTrend.Change(
        since,
        before.amount(),
        plain(difference),
        side == 0 ? "unclear" : verdict(side),
        "interval",
        confidence,
        OutlookMaker.number(ends.low()),
        OutlookMaker.number(ends.high()),
        null);
  }

  private static Optional<Interval> ends(IndicatorResult result) {
    return Optional.ofNullable(result.interval()).flatMap(FigureInterval::ends);
  }

  private String verdict(int sign) {
    return sign == 0
        ? "same"
        : (sign > 0) == indicator.better().equals("higher") ? "better" : "worse";
  }

  private IndicatorTrend.Way way(
      IndicatorResult now, List<IndicatorResult> results, List<String> periods) {
    List<Pace.Point> points = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (isNew(results.get(i))) {
        points.add(
            new Pace.Point(
                month(Period.parse(periods.get(i)).to()), results.get(i).amount().doubleValue()));
      }
    }
    boolean tooMuch = isAbove(now);
    List<Trajectory.Step> steps =
        now.path().stream().map(step -> step(step, now, tooMuch)).toList();
    Trajectory place = Trajectory.of(points, month(period.to()), steps);
    Trajectory.Step target = steps.get(steps.size() - 1);
    Optional<Pace> pace = Pace.of(points, FigureInterval.confidenceOf(confidence));
    Optional<Arrival> arrival =
        now.amount() == null || target.reached(now.amount().doubleValue())
            ? Optional.empty()
            : Optional.of(Arrival.of(now.amount().doubleValue(), target.bound(), pace));
    boolean late = place.behind().orElse(0) > 0;
    return new IndicatorTrend.Way(
        place.state().name().toLowerCase(Locale.ROOT),
        now.path().get(now.path().size() - 1).by(),
        OutlookMaker.number(target.bound()),
        number(place.expected()),
        late ? number(place.behind()) : null,
        period.months(),
        pace.map(one -> OutlookMaker.number(one.aMonth() * period.months())).orElse(null),
        place.needed().isEmpty()
            ? null
            : OutlookMaker.number(place.needed().getAsDouble() * period.months()),
        arrival.map(one -> month(one.months())).orElse(null),
        arrival.map(one -> month(one.earliest())).orElse(null),
        arrival.map(one -> month(one.latest())).orElse(null),
        arrival.filter(one -> one.earliest().isPresent()).map(one -> confidence).orElse(null),
        place.why().en().isEmpty() ? null : place.why(),
        arrival.map(Arrival::why).filter(why -> !why.en().isEmpty()).orElse(null));
  }

  /**
   * Whether a value lies above a range: above the target's, or inside that and above the range that
   * is asked by now. The whole way then goes by upper bounds, else by lower ones, never by both.
   */
  private boolean isAbove(IndicatorResult now) {
    IndicatorResult.Step target = now.path().get(now.path().size() - 1);
    if (target.upper() == null || now.amount() == null) {
      return false;
    }
    boolean inside =
        now.amount().compareTo(target.value()) >= 0 && now.amount().compareTo(target.upper()) <= 0;
    IndicatorResult.Step asked =
        now.path().stream()
            .filter(step -> !Period.parse(step.by()).to().isAfter(period.to()))
            .reduce((earlier, later) -> later)
            .orElse(now.path().get(0));
    return now.amount().compareTo(target.upper()) > 0
        || (inside && now.amount().compareTo(asked.upper()) > 0);
  }

  private static Trajectory.Step step(
      IndicatorResult.Step step, IndicatorResult now, boolean tooMuch) {
    int month = month(Period.parse(step.by()).to());
    boolean above = tooMuch && step.upper() != null;
    BigDecimal bound = above ? step.upper() : step.value();
    boolean atMost =
        above || (step.upper() == null && operator(now).equals(Operator.AT_MOST.symbol()));
    return new Trajectory.Step(month, bound.doubleValue(), !atMost);
  }

  private static String operator(IndicatorResult now) {
    return now.judgements().stream()
        .filter(one -> one.profile().equals(Profile.PLAN) && one.operator() != null)
        .findFirst()
        .map(IndicatorResult.JudgementResult::operator)
        .orElse(Operator.AT_LEAST.symbol());
  }

  private static int month(YearMonth month) {
    return month.getYear() * YEAR + month.getMonthValue() - 1;
  }

  private String month(OptionalInt ahead) {
    return ahead.isEmpty() ? null : period.to().plusMonths(ahead.getAsInt()).toString();
  }

  private static BigDecimal number(OptionalDouble value) {
    return value.isEmpty() ? null : OutlookMaker.number(value.getAsDouble());
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(value.stripTrailingZeros().toPlainString());
  }
}
