package io.silvergauge.indicators.composite;

/** The arithmetic behind {@link Aggregator}: not a number where the method gives no score. */
final class Means {
  private Means() {}

  /** The score from the first {@code n} scores. */
  static double of(Aggregator method, double[] x, double[] w, int n) {
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += w[i];
    }
    if (!(total > 0)) {
      return Double.NaN;
    }
    if (method instanceof Aggregator.MazziottaPareto index) {
      return mazziotta(index.downward(), x, w, n, total);
    }
    double least = minimum(x, w, n);
    if (method instanceof Aggregator.Minimum) {
      return least;
    }
    if (method.needsPositive() && least <= 0) {
      return least < 0 ? Double.NaN : 0; // the limit, as score.Aggregation has it
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += w[i] > 0 ? w[i] * term(method, x[i]) : 0;
    }
    return back(method, sum / total);
  }

  private static double term(Aggregator method, double x) {
    if (method instanceof Aggregator.Geometric) {
      return StrictMath.log(x);
    }
    if (method instanceof Aggregator.Harmonic) {
      return 1 / x;
    }
    return method instanceof Aggregator.Power power ? power(x, power.exponent()) : x;
  }

  private static double back(Aggregator method, double mean) {
    if (method instanceof Aggregator.Geometric) {
      return StrictMath.exp(mean);
    }
    if (method instanceof Aggregator.Harmonic) {
      return 1 / mean;
    }
    return method instanceof Aggregator.Power power ? power(mean, 1 / power.exponent()) : mean;
  }

  /** {@code x^p} for {@code x ≥ 0}; not a number below. */
  private static double power(double x, double exponent) {
    if (x <= 0) {
      return x == 0 && exponent > 0 ? 0 : Double.NaN;
    }
    return StrictMath.exp(exponent * StrictMath.log(x));
  }

  private static double minimum(double[] x, double[] w, int n) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      least = w[i] > 0 ? Math.min(least, x[i]) : least;
    }
    return least;
  }

  private static double mazziotta(boolean downward, double[] x, double[] w, int n, double total) {
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += w[i] * x[i];
    }
    mean /= total;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      variance += w[i] * (x[i] - mean) * (x[i] - mean);
    }
    variance /= total;
    double penalty = variance / mean;
    return mean > 0 ? (downward ? mean - penalty : mean + penalty) : Double.NaN;
  }
}
