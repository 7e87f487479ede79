package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;

/** What a finding is about. The order is that in which lists show them. */
public enum FindingKind {
  /** A target of the plan that is due and not met. */
  TARGET(new Bilingual("目标未达", "target not met")),
  /** What was reported breaks a rule of the scheme. */
  CHECK(new Bilingual("数据存疑", "rule broken")),
  /** A claim that visits did not bear out. */
  VISIT(new Bilingual("核查不符", "not borne out")),
  /** A figure without the evidence the scheme asks for. */
  EVIDENCE(new Bilingual("缺少佐证", "evidence missing")),
  /** An indicator that could not be worked out. */
  FIGURE(new Bilingual("数据缺失", "no figure")),
  /** Rows or cells that were refused. */
  ROWS(new Bilingual("数据被拒", "rows refused")),
  /** Something that is owed and has not come in full. */
  DELIVERY(new Bilingual("未报送", "not delivered"));

  private final Bilingual text;

  FindingKind(Bilingual text) {
    this.text = text;
  }

  /** The name used in data files and ids. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public Bilingual text() {
    return text;
  }
}
