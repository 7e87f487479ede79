package io.silvergauge.indicators.composite;

import java.util.Arrays;

/** Quantiles of type 7 in Hyndman and Fan, The American Statistician 50 (1996): R's and numpy's. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile of values in any order: the sorted values joined by straight lines, the smallest
   * at 0 and the largest at 1. By hand: of 1, 2, 3, 10 the quarter lies at place 0.75, so at 1.75.
   *
   * @param values at least one
   * @param p from 0 to 1
   */
  public static double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /** The same of values that are sorted already. */
  public static double ofSorted(double[] sorted, double p) {
    double place = (sorted.length - 1) * p;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
