package io.silvergauge.indicators.robustness;

import java.util.function.DoubleUnaryOperator;

/**
 * Quantiles of the distributions intervals are made of, with {@code StrictMath} alone, so that
 * every machine gives the same bits; libraries use the platform's logarithm. Relative error below
 * 1e-12.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits are those the papers print
final class Distributions {
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Distributions() {}

  /**
   * The standard normal quantile: Wichura, Algorithm AS 241, Applied Statistics 37 (1988).
   *
   * @param p between 0 and 1, both excluded
   */
  static double normal(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      return q * ratio(Wichura.A, Wichura.B, 0.180625 - q * q);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double z = r <= 5 ? ratio(Wichura.C, Wichura.D, r - 1.6) : ratio(Wichura.E, Wichura.F, r - 5);
    return q < 0 ? -z : z;
  }

  private static double ratio(double[] above, double[] below, double r) {
    double numerator = 0;
    double denominator = 0;
    for (int i = above.length - 1; i >= 0; i--) {
      numerator = numerator * r + above[i];
      denominator = denominator * r + below[i];
    }
    return numerator / denominator;
  }

  /** {@code x} with {@code P(a, x) = p}: the quantile of the gamma distribution of scale 1. */
  static double gamma(double a, double p) {
    double high = a + 1;
    while (lowerGamma(a, high) < p) {
      high *= 2;
    }
    return bisect(x -> lowerGamma(a, x) - p, 0, high);
  }

  /** {@code t} with {@code P(T ≤ t) = p} for {@code p} from 0.5, Student's distribution. */
  static double student(double freedom, double p) {
    DoubleUnaryOperator upper = t -> 0.5 * beta(freedom / 2, 0.5, freedom / (freedom + t * t));
    double high = 1;
    while (upper.applyAsDouble(high) > 1 - p) {
      high *= 2;
    }
    return bisect(t -> 1 - p - upper.applyAsDouble(t), 0, high);
  }

  /** Where a rising function passes nought. */
  private static double bisect(DoubleUnaryOperator rising, double low, double high) {
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** The logarithm of the gamma function, Lanczos' approximation with g = 7; {@code x} ≥ 0.5. */
  static double lnGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * StrictMath.log(2 * StrictMath.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }

  /** The regularised lower incomplete gamma function P(a, x): series or continued fraction. */
  static double lowerGamma(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = StrictMath.exp(a * StrictMath.log(x) - x - lnGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (double n = a + 1; term > sum * 1e-17; n++) {
        term *= x / n;
        sum += term;
      }
      return front * sum;
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 100_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return 1 - front * h;
  }

  /** The regularised incomplete beta function, by its continued fraction. */
  static double beta(double a, double b, double x) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - beta(b, a, 1 - x);
    }
    double front =
        StrictMath.exp(
            lnGamma(a + b)
                - lnGamma(a)
                - lnGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log(1 - x));
    double c = 1;
    double d = 1 / (1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < 100_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return front * h / a;
  }

  /** The coefficients of AS 241. */
  private static final class Wichura {
    static final double[] A = {
      3.3871328727963666080,
      1.3314166789178437745e+2,
      1.9715909503065514427e+3,
      1.3731693765509461125e+4,
      4.5921953931549871457e+4,
      6.7265770927008700853e+4,
      3.3430575583588128105e+4,
      2.5090809287301226727e+3
    };
    static final double[] B = {
      1,
      4.2313330701600911252e+1,
      6.8718700749205790830e+2,
      5.3941960214247511077e+3,
      2.1213794301586595867e+4,
      3.9307895800092710610e+4,
      2.8729085735721942674e+4,
      5.2264952788528545610e+3
    };
    static final double[] C = {
      1.42343711074968357734,
      4.63033784615654529590,
      5.76949722146069140550,
      3.64784832476320460504,
      1.27045825245236838258,
      2.41780725177450611770e-1,
      2.27238449892691845833e-2,
      7.74545014278341407640e-4
    };
    static final double[] D = {
      1,
      2.05319162663775882187,
      1.67638483018380384940,
      6.89767334985100004550e-1,
      1.48103976427480074590e-1,
      1.51986665636164571966e-2,
      5.47593808499534494600e-4,
      1.05075007164441684324e-9
    };
    static final double[] E = {
      6.65790464350110377720,
      5.46378491116411436990,
      1.78482653991729133580,
      2.96560571828504891230e-1,
      2.65321895265761230930e-2,
      1.24266094738807843860e-3,
      2.71155556874348757815e-5,
      2.01033439929228813265e-7
    };
    static final double[] F = {
      1,
      5.99832206555887937690e-1,
      1.36929880922735805310e-1,
      1.48753612908506148525e-2,
      7.86869131145613259100e-4,
      1.84631831751005468180e-5,
      1.42151175831644588870e-7,
      2.04426310338993978564e-15
    };

    private Wichura() {}
  }
}
