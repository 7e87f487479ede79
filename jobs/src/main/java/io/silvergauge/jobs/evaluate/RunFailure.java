package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;

/** Ends a run with nothing published; says why, and which exit code tells it. */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final Bilingual text;

  /** A failure with its exit code. */
  public RunFailure(ExitCode code, Bilingual text) {
    super(text.en());
    this.code = code;
    this.text = text;
  }

  /** A failure with its exit code and cause. */
  public RunFailure(ExitCode code, Bilingual text, Throwable cause) {
    super(text.en(), cause);
    this.code = code;
    this.text = text;
  }

  /** The exit code. */
  public ExitCode code() {
    return code;
  }

  /** What happened, in words. */
  public Bilingual text() {
    return text;
  }
}
