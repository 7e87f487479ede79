package io.silvergauge.indicators.trend;

import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.ScoreSheet;
import io.silvergauge.indicators.composite.Yardstick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Takes the change of one unit's score apart. The way from the old score to the new one is walked
 * in a fixed order, and each step's difference is its part: indicators that have no value any more
 * leave; the rules of the others become the new ones, one after the other; weights and groups
 * become the new ones; values become the new ones, one after the other; indicators that have a
 * value only now come in. So the parts always add up to the change. Where groups are arithmetic the
 * parts of values do not depend on their order.
 *
 * <p>By hand: weights 3 and 1, posts 0 and 100, values 40 and 80 become 60 and 80: from 50 to 65,
 * and all 15 are the first value's, 3/4 · 20.
 */
public final class Decomposition {
  private Decomposition() {}

  /** What a part of a change comes from. */
  public enum Cause {
    /** An indicator has a value in one of the two only. */
    MEMBERSHIP,
    /** An indicator's posts, direction or transform differ. */
    RULE,
    /** Weights, groups or the way groups are brought together differ. */
    WEIGHT,
    /** An indicator's value differs. */
    DATA
  }

  /**
   * A part of a change.
   *
   * @param indicator which indicator; empty for weights, which act together
   * @param points what it adds to the score
   */
  public record Part(Cause cause, String indicator, double points) {}

  /**
   * A unit's values and the index that makes its score of them.
   *
   * @param values by indicator; one without a value is not there
   */
  public record Side(Index index, Map<String, Double> values) {
    public Side {
      values = Map.copyOf(values);
    }

    /** The score; empty where nothing that weighs has a value. */
    public OptionalDouble score() {
      Calculator calculator = new Calculator(index);
      List<Column> data = new ArrayList<>();
      for (Index.Indicator indicator : index.indicators()) {
        Double value = values.get(indicator.id());
        data.add(
            Column.of(List.of(value == null ? OptionalDouble.empty() : OptionalDouble.of(value))));
      }
      ScoreSheet sheet = calculator.sheet(1);
      calculator.calculate(
          calculator.normalise(calculator.yardsticks(data, Optional.empty()), data),
          calculator.weights(),
          calculator.aggregators(),
          Calculator.NONE_OMITTED,
          sheet);
      return sheet.find(calculator.nodes().size() - 1, 0);
    }
  }

  /**
   * The parts that are not nought, in the order of the walk; empty where old and new have no
   * indicator in common that both have a value of.
   */
  public static Optional<List<Part>> between(Side before, Side after) {
    Map<String, Yardstick.Rule> rules = new LinkedHashMap<>();
    after.index().indicators().forEach(one -> rules.put(one.id(), one.rule()));
    Walk walk = new Walk(before);
    for (Index.Indicator indicator : before.index().indicators()) {
      String id = indicator.id();
      if (before.values().containsKey(id)
          && !(after.values().containsKey(id) && rules.containsKey(id))) {
        walk.step(Cause.MEMBERSHIP, id, walk.index, without(walk.values, id));
      }
    }
    for (Index.Indicator indicator : before.index().indicators()) {
      Yardstick.Rule rule = rules.get(indicator.id());
      if (rule != null && !rule.equals(indicator.rule())) {
        walk.step(Cause.RULE, indicator.id(), ruled(walk.index, rule), walk.values);
      }
    }
    walk.step(Cause.WEIGHT, "", after.index(), walk.values);
    for (Cause cause : List.of(Cause.DATA, Cause.MEMBERSHIP)) {
      for (String id : rules.keySet()) {
        Double value = after.values().get(id);
        if (value != null && before.values().containsKey(id) == (cause == Cause.DATA)) {
          walk.step(cause, id, after.index(), with(walk.values, id, value));
        }
      }
    }
    return walk.broken ? Optional.empty() : Optional.of(List.copyOf(walk.parts));
  }

  /** Where the walk stands. */
  private static final class Walk {
    private final List<Part> parts = new ArrayList<>();
    private Index index;
    private Map<String, Double> values;
    private OptionalDouble score;
    private boolean broken;

    Walk(Side from) {
      index = from.index();
      values = from.values();
      score = from.score();
      broken = score.isEmpty();
    }

    void step(Cause cause, String indicator, Index toIndex, Map<String, Double> toValues) {
      OptionalDouble next = new Side(toIndex, toValues).score();
      broken |= next.isEmpty();
      if (!broken) {
        double points = next.getAsDouble() - score.getAsDouble();
        if (points != 0) {
          parts.add(new Part(cause, indicator, points));
        }
      }
      index = toIndex;
      values = toValues;
      score = next;
    }
  }

  private static Index ruled(Index index, Yardstick.Rule rule) {
    return new Index((Index.Group) ruled(index.root(), rule));
  }

  private static Index.Node ruled(Index.Node node, Yardstick.Rule rule) {
    if (node instanceof Index.Group group) {
      return new Index.Group(
          group.id(),
          group.weight(),
          group.aggregator(),
          group.availability(),
          group.parts().stream().map(part -> ruled(part, rule)).toList());
    }
    return node.id().equals(rule.id()) ? new Index.Indicator(rule, node.weight()) : node;
  }

  private static Map<String, Double> without(Map<String, Double> values, String id) {
    Map<String, Double> left = new TreeMap<>(values);
    left.remove(id);
    return left;
  }

  private static Map<String, Double> with(Map<String, Double> values, String id, double value) {
    Map<String, Double> more = new TreeMap<>(values);
    more.put(id, value);
    return more;
  }
}
