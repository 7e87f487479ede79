package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Yardstick;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a figure lies with a stated confidence, both ends included.
 *
 * @param low its lower end
 * @param high its upper end, not below {@code low}
 */
public record Interval(double low, double high) implements Serializable {
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "An interval needs finite ends in order, but was %s to %s".formatted(low, high));
    }
  }

  /** Both ends multiplied, for rates per so many; {@code factor} above nought. */
  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }

  /**
   * About as wide as another confidence makes it: on each side of the figure by the ratio of the
   * normal quantiles.
   *
   * @param value the figure it is the interval of
   * @param confidence its own
   * @param wanted the other
   */
  public Interval at(double value, Estimate.Confidence confidence, Estimate.Confidence wanted) {
    if (confidence.equals(wanted)) {
      return this;
    }
    double wider = wanted.z() / confidence.z();
    return new Interval(value - (value - low) * wider, value + (high - value) * wider);
  }

  /**
   * The score's interval: both ends scored, in order, for scores rise or fall with the value all
   * along. Empty where an end has no score.
   */
  public Optional<Interval> scored(Yardstick yardstick) {
    OptionalDouble one = yardstick.score(low);
    OptionalDouble other = yardstick.score(high);
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Interval(
                Math.min(one.getAsDouble(), other.getAsDouble()),
                Math.max(one.getAsDouble(), other.getAsDouble())));
  }
}
