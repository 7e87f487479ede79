package io.silvergauge.indicators.trend;

import io.silvergauge.indicators.robustness.Interval;

/**
 * The interval of a difference of two figures that were sampled independently of each other, from
 * the intervals of both: {@code d − √((x₂ − l₂)² + (u₁ − x₁)²)} to {@code d + √((u₂ − x₂)² + (x₁ −
 * l₁)²)}.
 *
 * <p>Sources: Newcombe, Statistics in Medicine 17 (1998), page 873, method 10, for shares with
 * Wilson's intervals; Zou and Donner, Statistics in Medicine 27 (2008), for any two intervals. By
 * hand, Newcombe's table II: 56 of 70 less 48 of 80 is 0.2, and 95 % give 0.0524 to 0.3339.
 */
public final class Difference {
  private Difference() {}

  /** The interval of {@code after − before}, both inside their own. */
  public static Interval of(double before, Interval ofBefore, double after, Interval ofAfter) {
    double difference = after - before;
    return new Interval(
        difference - length(after - ofAfter.low(), ofBefore.high() - before),
        difference + length(ofAfter.high() - after, before - ofBefore.low()));
  }

  private static double length(double one, double other) {
    return Math.sqrt(one * one + other * other);
  }
}
