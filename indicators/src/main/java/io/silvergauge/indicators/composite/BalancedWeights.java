package io.silvergauge.indicators.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights of a weighted arithmetic mean under which each part is correlated with the mean as
 * strongly as its importance says: {@code w ∝ (R⁻¹ t) / s}, with the parts' correlations R, their
 * deviations s and the importances t. A declared weight is seldom an importance, for what parts
 * have in common counts more than once. Paruolo, Saisana and Saltelli, Journal of the Royal
 * Statistical Society A 176 (2013), section 3; Becker, Saisana, Paruolo and Vandecasteele,
 * Ecological Indicators 80 (2017), search for them instead.
 *
 * @param weights in the order of the parts, adding up to 1; empty where there are none
 * @param lack why there are none; empty where there are
 */
public record BalancedWeights(Optional<List<Double>> weights, Optional<Lack> lack) {
  /** Below this share of the largest eigenvalue the parts are taken for repetitions. */
  private static final double REPEATED = 1e-10;

  /** Why no weights balance a group. */
  public enum Lack {
    /** Fewer than three units have all parts. */
    TOO_FEW,
    /** A part is the same for all units. */
    CONSTANT,
    /** A part follows from the others, so many weights do the same. */
    REPEATED,
    /** A part would need a weight below nought: it runs against the others. */
    NEGATIVE
  }

  public BalancedWeights {
    weights = weights.map(List::copyOf);
  }

  /**
   * Balances a group.
   *
   * @param parts the scores of its parts, two or more; units that lack one take no part
   * @param importances by part, above 0; only their proportions count
   */
  public static BalancedWeights of(List<Column> parts, List<Double> importances) {
    List<Column> complete = Coherence.complete(parts);
    if (complete.get(0).size() < 3) {
      return lacks(Lack.TOO_FEW);
    }
    Optional<double[][]> correlations = Coherence.correlations(complete);
    if (correlations.isEmpty()) {
      return lacks(Lack.CONSTANT);
    }
    Eigen eigen = new Eigen(correlations.get());
    if (eigen.values[parts.size() - 1] < REPEATED * eigen.values[0]) {
      return lacks(Lack.REPEATED);
    }
    double[] raw = solved(eigen, importances);
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] /= Moments.deviation(complete.get(i).present());
      if (raw[i] <= 0) {
        return lacks(Lack.NEGATIVE);
      }
      sum += raw[i];
    }
    List<Double> weights = new ArrayList<>();
    for (double weight : raw) {
      weights.add(weight / sum);
    }
    return new BalancedWeights(Optional.of(weights), Optional.empty());
  }

  /** {@code R⁻¹ t} by the eigenvectors of R. */
  private static double[] solved(Eigen eigen, List<Double> importances) {
    double[] found = new double[importances.size()];
    for (int k = 0; k < found.length; k++) {
      double along = 0;
      for (int i = 0; i < found.length; i++) {
        along += eigen.vectors[k][i] * importances.get(i);
      }
      for (int i = 0; i < found.length; i++) {
        found[i] += along / eigen.values[k] * eigen.vectors[k][i];
      }
    }
    return found;
  }

  private static BalancedWeights lacks(Lack lack) {
    return new BalancedWeights(Optional.empty(), Optional.of(lack));
  }
}
