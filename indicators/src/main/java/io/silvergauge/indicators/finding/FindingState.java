package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/** What became of a finding since the period before. */
public enum FindingState {
  /** Found for the first time. */
  NEW(new Bilingual("新发现", "new")),
  /** Found again, no nearer and no farther, or nothing tells. */
  OPEN(new Bilingual("未整改", "open")),
  /** Found again, nearer to what is asked. */
  IMPROVING(new Bilingual("整改中", "improving")),
  /** Found again, farther from what is asked. */
  WORSE(new Bilingual("恶化", "worse")),
  /** Found before and no longer. */
  CORRECTED(new Bilingual("已整改", "corrected")),
  /** Corrected once and found again. */
  REOPENED(new Bilingual("再次出现", "reopened"));

  private final Bilingual text;

  FindingState(Bilingual text) {
    this.text = text;
  }

  /** The name used in data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public Bilingual text() {
    return text;
  }
}
