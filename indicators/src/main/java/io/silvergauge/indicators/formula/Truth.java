package io.silvergauge.indicators.formula;

/**
 * What a condition comes to: a record that does not say something neither meets nor misses what is
 * asked about it. And, or, not are Kleene's strong logic of three values.
 */
public enum Truth {
  /** It holds. */
  YES,
  /** It does not hold. */
  NO,
  /** What it asks about is missing. */
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
