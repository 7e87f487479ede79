package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/** Why there is no amount. */
public enum Reason {
  /** No leaf has an input that can be used: none was reported, or what was reported was refused. */
  INPUT_MISSING("无可用数据", "no usable value"),
  /** Some leaves did, not all. */
  INCOMPLETE("报送不全", "incomplete"),
  /** What was reported is older than the statistic allows. */
  TOO_OLD("数据过旧", "too old"),
  /** Two deliveries say it, neither goes before the other. */
  CONFLICTING_SOURCES("来源冲突", "conflicting sources"),
  /** A check of the scheme speaks against what was reported, so it is held back. */
  CHECK_FAILED("未通过检查", "held by a check"),
  /** Something is divided by zero. */
  ZERO_DENOMINATOR("分母为零", "zero denominator"),
  /** A part came out larger than its whole. */
  IMPOSSIBLE_SHARE("占比超过100%", "share above 100 %"),
  /** More is left out of a part or a whole than there is. */
  MORE_LEFT_OUT("排除多于总数", "more left out than there is"),
  /** It rests on so few persons, or would give such a count back, that it is not shown. */
  SUPPRESSED("人数过少，不予公布", "too few persons to show"),
  /** It does not apply to this region. */
  NOT_APPLICABLE("不适用", "not applicable");

  private final Bilingual text;

  Reason(String zh, String en) {
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
