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

  /** The name used in source descriptions and data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
