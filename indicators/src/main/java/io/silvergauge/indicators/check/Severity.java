package io.silvergauge.indicators.check;

import java.util.Locale;

/** What becomes of a value that a check speaks against. */
public enum Severity {
  /** It is held back: the figure says so instead of using it. */
  ERROR,
  /** It is used, and the report says so unless someone justifies it. */
  WARNING,
  /** It is used, and counted. */
  INFO;

  /** The name used in schemes and data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
