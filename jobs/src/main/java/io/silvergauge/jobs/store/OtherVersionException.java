package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Bilingual;
import java.io.IOException;

/** Thrown where what was published does not read as this version's model does. */
public final class OtherVersionException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Bilingual text;

  OtherVersionException(String file, Throwable cause) {
    this(
        Bilingual.of(
            "%s 读不出来：由另一版本的程序写成，或已损坏；verify 可查明是否被改动，重新运行 evaluate 可得到本版本的评估",
            "%s cannot be read: another version of the program wrote it, or it is damaged; verify"
                + " says whether it was changed, evaluate makes it anew for this version",
            file),
        cause);
  }

  /** Of a file that says itself that a later version wrote it. */
  static OtherVersionException newer(String file, int model, int known) {
    return new OtherVersionException(
        Bilingual.of(
            "%s 由更新版本的程序写成（模型 %s，本程序支持到 %s）：请使用该版本，或另用一个输出目录；未作任何更改",
            "%s was written by a later version of the program (model %s, this one knows up to %s):"
                + " use that version, or another output folder; nothing was changed",
            file,
            model,
            known),
        null);
  }

  private OtherVersionException(Bilingual text, Throwable cause) {
    super(text.en(), cause);
    this.text = text;
  }

  /** Which file it is and what to do. */
  public Bilingual text() {
    return text;
  }
}
