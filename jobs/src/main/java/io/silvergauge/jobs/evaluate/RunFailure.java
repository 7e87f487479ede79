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

  /** The failure of work for which the heap did not suffice; says how to give more. */
  public static RunFailure outOfMemory(OutOfMemoryError cause) {
    return new RunFailure(
        ExitCode.ENVIRONMENT,
        Bilingual.of(
            "内存不足（堆上限 %s MB）；请用环境变量 SILVERGAUGE_HEAP 增大，如 SILVERGAUGE_HEAP=6g",
            "out of memory (the heap is limited to %s MB); the environment variable"
                + " SILVERGAUGE_HEAP gives more, for example SILVERGAUGE_HEAP=6g",
            Runtime.getRuntime().maxMemory() >> 20),
        cause);
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
