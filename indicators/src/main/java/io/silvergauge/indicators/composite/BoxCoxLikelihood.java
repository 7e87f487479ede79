package io.silvergauge.indicators.composite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The exponent of Box and Cox's transform with the largest likelihood. With {@code u} the
 * logarithms less their mean, the likelihood of one sample is {@code −n/2 · ln Var((e^(λu) − 1) /
 * λ)} but for a constant: what is divided out is the geometric mean, on which λ does not depend.
 *
 * <p>Source: Box and Cox, An analysis of transformations, Journal of the Royal Statistical Society
 * B 26 (1964), section 3.
 */
final class BoxCoxLikelihood {
  private static final double MOST = 5;
  private static final double STEP = 0.25;
  private static final double SMALL = 1e-4; // below it the series loses less than the difference
  private static final int HALVINGS = 60;
  private static final int DECIMALS = 4;

  private final double[] logs;

  private BoxCoxLikelihood(double[] logs) {
    this.logs = logs;
  }

  /** From −5 to 5; empty with fewer than three values, all the same, or one not above nought. */
  static OptionalDouble lambda(double[] values) {
    if (values.length < 3 || !(Moments.least(values) > 0)) {
      return OptionalDouble.empty();
    }
    double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
    double mean = Moments.mean(logs);
    BoxCoxLikelihood sample =
        new BoxCoxLikelihood(Arrays.stream(logs).map(log -> log - mean).toArray());
    return Moments.least(values) == Moments.most(values)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            BigDecimal.valueOf(sample.best())
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue());
  }

  /** The best of a grid, then the place beside it where the likelihood stops rising. */
  private double best() {
    double best = -MOST;
    for (double lambda = -MOST; lambda <= MOST; lambda += STEP) {
      best = spread(lambda) < spread(best) ? lambda : best;
    }
    double low = StrictMath.max(-MOST, best - STEP);
    double high = StrictMath.min(MOST, best + STEP);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double[] transformed(double lambda) {
    return Arrays.stream(logs)
        .map(
            u ->
                StrictMath.abs(lambda) < SMALL
                    ? u + lambda * u * u / 2 + lambda * lambda * u * u * u / 6
                    : (StrictMath.exp(lambda * u) - 1) / lambda)
        .toArray();
  }

  /** The derivative of each transformed value by λ. */
  private double[] derived(double lambda) {
    return Arrays.stream(logs)
        .map(
            u -> {
              double e = StrictMath.exp(lambda * u);
              return StrictMath.abs(lambda) < SMALL
                  ? u * u / 2 + lambda * u * u * u / 3 + lambda * lambda * u * u * u * u / 8
                  : (lambda * u * e - e + 1) / (lambda * lambda);
            })
        .toArray();
  }

  /** Sum of squares about the mean: the smaller, the larger the likelihood. */
  private double spread(double lambda) {
    double[] y = transformed(lambda);
    double mean = Moments.mean(y);
    double sum = 0;
    for (double one : y) {
      sum += (one - mean) * (one - mean);
    }
    return sum;
  }

  /** Half of how the sum of squares changes with λ. */
  private double slope(double lambda) {
    double[] y = transformed(lambda);
    double[] by = derived(lambda);
    double mean = Moments.mean(y);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - mean) * by[i];
    }
    return sum;
  }
}
