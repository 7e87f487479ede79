package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The common yardstick of an indicator: where its score is nought and where it is full. Values
 * beyond a post count as the post.
 *
 * <p>Formula: {@code (t(x) − t(zero)) / (t(full) − t(zero))} held between 0 and 1, with {@code t}
 * the identity or the natural logarithm; UNDP, Human Development Report, technical note 1. By hand:
 * life expectancy 78.587 between 20 and 85 gives 58.587 / 65 = 0.9013.
 *
 * @param zero value at which the score is 0, in the indicator's unit
 * @param full value at which the score is full; below {@code zero} where less is better
 * @param transform applied to value and posts first
 */
public record Posts(BigDecimal zero, BigDecimal full, Transform transform) implements Serializable {
  /** What is done to value and posts before they are compared. */
  public enum Transform {
    /** Nothing. */
    NONE,
    /**
     * The natural logarithm; posts must be positive, values at or below 0 count as the zero post.
     */
    LN
  }

  public Posts {
    if (zero.compareTo(full) == 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：zero 与 full 不能相同，却都是 %s",
              "posts: zero and full must differ, but both are %s", zero.toPlainString()));
    }
    if (transform == Transform.LN && (zero.signum() <= 0 || full.signum() <= 0)) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：取对数时两者都须大于 0，却是 %s 和 %s",
              "posts: with transform ln both must be above 0, but were %s and %s",
              zero.toPlainString(),
              full.toPlainString()));
    }
  }

  /** Where a value lies between the posts, from 0 to 1. */
  public double place(double value) {
    if (transform == Transform.LN && value <= 0) {
      return zero.compareTo(full) < 0 ? 0 : 1;
    }
    double from = transformed(zero.doubleValue());
    double to = transformed(full.doubleValue());
    return Scores.between(0, (transformed(value) - from) / (to - from), 1);
  }

  private double transformed(double value) {
    return transform == Transform.LN ? StrictMath.log(value) : value;
  }
}
