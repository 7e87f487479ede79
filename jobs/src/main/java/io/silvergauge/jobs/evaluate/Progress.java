package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;

/** Hears how far a run has come. */
public interface Progress {
  /** A step begins; {@code tasks} is how many parts it has. */
  void begin(Bilingual step, int tasks);

  /** So many of the present step's parts are done. */
  void advance(int done, int tasks);

  /** The present step is done. */
  void end();

  /** Hears nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void begin(Bilingual step, int tasks) {}

      @Override
      public void advance(int done, int tasks) {}

      @Override
      public void end() {}
    };
  }
}
