package io.silvergauge.indicators.robustness;

/**
 * Chance that can be repeated: SplitMix64, one stream for each (seed, number), so that a
 * replication draws the same whichever thread works it out. Steele, Lea and Flood, Fast splittable
 * pseudorandom number generators, OOPSLA 2014.
 */
final class RandomStream {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream of a number under a seed. */
  static RandomStream of(long seed, long number) {
    return new RandomStream(mix(mix(seed + STEP) ^ mix(number * STEP + 1)));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** Evenly from 0, included, to 1, excluded; 53 bits. */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Standard normal. */
  double normal() {
    return Distributions.normal(((next() >>> 11) + 0.5) * 0x1.0p-53);
  }

  /** A whole number from 0 to {@code bound − 1}. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** The gamma distribution of scale 1: Marsaglia and Tsang, ACM TOMS 26 (2000). */
  double gamma(double shape) {
    if (shape < 1) {
      double u = ((next() >>> 11) + 0.5) * 0x1.0p-53;
      return gamma(shape + 1) * StrictMath.exp(StrictMath.log(u) / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / (3 * Math.sqrt(d));
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = ((next() >>> 11) + 0.5) * 0x1.0p-53;
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }
}
