package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.statistic.Fraction;
import java.util.Optional;

/** One of the four operations, exact. */
public enum Operation {
  /** Sum. */
  PLUS("+"),
  /** Difference. */
  MINUS("-"),
  /** Product. */
  TIMES("*"),
  /** Quotient; there is none where the right side is zero. */
  DIVIDED_BY("/");

  private final String symbol;

  Operation(String symbol) {
    this.symbol = symbol;
  }

  /** The sign it is written with. */
  public String symbol() {
    return symbol;
  }

  Optional<Fraction> apply(Fraction left, Fraction right) {
    return switch (this) {
      case PLUS -> Optional.of(left.plus(right));
      case MINUS -> Optional.of(left.minus(right));
      case TIMES -> Optional.of(left.times(right));
      case DIVIDED_BY ->
          right.signum() == 0 ? Optional.empty() : Optional.of(left.dividedBy(right));
    };
  }
}
