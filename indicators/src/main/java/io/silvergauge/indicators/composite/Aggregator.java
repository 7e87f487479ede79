package io.silvergauge.indicators.composite;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the scores of a group become one; each group has its own. Weights are rescaled over the
 * scores that are there.
 *
 * <p>Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 6, unless an
 * entry says otherwise.
 */
public sealed interface Aggregator extends Serializable {
  /** Its name in schemes and data files. */
  String name();

  /** Whether a score of nought or below makes the result nought or nothing. */
  default boolean needsPositive() {
    return false;
  }

  /**
   * The group's score for one unit; empty where the method gives none for such scores.
   *
   * @param scores those that are there, in scheme order
   * @param weights as many, none negative
   */
  default OptionalDouble of(double[] scores, double[] weights) {
    double mean = Means.of(this, scores, weights, scores.length);
    return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  /** {@code Σ w·x / Σ w}. */
  record Arithmetic() implements Aggregator {
    @Override
    public String name() {
      return "arithmetic";
    }
  }

  /** {@code exp(Σ w·ln x / Σ w)}; nought as soon as one score is, none for negative scores. */
  record Geometric() implements Aggregator {
    @Override
    public String name() {
      return "geometric";
    }

    @Override
    public boolean needsPositive() {
      return true;
    }
  }

  /** {@code Σ w / Σ (w / x)}; nought as soon as one score is, none for negative scores. */
  record Harmonic() implements Aggregator {
    @Override
    public String name() {
      return "harmonic";
    }

    @Override
    public boolean needsPositive() {
      return true;
    }
  }

  /**
   * The generalised mean {@code (Σ w·x^p / Σ w)^(1/p)}; p = 1 is the arithmetic, −1 the harmonic
   * mean. By hand: 3 and 4 with p = 2 give √12.5.
   *
   * @param exponent from −20 to 20, not 0
   */
  record Power(double exponent) implements Aggregator {
    public Power {
      Refusals.outside("exponent", exponent, -20, 20);
      Refusals.same("exponent", exponent, 0);
    }

    @Override
    public String name() {
      return "power";
    }

    @Override
    public boolean needsPositive() {
      return exponent < 0;
    }
  }

  /** The lowest score, of those with a weight. */
  record Minimum() implements Aggregator {
    @Override
    public String name() {
      return "minimum";
    }
  }

  /**
   * The mean less (or plus) a penalty for unevenness, {@code M ∓ S²/M}, with mean and spread of the
   * unit's own scores, divisor n. Mazziotta and Pareto, On a generalized non-compensatory composite
   * index, Social Indicators Research 127 (2016); the weights are this program's addition, equal
   * weights give the published index. By hand: 90 and 110 give 100 − 100/100 = 99.
   *
   * @param downward whether unevenness lowers the score; the right choice where more is better
   */
  record MazziottaPareto(boolean downward) implements Aggregator {
    @Override
    public String name() {
      return "mazziotta_pareto";
    }

    @Override
    public boolean needsPositive() {
      return true;
    }
  }

  /**
   * Duels won less duels lost: a unit wins against another where the weights of the parts in which
   * it is ahead exceed those in which it is behind. Parts that one of the two lacks do not count.
   * Copeland's rule as in the handbook, section 6.9. The result lies from −(n−1) to n−1; it ranks,
   * it does not measure.
   */
  record Copeland() implements Aggregator {
    @Override
    public String name() {
      return "copeland";
    }

    /** None: a duel needs two. */
    @Override
    public OptionalDouble of(double[] scores, double[] weights) {
      return OptionalDouble.empty();
    }

    /** Each unit's duels won less duels lost; a unit without any score has none. */
    public Column of(List<Column> parts, double[] weights) {
      double[][] cells = parts.stream().map(Column::cells).toArray(double[][]::new);
      double[] out = new double[parts.get(0).size()];
      Duels.fight(cells, weights, out);
      return Column.masked(out);
    }
  }
}
