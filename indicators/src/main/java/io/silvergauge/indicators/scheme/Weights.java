package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.statistic.Fraction;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each group and indicator counts in the total, as a part of it, where all groups are
 * arithmetic means and nothing is missing. By hand: an indicator with 3 of the 4 in a dimension
 * with 60 of 100 counts 0.45.
 */
public final class Weights {
  private final Scheme scheme;
  private final Map<String, Fraction> parts = new TreeMap<>();

  private Weights(Scheme scheme) {
    this.scheme = scheme;
  }

  /** The part of each group and each indicator that weighs, by id; 1 for the total. */
  public static Map<String, Fraction> ofTotal(Scheme scheme) {
    Weights weights = new Weights(scheme);
    weights.share(Group.TOTAL, Fraction.ONE);
    return weights.parts;
  }

  private void share(String group, Fraction part) {
    parts.put(group, part);
    Fraction whole = Fraction.ZERO;
    for (Group lower : scheme.groups()) {
      whole = lower.within().equals(group) ? whole.plus(Fraction.of(lower.weight())) : whole;
    }
    for (Indicator indicator : scheme.indicators()) {
      whole =
          indicator.dimension().equals(group) ? whole.plus(Fraction.of(indicator.weight())) : whole;
    }
    if (whole.signum() == 0) {
      return;
    }
    for (Indicator indicator : scheme.indicators()) {
      if (indicator.dimension().equals(group) && !indicator.isBonus()) {
        parts.put(indicator.id(), part.times(Fraction.of(indicator.weight())).dividedBy(whole));
      }
    }
    for (Group lower : scheme.groups()) {
      if (lower.within().equals(group)) {
        share(lower.id(), part.times(Fraction.of(lower.weight())).dividedBy(whole));
      }
    }
  }
}
