package io.silvergauge.indicators.composite;

/** Every unit against every other, part by part. */
final class Duels {
  private Duels() {}

  /**
   * Duels won less duels lost into {@code out}; not a number for a unit without any score.
   *
   * @param parts scores by part and unit, not a number where there is none
   */
  static void fight(double[][] parts, double[] weights, double[] out) {
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] = present(parts, weights, unit) ? 0 : Double.NaN;
    }
    for (int one = 0; one < out.length; one++) {
      for (int other = one + 1; other < out.length; other++) {
        double ahead = 0;
        double behind = 0;
        for (int part = 0; part < parts.length; part++) {
          ahead += parts[part][one] > parts[part][other] ? weights[part] : 0;
          behind += parts[part][one] < parts[part][other] ? weights[part] : 0;
        }
        int won = Double.compare(ahead, behind);
        out[one] += won;
        out[other] -= won;
      }
    }
  }

  private static boolean present(double[][] parts, double[] weights, int unit) {
    for (int part = 0; part < parts.length; part++) {
      if (weights[part] > 0 && !Double.isNaN(parts[part][unit])) {
        return true;
      }
    }
    return false;
  }
}
