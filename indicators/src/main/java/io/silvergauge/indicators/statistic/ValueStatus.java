package io.silvergauge.indicators.statistic;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/** How far a reported value has been confirmed, from the least to the most doubtful. */
public enum ValueStatus {
  /** Confirmed by a sample on the spot. */
  VERIFIED("已核实", "verified"),
  /** Put right after verification. */
  CORRECTED("已更正", "corrected"),
  /** Supported by documents. */
  EVIDENCED("有佐证", "evidenced"),
  /** Sent in, nothing more. */
  REPORTED("已报送", "reported"),
  /** Contested, not settled. */
  DISPUTED("有争议", "disputed"),
  /** Found to be false. */
  FALSIFIED("失实", "falsified");

  private final Bilingual text;
  private final String code = name().toLowerCase(Locale.ROOT);

  ValueStatus(String zh, String en) {
    this.text = new Bilingual(zh, en);
  }

  /** Its name in words. */
  public Bilingual text() {
    return text;
  }

  /** The more doubtful of two. */
  public ValueStatus orWorse(ValueStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name used in data files. */
  public String code() {
    return code;
  }
}
