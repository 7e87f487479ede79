package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;

/** The small evaluation, for tests of the other formats. */
public final class Samples {
  private Samples() {}

  /** Of both results. */
  public static Evaluation evaluation() {
    return Sample.evaluation(Sample.BOTH);
  }

  /** Of the standing alone. */
  public static Evaluation standing() {
    return Sample.evaluation(Sample.STANDING_ONLY);
  }

  /** Its first city. */
  public static RegionEvaluation city() {
    return Sample.region(Sample.CITY, Sample.results());
  }

  /** Its first city without any figure. */
  public static RegionEvaluation withheld() {
    return Sample.region(
        Sample.CITY,
        "confirmed",
        List.of(Sample.missing(Sample.BEDS)),
        List.of(Sample.withheld("fulfilment"), Sample.withheld("standing")),
        List.of());
  }

  /** A copy in which every text that people wrote is this one. */
  public static <T> T written(T model, String text) {
    return Edited.written(model, text);
  }
}
