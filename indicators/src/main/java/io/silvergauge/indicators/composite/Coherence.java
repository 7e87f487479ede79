package io.silvergauge.indicators.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the parts of a group belong together: what an audit of a composite index asks. OECD and
 * JRC handbook (2008), steps 4 and 8, with the limits the JRC's audits use.
 *
 * @param pairs correlations of all pairs of parts, in order
 * @param withWhole each part's correlation with the group's score
 * @param alpha Cronbach's α over the units that have all parts; empty with fewer than two parts or
 *     three such units
 * @param components the principal components of the correlation matrix over the same units, the
 *     largest first; empty where α is, or where a part is the same for all
 */
public record Coherence(
    List<Pair> pairs, List<Pair> withWhole, Optional<Double> alpha, List<Component> components) {
  /** From here two parts say the same. */
  public static final double REDUNDANT = 0.92;

  /** Below this a part pulls against another. */
  public static final double CONFLICT = -0.4;

  /** Below this a part hardly shows in the whole. */
  public static final double SILENT = 0.3;

  public Coherence {
    pairs = List.copyOf(pairs);
    withWhole = List.copyOf(withWhole);
    components = List.copyOf(components);
  }

  /** What a correlation gives cause to look at. */
  public enum Flag {
    /** Nothing. */
    NONE,
    /** Two parts say the same; one of them may be weight without news. */
    REDUNDANT,
    /** The parts pull against each other: a direction may be wrong, or a trade-off is hidden. */
    CONFLICT,
    /** The part hardly shows in the whole. */
    SILENT,
    /** There is no correlation: too few units, or the same value for all. */
    NOT_COMPUTABLE
  }

  /**
   * Two columns.
   *
   * @param one the first's place among the parts
   * @param other the second's; −1 for the group itself
   */
  public record Pair(int one, int other, Optional<Correlation> correlation, Flag flag) {}

  /**
   * A principal component.
   *
   * @param eigenvalue at 1 or above it holds more than one part does alone (Kaiser)
   * @param share of all variance, from 0 to 1
   * @param loadings the parts' correlations with it, in order
   */
  public record Component(double eigenvalue, double share, List<Double> loadings) {
    public Component {
      loadings = List.copyOf(loadings);
    }
  }

  /**
   * Audits a group.
   *
   * @param parts the scores of its parts, directions already read
   * @param whole the group's score
   */
  public static Coherence of(List<Column> parts, Column whole) {
    List<Pair> pairs = new ArrayList<>();
    List<Pair> withWhole = new ArrayList<>();
    for (int one = 0; one < parts.size(); one++) {
      for (int other = one + 1; other < parts.size(); other++) {
        Optional<Correlation> found = Correlation.of(parts.get(one), parts.get(other));
        pairs.add(new Pair(one, other, found, flag(found, false)));
      }
      Optional<Correlation> found = Correlation.of(parts.get(one), whole);
      withWhole.add(new Pair(one, -1, found, flag(found, true)));
    }
    List<Column> complete = complete(parts);
    boolean enough = parts.size() > 1 && complete.get(0).size() > 2;
    return new Coherence(
        pairs,
        withWhole,
        enough ? alpha(complete) : Optional.empty(),
        enough ? components(complete) : List.of());
  }

  /**
   * Weights that follow the first principal component: each part's squared loading over the
   * component's eigenvalue, which add up to 1. Nicoletti, Scarpetta and Boylaud, OECD Economics
   * Department Working Papers 226 (2000), with one component and so without rotation; OECD and JRC
   * handbook (2008), section 6.1. They say what the parts have in common, not what matters.
   *
   * @return in the order of the parts; empty where there are no components
   */
  public Optional<List<Double>> componentWeights() {
    if (components.isEmpty() || components.get(0).eigenvalue() <= 0) {
      return Optional.empty();
    }
    Component first = components.get(0);
    return Optional.of(
        first.loadings().stream().map(each -> each * each / first.eigenvalue()).toList());
  }

  private static Flag flag(Optional<Correlation> found, boolean whole) {
    if (found.isEmpty()) {
      return Flag.NOT_COMPUTABLE;
    }
    double r = found.get().coefficient();
    if (whole) {
      return r < SILENT ? Flag.SILENT : Flag.NONE;
    }
    return r >= REDUNDANT ? Flag.REDUNDANT : r < CONFLICT ? Flag.CONFLICT : Flag.NONE;
  }

  /** The parts over the units that have all of them. */
  static List<Column> complete(List<Column> parts) {
    List<Column> kept = new ArrayList<>();
    for (Column part : parts) {
      double[] values = new double[part.size()];
      int n = 0;
      for (int unit = 0; unit < part.size(); unit++) {
        int at = unit;
        if (parts.stream().allMatch(each -> each.has(at))) {
          values[n++] = part.at(unit);
        }
      }
      kept.add(Column.masked(Arrays.copyOf(values, n)));
    }
    return kept;
  }

  /** {@code k / (k − 1) · (1 − Σ s² / s² of the sum)}; Cronbach, Psychometrika 16 (1951). */
  private static Optional<Double> alpha(List<Column> parts) {
    int units = parts.get(0).size();
    double[] sums = new double[units];
    double variances = 0;
    for (Column part : parts) {
      for (int unit = 0; unit < units; unit++) {
        sums[unit] += part.at(unit);
      }
      double spread = Moments.deviation(part.present());
      variances += spread * spread;
    }
    double whole = Moments.deviation(sums);
    double k = parts.size();
    return whole == 0
        ? Optional.empty()
        : Optional.of(k / (k - 1) * (1 - variances / (whole * whole)));
  }

  /** The correlations of parts that all units have; empty where one is the same for all. */
  static Optional<double[][]> correlations(List<Column> parts) {
    int k = parts.size();
    double[][] matrix = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        Optional<Correlation> r = Correlation.of(parts.get(i), parts.get(j));
        if (r.isEmpty()) {
          return Optional.empty();
        }
        matrix[i][j] = i == j ? 1 : r.get().coefficient();
      }
    }
    return Optional.of(matrix);
  }

  private static List<Component> components(List<Column> parts) {
    Optional<double[][]> matrix = correlations(parts);
    if (matrix.isEmpty()) {
      return List.of();
    }
    int k = parts.size();
    Eigen eigen = new Eigen(matrix.get());
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      double value = Math.max(0, eigen.values[i]);
      components.add(
          new Component(
              value,
              value / k,
              Arrays.stream(eigen.vectors[i]).map(x -> x * Math.sqrt(value)).boxed().toList()));
    }
    return components;
  }
}
