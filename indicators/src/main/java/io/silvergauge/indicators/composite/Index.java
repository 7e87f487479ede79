package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a composite index is made of: indicators in groups, each group with its own way to
 * aggregate.
 *
 * @param root the group whose score is the index
 */
public record Index(Group root) implements Serializable {
  /** An indicator or a group. */
  public sealed interface Node extends Serializable {
    /** Its identifier, one in the whole index. */
    String id();

    /** Its weight in its group, relative to the others there; not negative. */
    double weight();
  }

  /**
   * An indicator.
   *
   * @param rule how its values become scores
   */
  public record Indicator(Yardstick.Rule rule, double weight) implements Node {
    public Indicator {
      weighed(rule.id(), weight);
    }

    @Override
    public String id() {
      return rule.id();
    }
  }

  /**
   * A group.
   *
   * @param aggregator how its parts become one
   * @param availability share of its weighted parts, counted, that must have a score; from 0 to 1
   * @param parts in scheme order, at least one with a weight above 0
   */
  public record Group(
      String id, double weight, Aggregator aggregator, double availability, List<Node> parts)
      implements Node {
    public Group {
      weighed(id, weight);
      Refusals.outside("group '" + id + "': availability", availability, 0, 1);
      parts = List.copyOf(parts);
      if (parts.stream().noneMatch(part -> part.weight() > 0)) {
        throw new InvalidValueException(
            Bilingual.of("组“%s”：没有权重大于 0 的成员", "group '%s': no part has a weight above 0", id));
      }
    }
  }

  public Index {
    Set<String> seen = new HashSet<>();
    for (Node node : all(root)) {
      if (!seen.add(node.id())) {
        throw new InvalidValueException(
            Bilingual.of("标识“%s”出现两次", "the id '%s' stands twice", node.id()));
      }
    }
  }

  /** All nodes, the parts of a group before it; the root last. */
  public List<Node> nodes() {
    return all(root);
  }

  private static List<Node> all(Node root) {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  /** The indicators, in scheme order: the order of the columns of data. */
  public List<Indicator> indicators() {
    return nodes().stream().filter(Indicator.class::isInstance).map(Indicator.class::cast).toList();
  }

  /** The groups, the root last. */
  public List<Group> groups() {
    return nodes().stream().filter(Group.class::isInstance).map(Group.class::cast).toList();
  }

  private static void collect(Node node, List<Node> nodes) {
    if (node instanceof Group group) {
      group.parts().forEach(part -> collect(part, nodes));
    }
    nodes.add(node);
  }

  private static void weighed(String id, double weight) {
    if (!(weight >= 0 && weight <= 1e9)) {
      throw new InvalidValueException(
          Bilingual.of("“%s”：权重不能是 %s", "'%s': a weight cannot be %s", id, weight));
    }
  }
}
