package io.silvergauge.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a chart, for programs that draw charts of their own which people can edit.
 *
 * @param kind what it is drawn as
 * @param categories bars, spokes or periods
 * @param series one or more
 * @param full greatest value of the scale; 0 where it follows the figures
 * @param gaps why there is no figure, one line a gap; empty where none is missing
 */
public record Figured(
    Kind kind, List<String> categories, List<Series> series, double full, List<String> gaps) {
  /** What it is drawn as. */
  public enum Kind {
    BARS,
    LINES,
    WEB
  }

  /**
   * What a series is.
   *
   * @param values a figure for each category; null where there is none
   * @param own whether it is what the chart is about; else it is what that is held against
   */
  public record Series(String name, List<Double> values, boolean own) {
    public Series {
      values = new ArrayList<>(values);
    }
  }

  public Figured {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    gaps = List.copyOf(gaps);
  }

  static Double value(Datum datum) {
    return datum instanceof Datum.Amount amount ? amount.value() : null;
  }
}
