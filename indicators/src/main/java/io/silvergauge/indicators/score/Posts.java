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
 * the identity, the natural logarithm or a power; UNDP, Human Development Report, technical note 1.
 * By hand: life expectancy 78.587 between 20 and 85 gives 58.587 / 65 = 0.9013.
 *
 * @param zero value at which the score is 0, in the indicator's unit
 * @param full value at which the score is full; below {@code zero} where less is better
 * @param transform applied to value and posts first
 * @param lambda exponent of {@link Transform#BOX_COX}, from −5 to 5; 0 for all others
 */
public record Posts(BigDecimal zero, BigDecimal full, Transform transform, BigDecimal lambda)
    implements Serializable {
  /** What is done to value and posts before they are compared. */
  public enum Transform {
    /** Nothing. */
    NONE,
    /**
     * The natural logarithm; posts must be positive, values at or below 0 count as the lower post.
     */
    LN,
    /** The square root; posts must not be negative, values below 0 count as the lower post. */
    SQRT,
    /** Box and Cox's power {@code (x^λ − 1) / λ} with a declared λ; domain as of the logarithm. */
    BOX_COX
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(5);

  public Posts {
    if (zero.compareTo(full) == 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：zero 与 full 不能相同，却都是 %s",
              "posts: zero and full must differ, but both are %s", zero.toPlainString()));
    }
    boolean positive = transform == Transform.LN || transform == Transform.BOX_COX;
    if (positive && (zero.signum() <= 0 || full.signum() <= 0)) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：%s 变换要求两者都大于 0，却是 %s 和 %s",
              "posts: with transform %s both must be above 0, but were %s and %s",
              transform == Transform.LN ? "ln" : "box_cox",
              zero.toPlainString(),
              full.toPlainString()));
    }
    if (transform == Transform.SQRT && (zero.signum() < 0 || full.signum() < 0)) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：取平方根时两者都不能为负，却是 %s 和 %s",
              "posts: with transform sqrt neither may be negative, but they were %s and %s",
              zero.toPlainString(),
              full.toPlainString()));
    }
    if (transform == Transform.BOX_COX ? lambda.abs().compareTo(MOST) > 0 : lambda.signum() != 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "posts：lambda 只用于 box_cox，应在 -5 至 5 之间，却是 %s",
              "posts: lambda is for box_cox alone and lies from -5 to 5, but was %s",
              lambda.toPlainString()));
    }
  }

  /** Posts without an exponent. */
  public Posts(BigDecimal zero, BigDecimal full, Transform transform) {
    this(zero, full, transform, BigDecimal.ZERO);
  }

  /** Where a value lies between the posts, from 0 to 1. */
  public double place(double value) {
    if (isOutside(value)) {
      return zero.compareTo(full) < 0 ? 0 : 1;
    }
    double from = transformed(zero.doubleValue());
    double to = transformed(full.doubleValue());
    return Scores.between(0, (transformed(value) - from) / (to - from), 1);
  }

  /** Whether a value cannot be transformed, and so lies beyond the lower post. */
  boolean isOutside(double value) {
    return switch (transform) {
      case NONE -> false;
      case LN, BOX_COX -> value <= 0;
      case SQRT -> value < 0;
    };
  }

  /** Whether values are compared as logarithms. */
  boolean isLogarithm() {
    return transform == Transform.LN || (transform == Transform.BOX_COX && lambda.signum() == 0);
  }

  /** The power to which values are compared; 1 for none. */
  BigDecimal power() {
    return switch (transform) {
      case SQRT -> new BigDecimal("0.5");
      case BOX_COX -> lambda;
      case NONE, LN -> BigDecimal.ONE;
    };
  }

  private double transformed(double value) {
    if (isLogarithm()) {
      return StrictMath.log(value);
    }
    return switch (transform) {
      case SQRT -> StrictMath.sqrt(value);
      case BOX_COX ->
          (StrictMath.exp(lambda.doubleValue() * StrictMath.log(value)) - 1) / lambda.doubleValue();
      case NONE, LN -> value;
    };
  }
}
