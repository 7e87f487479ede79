package io.silvergauge.indicators.statistic;

import java.util.Locale;

/** How far a reported value has been confirmed, from the least to the most doubtful. */
public enum ValueStatus {
  /** Confirmed by a sample on the spot. */
  VERIFIED,
  /** Put right after verification. */
  CORRECTED,
  /** Supported by documents. */
  EVIDENCED,
  /** Sent in, nothing more. */
  REPORTED,
  /** Contested, not settled. */
  DISPUTED,
  /** Found to be false. */
  FALSIFIED;

  /** The more doubtful of two. */
  public ValueStatus orWorse(ValueStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name used in data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
