package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Bilingual;
import java.io.IOException;

/** Thrown where a pack is not what was written. */
public final class DamagedPackException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Bilingual text;

  DamagedPackException(String file) {
    this(
        Bilingual.of(
            "%s：与写入时不符（已改动、损坏或缺失），不予读取；请运行 verify --repair，移除后下次运行会重新读取原文件",
            "%s is not what was written (changed, damaged or missing), so it is not read; please"
                + " run verify --repair: what it removes the next run reads anew from the files as"
                + " they came",
            file));
  }

  private DamagedPackException(Bilingual text) {
    super(text.en());
    this.text = text;
  }

  /** What is wrong and what puts it right. */
  public Bilingual text() {
    return text;
  }
}
