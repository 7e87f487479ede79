package io.silvergauge.indicators.screen;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/**
 * Something in a city's figures that is worth a look on the spot. It accuses nobody: the message
 * says what was seen and what would be seen by chance.
 *
 * @param kind what was seen
 * @param subject id of the indicator or statistic
 * @param region code of the unit in question; the city's where all are
 * @param message what was seen, with its numbers
 */
public record Suspicion(Kind kind, String subject, String region, Bilingual message) {
  /** What a screen looks for. */
  public enum Kind {
    /** More counts end in 0 or 5 than chance brings. */
    LAST_DIGIT,
    /** Every unit has exactly 100 %. */
    ALL_FULL,
    /** A unit's numerator equals its denominator, where the others' do not. */
    EQUAL,
    /** A figure is the same to the last digit in several periods. */
    UNCHANGED,
    /** A figure leaps in the period in which its target is due, and reaches it. */
    DEADLINE,
    /** A figure just reaches its target. */
    AT_TARGET;

    /** The name used in data files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
