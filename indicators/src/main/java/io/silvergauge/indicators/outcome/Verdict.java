package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/** How an outcome stands to one profile's target. */
public enum Verdict {
  /** The target is reached. */
  MET("已达标", "met"),
  /** It is due and not reached. */
  UNMET("未达标", "unmet"),
  /** It is not reached and not yet due. */
  NOT_DUE("未到期", "not due"),
  /** The plan or profile sets no target. */
  NOT_IN_PLAN("未列入", "not in plan"),
  /** There is no amount to hold against it. */
  NOT_COMPUTABLE("无法计算", "not computable");

  private final Bilingual text;

  Verdict(String zh, String en) {
    this.text = new Bilingual(zh, en);
  }

  /** Its name in words. */
  public Bilingual text() {
    return text;
  }

  /** The name used in data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
