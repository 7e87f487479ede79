package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What share of a result's variance each factor explains: alone (first order), and with everything
 * it has a part in (total). With matrices A and B of N points and A_B^i, which is A with column i
 * of B:
 *
 * <p>{@code S_i = (1/N) Σ f(B)(f(A_B^i) − f(A)) / V} and {@code T_i = (1/2N) Σ (f(A) − f(A_B^i))² /
 * V}; Saltelli and others, Computer Physics Communications 181 (2010), table 2, (b) and (f, after
 * Jansen). Bounds are quantiles over resamples of the N rows.
 *
 * @param factors in the order of the specification
 * @param mean the result's mean over A and B
 * @param variance its variance over A and B; at nought nothing drives it, and all indices are
 *     nought
 */
public record SobolIndices(List<Factor> factors, double mean, double variance) {
  /** One factor's two indices, each with its bounds. */
  public record Factor(double first, Interval firstBounds, double total, Interval totalBounds) {}

  public SobolIndices {
    factors = List.copyOf(factors);
  }

  /**
   * Works the indices of any function over the unit cube out.
   *
   * @param models makes one thread's own function
   */
  static SobolIndices of(
      int factors,
      int base,
      int resamples,
      double level,
      long seed,
      int threads,
      Supplier<ToDoubleFunction<double[]>> models) {
    if (factors < 1 || base < 2 || resamples < 1) {
      throw new IllegalArgumentException(
          "At least 1 factor, 2 rows and 1 resample are needed, but were %s, %s, %s"
              .formatted(factors, base, resamples));
    }
    double[][] results = new double[factors + 2][base]; // A, B, then A with a column of B each
    Parallel.run(
        base,
        threads,
        () -> {
          ToDoubleFunction<double[]> model = models.get();
          return row -> fill(row, factors, seed, model, results);
        });
    int[] all = new int[base];
    Arrays.setAll(all, i -> i);
    double[] plain = indices(results, all);
    double[][] bootstrap = new double[plain.length][resamples];
    for (int r = 0; r < resamples; r++) {
      RandomStream stream = RandomStream.of(~seed, r);
      int[] drawn = new int[base];
      Arrays.setAll(drawn, i -> stream.below(base));
      double[] again = indices(results, drawn);
      for (int i = 0; i < plain.length; i++) {
        bootstrap[i][r] = again[i];
      }
    }
    Factor[] found = new Factor[factors];
    for (int i = 0; i < factors; i++) {
      found[i] =
          new Factor(
              plain[2 * i],
              bounds(bootstrap[2 * i], level),
              plain[2 * i + 1],
              bounds(bootstrap[2 * i + 1], level));
    }
    return new SobolIndices(List.of(found), plain[2 * factors], plain[2 * factors + 1]);
  }

  private static void fill(
      int row, int factors, long seed, ToDoubleFunction<double[]> model, double[][] results) {
    RandomStream stream = RandomStream.of(seed, row);
    double[] a = new double[factors];
    double[] b = new double[factors];
    for (int i = 0; i < factors; i++) {
      a[i] = stream.uniform();
      b[i] = stream.uniform();
    }
    results[0][row] = model.applyAsDouble(a);
    results[1][row] = model.applyAsDouble(b);
    for (int i = 0; i < factors; i++) {
      double kept = a[i];
      a[i] = b[i];
      results[i + 2][row] = model.applyAsDouble(a);
      a[i] = kept;
    }
  }

  /** First and total index of each factor, then mean and variance. */
  private static double[] indices(double[][] results, int[] rows) {
    int factors = results.length - 2;
    double mean = 0;
    for (int row : rows) {
      mean += results[0][row] + results[1][row];
    }
    mean /= 2.0 * rows.length;
    double variance = 0;
    for (int row : rows) {
      double a = results[0][row] - mean;
      double b = results[1][row] - mean;
      variance += a * a + b * b;
    }
    variance /= 2.0 * rows.length;
    double[] indices = new double[2 * factors + 2];
    for (int i = 0; i < factors; i++) {
      double first = 0;
      double total = 0;
      for (int row : rows) {
        double change = results[i + 2][row] - results[0][row];
        first += (results[1][row] - mean) * change; // centred: the same on average, less noise
        total += change * change;
      }
      indices[2 * i] = variance > 0 ? first / rows.length / variance : 0;
      indices[2 * i + 1] = variance > 0 ? total / (2.0 * rows.length) / variance : 0;
    }
    indices[2 * factors] = mean;
    indices[2 * factors + 1] = variance;
    return indices;
  }

  private static Interval bounds(double[] resampled, double level) {
    return new Interval(
        Quantiles.of(resampled, (1 - level) / 2), Quantiles.of(resampled, (1 + level) / 2));
  }
}
