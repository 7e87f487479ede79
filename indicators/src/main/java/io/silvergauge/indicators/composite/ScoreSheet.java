package io.silvergauge.indicators.composite;

import java.util.OptionalDouble;

/** The scores of all nodes and units after one calculation; used again for the next. */
public final class ScoreSheet {
  final double[][] nodes; // not a number where there is none
  final double[] sums;
  final double[] totals;
  final int[] counts;
  final double[] logs;

  ScoreSheet(int nodes, int units) {
    this.nodes = new double[nodes][units];
    sums = new double[units];
    totals = new double[units];
    counts = new int[units];
    logs = new double[units];
  }

  /** Whether a node has a score for a unit. */
  public boolean has(int node, int unit) {
    return !Double.isNaN(nodes[node][unit]);
  }

  /** The score, if there is one. */
  public OptionalDouble find(int node, int unit) {
    return has(node, unit) ? OptionalDouble.of(nodes[node][unit]) : OptionalDouble.empty();
  }

  /**
   * The score where there is one.
   *
   * @throws IllegalStateException if there is none
   */
  public double at(int node, int unit) {
    double score = nodes[node][unit];
    if (Double.isNaN(score)) {
      throw new IllegalStateException("Node " + node + " has no score for unit " + unit);
    }
    return score;
  }
}
