package io.silvergauge.indicators.composite;

/**
 * Mean, spread, skewness and kurtosis of values, summed in their order.
 *
 * <p>Skewness and excess kurtosis are corrected for the size of the sample, {@code G1} and {@code
 * G2} of Joanes and Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47
 * (1998), as spreadsheets and the OECD and JRC handbook's tools print them. By hand: 1, 2, 3, 10
 * have mean 4, sums of squares 50 and of cubes 180; G1 = 1.763633.
 */
final class Moments {
  private Moments() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** {@code Σ (x − mean)^power}. */
  private static double central(double[] values, int power) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      double term = 1;
      for (int i = 0; i < power; i++) {
        term *= value - mean;
      }
      sum += term;
    }
    return sum;
  }

  /** Standard deviation of a sample, divisor n − 1; two values at least. */
  static double deviation(double[] values) {
    return Math.sqrt(central(values, 2) / (values.length - 1));
  }

  /** {@code G1}; three values at least that are not all the same. */
  static double skewness(double[] values) {
    double n = values.length;
    double m2 = central(values, 2) / n;
    double g1 = central(values, 3) / n / (m2 * Math.sqrt(m2));
    return g1 * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /** {@code G2}, nought for a normal distribution; four values at least, not all the same. */
  static double kurtosis(double[] values) {
    double n = values.length;
    double m2 = central(values, 2) / n;
    double g2 = central(values, 4) / n / (m2 * m2) - 3;
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6);
  }

  static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  static double most(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
