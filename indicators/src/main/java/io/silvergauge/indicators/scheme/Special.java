package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.document.Suggestion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A special evaluation 专项评估: the rule book cut down to some of its dimensions, topics and
 * indicators. What is left keeps its weights, so that scores are worked out over what is left.
 *
 * @param id name of its folder: the nodes in the order of their ids
 * @param name its names
 * @param nodes what it was asked for, sorted
 * @param scheme what is left of the rule book
 */
public record Special(String id, Bilingual name, List<String> nodes, Scheme scheme) {
  private static final int LONGEST = 80;
  private static final int HASH = 12;

  /**
   * The special evaluation about some nodes.
   *
   * @param wanted ids of dimensions, topics or indicators
   * @throws InvalidValueException naming each that the scheme does not have
   */
  public static Special of(Scheme scheme, Collection<String> wanted) {
    Map<String, Bilingual> known = names(scheme);
    List<String> nodes = wanted.stream().distinct().sorted().toList();
    Bilingual unknown = Bilingual.EMPTY;
    for (String node : nodes) {
      if (!known.containsKey(node)) {
        Bilingual one =
            Bilingual.of(
                "方案中没有维度、专题或指标“%s”%s",
                "the scheme has no dimension, topic or indicator '%s'%s",
                node,
                Suggestion.nearest(node, known.keySet()));
        unknown =
            unknown.equals(Bilingual.EMPTY) ? one : Bilingual.of("%s；%s", "%s; %s", unknown, one);
      }
    }
    if (!unknown.equals(Bilingual.EMPTY)) {
      throw new InvalidValueException(unknown);
    }
    if (nodes.isEmpty()) {
      throw new InvalidValueException(
          new Bilingual("至少需要一个维度、专题或指标", "at least one dimension, topic or indicator is needed"));
    }
    Bilingual name = known.get(nodes.get(0));
    for (String node : nodes.subList(1, nodes.size())) {
      name = Bilingual.of("%s、%s", "%s, %s", name, known.get(node));
    }
    Set<String> indicators = indicators(scheme, nodes);
    if (indicators.isEmpty()) {
      throw new InvalidValueException(
          Bilingual.of("“%s”没有指标", "there is no indicator in '%s'", name));
    }
    return new Special(idOf(nodes), name, nodes, cut(scheme, indicators));
  }

  /** A plan as far as it is about what is left. */
  public Plan plan(Plan plan) {
    Set<String> groups = new HashSet<>();
    scheme.groups().forEach(group -> groups.add(group.id()));
    List<Indicator> own =
        plan.own().stream()
            .filter(one -> nodes.stream().anyMatch(groups::contains))
            .filter(one -> groups.contains(one.dimension()))
            .toList();
    Set<String> kept = new TreeSet<>();
    scheme.indicators().forEach(one -> kept.add(one.id()));
    own.forEach(one -> kept.add(one.id()));
    Map<String, Target> targets = new TreeMap<>(plan.targets());
    targets.keySet().retainAll(kept);
    Map<String, BigDecimal> weights = new TreeMap<>(plan.weights());
    weights.keySet().retainAll(kept);
    return new Plan(
        plan.region(), plan.name(), plan.status(), plan.source(), targets, weights, own);
  }

  private static Map<String, Bilingual> names(Scheme scheme) {
    Map<String, Bilingual> names = new TreeMap<>();
    scheme.groups().stream()
        .filter(group -> !group.id().equals(Group.TOTAL))
        .forEach(group -> names.put(group.id(), group.name()));
    scheme.conduct().topics().forEach(topic -> names.put(topic.id(), topic.name()));
    scheme.indicators().forEach(indicator -> names.put(indicator.id(), indicator.name()));
    return names;
  }

  /** The id of the special evaluation about some nodes: of a long list its beginning and a hash. */
  public static String idOf(Collection<String> wanted) {
    String all = String.join(".", wanted.stream().distinct().sorted().toList());
    return all.length() <= LONGEST
        ? all
        : all.substring(0, LONGEST - HASH - 1)
            + "."
            + Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }

  private static Set<String> indicators(Scheme scheme, Collection<String> nodes) {
    Set<String> wanted = new HashSet<>(nodes);
    // A group is listed after the one it lies within.
    scheme.groups().stream()
        .filter(group -> wanted.contains(group.within()))
        .forEach(group -> wanted.add(group.id()));
    scheme.conduct().topics().stream()
        .filter(topic -> wanted.contains(topic.id()))
        .forEach(topic -> wanted.addAll(topic.indicators()));
    Set<String> indicators = new TreeSet<>();
    scheme.indicators().stream()
        .filter(one -> wanted.contains(one.id()) || wanted.contains(one.dimension()))
        .forEach(one -> indicators.add(one.id()));
    return indicators;
  }

  private static Scheme cut(Scheme scheme, Set<String> kept) {
    List<Indicator> indicators =
        scheme.indicators().stream().filter(one -> kept.contains(one.id())).toList();
    Set<String> alive = new HashSet<>(Set.of(Group.TOTAL));
    indicators.forEach(one -> alive.add(one.dimension()));
    List<Group> groups = new ArrayList<>(scheme.groups());
    for (int i = groups.size() - 1; i >= 0; i--) {
      if (alive.contains(groups.get(i).id())) {
        alive.add(groups.get(i).within());
      }
    }
    groups.removeIf(group -> !alive.contains(group.id()));
    Set<String> inputs = new HashSet<>();
    indicators.forEach(one -> inputs.addAll(one.measure().inputs()));
    return scheme.cutDown(
        groups,
        indicators,
        scheme.profiles().stream().map(profile -> cut(profile, kept)).toList(),
        new Policies(
            scheme.policies().statuses(),
            scheme.policies().vetoes().stream()
                .filter(veto -> alive.contains(veto.node()))
                .filter(
                    veto ->
                        veto.indicators().isEmpty()
                            || veto.indicators().stream().anyMatch(kept::contains))
                .toList(),
            scheme.policies().planLimits(),
            scheme.policies().screening(),
            scheme.policies().visits().cut(kept, alive),
            scheme.policies().suppression()),
        scheme.checks().stream()
            .filter(check -> check.rule().statistics().stream().anyMatch(inputs::contains))
            .toList());
  }

  private static Profile cut(Profile profile, Set<String> kept) {
    Map<String, List<Target>> targets = new TreeMap<>(profile.targets());
    targets.keySet().retainAll(kept);
    return new Profile(profile.id(), profile.name(), profile.source(), targets);
  }
}
