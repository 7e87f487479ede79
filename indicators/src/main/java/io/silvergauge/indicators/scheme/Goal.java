package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * On which side of what a value must lie; bounds are included (以上、以下 include the number itself).
 *
 * @param operator on which side
 * @param value the bound, in the indicator's unit; the lower one of a range
 * @param upper the upper bound of a range; the same as {@code value} where there is none
 */
public record Goal(Operator operator, BigDecimal value, BigDecimal upper) implements Serializable {
  public Goal {
    if (upper.compareTo(value) < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "within：下限 %s 大于上限 %s",
              "within: the lower bound %s is above the upper one, %s",
              value.toPlainString(),
              upper.toPlainString()));
    }
  }

  /** A goal with one bound. */
  public Goal(Operator operator, BigDecimal value) {
    this(operator, value, value);
  }

  /** Whether a value reaches it; exact. */
  public boolean reached(Fraction amount) {
    return operator == Operator.WITHIN
        ? amount.compareTo(Fraction.of(value)) >= 0 && amount.compareTo(Fraction.of(upper)) <= 0
        : operator.reached(amount, Fraction.of(value));
  }

  /**
   * The goal with one bound that a value is held against: of a range the upper one where the value
   * lies above the lower, else the lower.
   */
  public Goal facing(Fraction amount) {
    if (operator != Operator.WITHIN) {
      return this;
    }
    return amount.compareTo(Fraction.of(upper)) > 0
        ? new Goal(Operator.AT_MOST, upper)
        : new Goal(Operator.AT_LEAST, value);
  }

  /** How far a value falls short, in the indicator's unit; zero where it is reached. */
  public Fraction shortfall(Fraction amount) {
    if (reached(amount)) {
      return Fraction.ZERO;
    }
    Fraction gap = amount.minus(Fraction.of(facing(amount).value()));
    return gap.signum() < 0 ? gap.negated() : gap;
  }

  /** Whether all that reaches this reaches {@code other} too. */
  public boolean asksNoLessThan(Goal other) {
    return switch (other.operator) {
      case AT_LEAST -> operator != Operator.AT_MOST && value.compareTo(other.value) >= 0;
      case AT_MOST -> operator != Operator.AT_LEAST && upper.compareTo(other.upper) <= 0;
      case WITHIN ->
          operator == Operator.WITHIN
              && value.compareTo(other.value) >= 0
              && upper.compareTo(other.upper) <= 0;
    };
  }

  /** Upper bound of a range; null where it has one bound, for the model. */
  public BigDecimal upperOrNull() {
    return operator == Operator.WITHIN ? upper : null;
  }

  /** The goal as tables write it, for example {@code >= 50} or {@code 3..5}. */
  @Override
  public String toString() {
    return operator == Operator.WITHIN
        ? value.toPlainString() + ".." + upper.toPlainString()
        : operator.symbol() + " " + value.toPlainString();
  }
}
