package io.silvergauge.indicators.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index made ready to be calculated many times; may be shared between threads. */
public final class Calculator {
  /** No indicator is left out. */
  public static final int NONE_OMITTED = -1;

  private final Index index;
  private final List<Index.Node> nodes;
  private final int[][] parts;
  private final int[] column;

  /** Lays the nodes of an index out in arrays. */
  public Calculator(Index index) {
    this.index = index;
    nodes = index.nodes();
    Map<String, Integer> places = new HashMap<>();
    parts = new int[nodes.size()][];
    column = new int[nodes.size()];
    int columns = 0;
    for (int i = 0; i < nodes.size(); i++) {
      places.put(nodes.get(i).id(), i);
      if (nodes.get(i) instanceof Index.Group group) {
        parts[i] = group.parts().stream().mapToInt(part -> places.get(part.id())).toArray();
      } else {
        column[i] = columns++;
      }
    }
  }

  /** The index. */
  public Index index() {
    return index;
  }

  /** The nodes, the root last; their places here are those in a score sheet. */
  public List<Index.Node> nodes() {
    return nodes;
  }

  /** The weights of all nodes as they are declared. */
  public double[] weights() {
    return nodes.stream().mapToDouble(Index.Node::weight).toArray();
  }

  /** The aggregators of all nodes as they are declared; none at the places of indicators. */
  public List<Optional<Aggregator>> aggregators() {
    return nodes.stream()
        .map(
            node ->
                node instanceof Index.Group group
                    ? Optional.of(group.aggregator())
                    : Optional.<Aggregator>empty())
        .toList();
  }

  /** Room for the scores of so many units. */
  public ScoreSheet sheet(int units) {
    return new ScoreSheet(nodes.size(), units);
  }

  /**
   * The yardsticks of all indicators.
   *
   * @param reference the values they are taken from, a column an indicator
   * @param instead a normalisation in place of every indicator's own
   */
  public List<Yardstick> yardsticks(List<Column> reference, Optional<Normalisation> instead) {
    List<Yardstick> yardsticks = new ArrayList<>();
    List<Index.Indicator> indicators = index.indicators();
    for (int i = 0; i < indicators.size(); i++) {
      Yardstick.Rule rule = indicators.get(i).rule();
      yardsticks.add(instead.map(rule::with).orElse(rule).fit(reference.get(i)));
    }
    return yardsticks;
  }

  /** The scores of all indicators. */
  public NormalisedTable normalise(List<Yardstick> yardsticks, List<Column> data) {
    List<Column> scores = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      scores.add(yardsticks.get(i).apply(data.get(i)));
    }
    return new NormalisedTable(scores);
  }

  /**
   * Calculates all nodes into a sheet.
   *
   * @param scores the indicators' scores
   * @param weights by node
   * @param aggregators by node, none at the places of indicators
   * @param omitted the indicator left out, by its column; {@link #NONE_OMITTED}
   */
  public void calculate(
      NormalisedTable scores,
      double[] weights,
      List<Optional<Aggregator>> aggregators,
      int omitted,
      ScoreSheet sheet) {
    for (int node = 0; node < parts.length; node++) {
      if (parts[node] == null) {
        System.arraycopy(
            scores.cells(column[node]), 0, sheet.nodes[node], 0, sheet.nodes[node].length);
      } else {
        aggregate(node, scores, weights, aggregators.get(node).orElseThrow(), omitted, sheet);
      }
    }
  }

  private void aggregate(
      int node,
      NormalisedTable scores,
      double[] weights,
      Aggregator method,
      int omitted,
      ScoreSheet sheet) {
    int[] used = used(node, weights, omitted);
    int needed = needed(node, used.length);
    if (method instanceof Aggregator.Arithmetic || method instanceof Aggregator.Geometric) {
      sums(node, used, scores, weights, method instanceof Aggregator.Geometric, needed, sheet);
    } else if (method instanceof Aggregator.Copeland) {
      duels(node, used, weights, needed, sheet);
    } else {
      means(node, used, weights, method, needed, sheet);
    }
  }

  /** The parts that count: with a weight, not left out, and not a group whose parts all are. */
  private int[] used(int node, double[] weights, int omitted) {
    int[] used = new int[parts[node].length];
    int count = 0;
    for (int part : parts[node]) {
      boolean out = parts[part] == null ? column[part] == omitted : emptied(part, weights, omitted);
      if (weights[part] > 0 && !out) {
        used[count++] = part;
      }
    }
    return Arrays.copyOf(used, count);
  }

  private boolean emptied(int node, double[] weights, int omitted) {
    if (omitted == NONE_OMITTED) {
      return false;
    }
    for (int part : parts[node]) {
      boolean out = parts[part] == null ? column[part] == omitted : emptied(part, weights, omitted);
      if (weights[part] > 0 && !out) {
        return false;
      }
    }
    return true;
  }

  private int needed(int node, int used) {
    double availability = ((Index.Group) nodes.get(node)).availability();
    return Math.max(1, (int) Math.ceil(availability * used - 1e-9));
  }

  private void sums(
      int node,
      int[] used,
      NormalisedTable scores,
      double[] weights,
      boolean geometric,
      int needed,
      ScoreSheet sheet) {
    double[] sums = sheet.sums;
    double[] totals = sheet.totals;
    int[] counts = sheet.counts;
    Arrays.fill(sums, 0);
    Arrays.fill(totals, 0);
    Arrays.fill(counts, 0);
    for (int part : used) {
      double[] terms = geometric ? logs(part, scores, sheet) : sheet.nodes[part];
      double weight = weights[part];
      double[] present = sheet.nodes[part];
      for (int unit = 0; unit < sums.length; unit++) {
        if (!Double.isNaN(present[unit])) {
          sums[unit] += weight * terms[unit];
          totals[unit] += weight;
          counts[unit]++;
        }
      }
    }
    double[] out = sheet.nodes[node];
    for (int unit = 0; unit < sums.length; unit++) {
      double mean = sums[unit] / totals[unit];
      out[unit] = counts[unit] < needed ? Double.NaN : geometric ? StrictMath.exp(mean) : mean;
    }
  }

  /** Logarithms: minus infinity for nought, which makes the mean nought; none for less. */
  private double[] logs(int part, NormalisedTable scores, ScoreSheet sheet) {
    if (parts[part] == null) {
      return scores.logs(column[part]);
    }
    NormalisedTable.logs(sheet.nodes[part], sheet.logs);
    return sheet.logs;
  }

  private static void means(
      int node, int[] used, double[] weights, Aggregator method, int needed, ScoreSheet sheet) {
    double[] x = new double[used.length];
    double[] w = new double[used.length];
    for (int unit = 0; unit < sheet.sums.length; unit++) {
      int n = 0;
      for (int part : used) {
        x[n] = sheet.nodes[part][unit];
        w[n] = weights[part];
        n += Double.isNaN(x[n]) ? 0 : 1;
      }
      sheet.nodes[node][unit] = n < needed ? Double.NaN : Means.of(method, x, w, n);
    }
  }

  private static void duels(int node, int[] used, double[] weights, int needed, ScoreSheet sheet) {
    double[][] cells = new double[used.length][];
    double[] w = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      cells[i] = sheet.nodes[used[i]];
      w[i] = weights[used[i]];
    }
    double[] out = sheet.nodes[node];
    Duels.fight(cells, w, out);
    for (int unit = 0; unit < out.length; unit++) {
      int n = 0;
      for (double[] part : cells) {
        n += Double.isNaN(part[unit]) ? 0 : 1;
      }
      out[unit] = n < needed ? Double.NaN : out[unit];
    }
  }
}
