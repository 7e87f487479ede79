package io.silvergauge.reports.chart;

/** What a chart shows of one figure: an amount, or why there is none. */
public sealed interface Datum {
  /**
   * An amount.
   *
   * @param value where it lies on its scale
   * @param label how it is printed
   */
  record Amount(double value, String label) implements Datum {
    public Amount {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("An amount is finite, but '%s' is not".formatted(label));
      }
    }
  }

  /** No amount; {@code reason} says why, in words. */
  record Gap(String reason) implements Datum {}

  /** How it is said: the printed amount, or the reason. */
  default String said() {
    return this instanceof Amount amount ? amount.label() : ((Gap) this).reason();
  }
}
