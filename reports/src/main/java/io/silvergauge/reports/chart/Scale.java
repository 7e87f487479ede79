package io.silvergauge.reports.chart;

/**
 * From where to where a bar reaches; {@code from} stands at the left, whichever is larger.
 *
 * @param from at the left end
 * @param to at the right end
 */
public record Scale(double from, double to) {
  public Scale {
    if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
      throw new IllegalArgumentException("A scale has two ends, not %s and %s".formatted(from, to));
    }
  }

  /** How far along the bar a value lies, from 0 at the left end to 1. */
  double part(double value) {
    return Math.max(0, Math.min(1, (value - from) / (to - from)));
  }
}
