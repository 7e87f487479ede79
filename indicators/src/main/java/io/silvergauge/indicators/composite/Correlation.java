package io.silvergauge.indicators.composite;

import java.util.Optional;

/**
 * Pearson's correlation of two columns over the units that have both.
 *
 * @param coefficient from −1 to 1
 * @param units how many units it rests on
 */
public record Correlation(double coefficient, int units) {
  /**
   * The correlation; empty with fewer than three units or where one of the two is the same for all:
   * then there is none, which is not the same as nought.
   */
  public static Optional<Correlation> of(Column one, Column other) {
    double[] x = new double[one.size()];
    double[] y = new double[one.size()];
    int n = 0;
    for (int unit = 0; unit < one.size(); unit++) {
      if (one.has(unit) && other.has(unit)) {
        x[n] = one.at(unit);
        y[n++] = other.at(unit);
      }
    }
    double meanX = mean(x, n);
    double meanY = mean(y, n);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return n < 3 || xx == 0 || yy == 0
        ? Optional.empty()
        : Optional.of(
            new Correlation(Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))), n));
  }

  private static double mean(double[] values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
    }
    return sum / Math.max(n, 1);
  }
}
