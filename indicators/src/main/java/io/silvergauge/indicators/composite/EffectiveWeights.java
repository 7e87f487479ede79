package io.silvergauge.indicators.composite;

import java.util.LinkedHashMap;
import java.util.Map;

/** What share of the whole each node's weight is, where nothing is missing. */
public final class EffectiveWeights {
  private EffectiveWeights() {}

  /**
   * Each node's weight over the sum of its group's, multiplied down from the root; the indicators'
   * add up to 1. By hand: one of two in a group of weight 3 beside one of weight 1 has 3/4 · 1/2.
   */
  public static Map<String, Double> of(Index index) {
    Map<String, Double> shares = new LinkedHashMap<>();
    add(index.root(), 1, shares);
    return shares;
  }

  private static void add(Index.Node node, double share, Map<String, Double> shares) {
    shares.put(node.id(), share);
    if (node instanceof Index.Group group) {
      double total = 0;
      for (Index.Node part : group.parts()) {
        total += part.weight();
      }
      for (Index.Node part : group.parts()) {
        add(part, share * part.weight() / total, shares);
      }
    }
  }
}
