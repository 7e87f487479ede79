package io.silvergauge.indicators.trend;

import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import java.util.List;
import java.util.Optional;

/**
 * How fast a figure has moved: the slope of the straight line of least squares through its values,
 * with Student's interval {@code b ± t(n − 2) s / √Sxx}. Draper and Smith, Applied Regression
 * Analysis (1998), section 1.4. By hand: 10, 13, 13, 16 every three months rise by 0.6 a month.
 *
 * @param aMonth change a month
 * @param interval of the change; empty for two values, which lie on a line whatever they are
 */
public record Pace(double aMonth, Optional<Interval> interval) {
  /**
   * A value of a period.
   *
   * @param month months from any origin to the period's end
   */
  public record Point(int month, double value) {}

  /** The pace of values in order of time; empty for fewer than two months. */
  public static Optional<Pace> of(List<Point> points, Estimate.Confidence confidence) {
    int count = points.size();
    if (count < 2) {
      return Optional.empty();
    }
    double months = points.stream().mapToDouble(Point::month).sum() / count;
    double mean = points.stream().mapToDouble(Point::value).sum() / count;
    double spread = 0;
    double product = 0;
    for (Point point : points) {
      spread += (point.month() - months) * (point.month() - months);
      product += (point.month() - months) * (point.value() - mean);
    }
    if (spread == 0) {
      return Optional.empty();
    }
    double slope = product / spread;
    if (count == 2) {
      return Optional.of(new Pace(slope, Optional.empty()));
    }
    double rest = 0;
    for (Point point : points) {
      double off = point.value() - mean - slope * (point.month() - months);
      rest += off * off;
    }
    double half = confidence.t(count - 2) * Math.sqrt(rest / (count - 2) / spread);
    return Optional.of(new Pace(slope, Optional.of(new Interval(slope - half, slope + half))));
  }
}
