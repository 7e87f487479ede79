package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.scheme.Robustness;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How sure a figure is, by what the scheme declares of its indicator under {@code intervals}.
 *
 * @param method {@code census} for a full count, which has no interval; else {@code wilson}, {@code
 *     byar}, {@code poisson}, {@code student} or {@code dobson}
 * @param confidence percent of the interval; null for a full count
 * @param low lower end in the indicator's unit; null where there is no interval
 * @param high upper end; null where there is none
 * @param reason why a sampled figure has no interval; null where it has one, and for a full count
 */
public record FigureInterval(
    String method, BigDecimal confidence, BigDecimal low, BigDecimal high, Bilingual reason)
    implements Serializable {
  private static final BigDecimal USUAL = BigDecimal.valueOf(95);

  /** The interval of an amount of a city. */
  static FigureInterval of(
      Robustness robustness, FigureIntervals intervals, IndicatorResult result) {
    String method = intervals.method(result);
    if (method.equals(Robustness.CENSUS)) {
      return new FigureInterval(method, null, null, null, null);
    }
    BigDecimal percent = confidence(robustness);
    try {
      Optional<Interval> interval = intervals.of(result, confidenceOf(percent));
      return new FigureInterval(
          method,
          percent,
          interval.map(ends -> OutlookMaker.number(ends.low())).orElse(null),
          interval.map(ends -> OutlookMaker.number(ends.high())).orElse(null),
          interval.isPresent() ? null : new Bilingual("样本太小", "too small a sample"));
    } catch (InvalidValueException e) {
      return new FigureInterval(method, percent, null, null, e.text());
    }
  }

  /** Percent of the intervals of a scheme's figures, 95 where it does not say. */
  static BigDecimal confidence(Robustness robustness) {
    return robustness.confidence().signum() > 0 ? robustness.confidence() : USUAL;
  }

  static Estimate.Confidence confidenceOf(BigDecimal percent) {
    return new Estimate.Confidence(percent.movePointLeft(2).doubleValue());
  }

  /** Whether it is a full count. */
  public boolean fullCount() {
    return method.equals(Robustness.CENSUS);
  }

  /** Its ends; empty where there are none. */
  Optional<Interval> ends() {
    return low == null
        ? Optional.empty()
        : Optional.of(new Interval(low.doubleValue(), high.doubleValue()));
  }
}
