package io.silvergauge.indicators.region;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days on which something holds.
 *
 * @param from first day; {@link LocalDate#MIN} where it is open
 * @param to the day after the last; {@link LocalDate#MAX} where it is open
 */
public record Validity(LocalDate from, LocalDate to) implements Serializable {
  /** Holds on every day. */
  public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

  public Validity {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A validity must begin before it ends, but was %s to %s".formatted(from, to));
    }
  }

  /** Whether it holds on this day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }
}
