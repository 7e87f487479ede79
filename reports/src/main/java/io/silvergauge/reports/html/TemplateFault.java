package io.silvergauge.reports.html;

import io.pebbletemplates.pebble.error.PebbleException;
import io.silvergauge.indicators.document.Bilingual;

/** A template that somebody wrote cannot be used: which, in which line, and why. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Bilingual text;

  TemplateFault(String name, int line, Bilingual why) {
    this(
        line > 0
            ? Bilingual.of("模板 %s 第%d行：%s", "template %s, line %d: %s", name, line, why)
            : Bilingual.of("模板 %s：%s", "template %s: %s", name, why));
  }

  private TemplateFault(Bilingual text) {
    super(text.en());
    this.text = text;
  }

  static TemplateFault of(PebbleException cause) {
    TemplateFault fault =
        new TemplateFault(
            cause.getFileName() == null ? "?" : cause.getFileName(),
            cause.getLineNumber() == null ? 0 : cause.getLineNumber(),
            Bilingual.same(said(cause)));
    fault.initCause(cause);
    return fault;
  }

  /** The engine's own words, which are English. */
  private static String said(PebbleException fault) {
    return fault.getCause() instanceof PebbleException cause
        ? fault.getPebbleMessage() + ": " + said(cause)
        : fault.getPebbleMessage();
  }

  /** The same in both languages. */
  public Bilingual text() {
    return text;
  }
}
