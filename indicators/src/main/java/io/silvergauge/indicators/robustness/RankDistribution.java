package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Quantiles;
import io.silvergauge.indicators.score.Grades;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The ranks of all units in all replications. A replication in which a unit came to no score is
 * counted and stays in every denominator: for the lower end of an interval it counts as the first
 * place, for the median and the upper end as the last, so that failures widen and never narrow.
 */
public final class RankDistribution {
  private final Pipeline pipeline;
  private final int[] published;
  private final double level;
  private final int[][] ranks; // by unit and replication, 0 for none
  private final int[][] grades; // by unit and replication, place of the band, −1 for none
  private final boolean graded;

  private RankDistribution(
      Pipeline pipeline,
      int[] published,
      double level,
      int[][] ranks,
      int[][] grades,
      boolean graded) {
    this.pipeline = pipeline;
    this.published = published;
    this.level = level;
    this.ranks = ranks;
    this.grades = grades;
    this.graded = graded;
  }

  /** How many replications there are, failed ones included. */
  public int replications() {
    return ranks.length == 0 ? 0 : ranks[0].length;
  }

  /** The rank as published; empty for a unit that has none. */
  public OptionalInt published(int unit) {
    return published[unit] == Ranker.UNRANKED
        ? OptionalInt.empty()
        : OptionalInt.of(published[unit]);
  }

  /** The rank in a replication; empty where it failed. */
  public OptionalInt rank(int unit, int replication) {
    int rank = ranks[unit][replication];
    return rank == Ranker.UNRANKED ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  /** In how many replications a unit came to no score. */
  public int failures(int unit) {
    int failures = 0;
    for (int rank : ranks[unit]) {
      failures += rank == Ranker.UNRANKED ? 1 : 0;
    }
    return failures;
  }

  /** The median rank. */
  public double median(int unit) {
    return quantile(unit, 0.5);
  }

  /** The specification's interval, quantiles of type 7; at 0.9 from 5 % to 95 %. */
  public Interval interval(int unit) {
    return new Interval(quantile(unit, (1 - level) / 2), quantile(unit, (1 + level) / 2));
  }

  /** A quantile of the ranks, type 7. */
  public double quantile(int unit, double p) {
    double[] placed = new double[replications()];
    for (int i = 0; i < placed.length; i++) {
      int rank = ranks[unit][i];
      placed[i] = rank != Ranker.UNRANKED ? rank : p < 0.5 ? 1 : ranks.length;
    }
    return Quantiles.of(placed, p);
  }

  /**
   * In what share of all replications a unit earned each grade, from the best down; the shares fall
   * short of 1 by the failures. Empty where a choice of the specification scores on another scale
   * than the grade bands.
   */
  public Map<String, Double> grades(int unit) {
    Map<String, Double> shares = new LinkedHashMap<>();
    List<Grades.Grade> bands = pipeline.grades().bands();
    for (int band = 0; graded && band < bands.size(); band++) {
      int count = 0;
      for (int earned : grades[unit]) {
        count += earned == band ? 1 : 0;
      }
      shares.put(bands.get(band).id(), count / (double) replications());
    }
    return shares;
  }

  /**
   * In what share of all replications one unit is strictly ahead of another. A unit without a score
   * is ahead of nobody, and nobody is known to be ahead of it.
   */
  public double ahead(int one, int other) {
    int count = 0;
    for (int i = 0; i < replications(); i++) {
      int mine = ranks[one][i];
      int theirs = ranks[other][i];
      count += mine != Ranker.UNRANKED && theirs != Ranker.UNRANKED && mine < theirs ? 1 : 0;
    }
    return count / (double) replications();
  }

  /** In what share of all replications a unit comes to a rank or a better one. */
  public double atBest(int unit, int rank) {
    int count = 0;
    for (int earned : ranks[unit]) {
      count += earned != Ranker.UNRANKED && earned <= rank ? 1 : 0;
    }
    return count / (double) replications();
  }

  /** Collects replications from any thread. */
  static final class Tally {
    private final Pipeline pipeline;
    private final int[] published;
    private final double level;
    private final int[][] ranks;
    private final int[][] grades;
    private final long[] edges;
    private final boolean graded;

    Tally(
        Pipeline pipeline,
        Replicator.Desk declared,
        double level,
        int replications,
        boolean graded) {
      this.pipeline = pipeline;
      this.level = level;
      this.graded = graded;
      published = declared.ranks().clone();
      ranks = new int[pipeline.units().size()][replications];
      grades = new int[pipeline.units().size()][graded ? replications : 0];
      edges =
          pipeline.grades().bands().stream()
              .map(Grades.Grade::from)
              .mapToLong(Ranker::edge)
              .toArray();
    }

    void add(int replication, Replicator.Desk desk) {
      for (int unit = 0; unit < ranks.length; unit++) {
        ranks[unit][replication] = desk.ranks()[unit];
        if (graded) {
          grades[unit][replication] = band(desk.keys()[unit]);
        }
      }
    }

    private int band(long key) {
      if (key == Ranker.NO_KEY) {
        return -1;
      }
      for (int band = 0; band < edges.length; band++) {
        if (key >= edges[band]) {
          return band;
        }
      }
      return edges.length - 1;
    }

    RankDistribution distribution() {
      return new RankDistribution(pipeline, published, level, ranks, grades, graded);
    }
  }
}
