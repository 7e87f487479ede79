package io.silvergauge.indicators.statistic;

import java.util.Locale;

/** What a reported cell says: a number, or one of the three ways of not being one. */
public enum Mark {
  /** A number; zero is one. */
  NUMBER,
  /** Nothing was reported. */
  MISSING,
  /** There is something, but less than the table's smallest unit. */
  TOO_SMALL,
  /** The statistic does not apply to this region. */
  NOT_APPLICABLE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /**
   * What two parts of one sum come to: missing as soon as one is; a number as soon as one is; the
   * other two add nothing.
   */
  public Mark plus(Mark other) {
    if (this == MISSING || other == MISSING) {
      return MISSING;
    }
    if (this == NUMBER || other == NUMBER) {
      return NUMBER;
    }
    return this == TOO_SMALL ? this : other;
  }

  /** The name used in source descriptions and data files. */
  public String code() {
    return code;
  }
}
