package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.statistic.Fraction;

/**
 * On which side of a target an indicator must lie; the target itself reaches it (以上、以下 include it).
 */
public enum Operator {
  /** The target or more. */
  AT_LEAST(">="),
  /** The target or less. */
  AT_MOST("<="),
  /** Between two bounds; only of a {@link Goal}. */
  WITHIN("within");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** How data files write it. */
  public String symbol() {
    return symbol;
  }

  /** Whether {@code value} reaches the single bound {@code target}; exact. */
  public boolean reached(Fraction value, Fraction target) {
    int order = value.compareTo(target);
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case WITHIN -> order == 0;
    };
  }
}
