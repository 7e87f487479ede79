package io.silvergauge.indicators.composite;

/** Which values are good. Read in one place, where a yardstick is laid on; nowhere else. */
public enum Direction {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER;

  /** The worst of values. */
  double worst(double[] values) {
    return this == HIGHER ? Moments.least(values) : Moments.most(values);
  }

  /** The best of values. */
  double best(double[] values) {
    return this == HIGHER ? Moments.most(values) : Moments.least(values);
  }

  /** Whether {@code value} is worse than {@code other}. */
  boolean worse(double value, double other) {
    return this == HIGHER ? value < other : value > other;
  }
}
