package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a group of cities tells of each of its members: ranks, medians, spread. */
final class PeerGroup {
  private final Map<String, Map<String, Integer>> ranks = new TreeMap<>();
  private final Map<String, PeerRange> scores = new TreeMap<>();
  private final Map<String, PeerRange> amounts = new TreeMap<>();

  PeerGroup(SchemeView scheme, Collection<RegionEvaluation> members) {
    Set<String> common =
        scheme.indicators().stream().map(SchemeView.IndicatorView::id).collect(Collectors.toSet());
    Map<String, Map<String, BigDecimal>> byNode = new TreeMap<>();
    Map<String, List<BigDecimal>> byIndicator = new TreeMap<>();
    for (RegionEvaluation city : members) {
      for (NodeScore score : city.scores()) {
        if (isStanding(score) && score.score() != null) {
          byNode
              .computeIfAbsent(score.node(), node -> new TreeMap<>())
              .put(city.region().code(), score.score());
        }
      }
      for (IndicatorResult indicator : city.indicators()) {
        if (indicator.amount() != null && common.contains(indicator.id())) {
          byIndicator
              .computeIfAbsent(indicator.id(), id -> new ArrayList<>())
              .add(indicator.amount());
        }
      }
    }
    byNode.forEach(
        (node, byCity) -> {
          ranks.put(node, scheme.ranking().policy().ranks(byCity));
          PeerRange.of(byCity.values()).ifPresent(range -> scores.put(node, range));
        });
    byIndicator.forEach(
        (id, values) -> PeerRange.of(values).ifPresent(range -> amounts.put(id, range)));
  }

  static boolean isStanding(NodeScore score) {
    return score.result().equals(ResultKind.STANDING.code());
  }

  /** The place of a city at a node; null where it has no score there. */
  Integer rank(String node, String city) {
    return ranks.getOrDefault(node, Map.of()).get(city);
  }

  /** The median score at a node; null where no member has one. */
  BigDecimal median(String node) {
    PeerRange range = scores.get(node);
    return range == null ? null : range.median();
  }

  /** The spread of an indicator's values; null where no member has one. */
  PeerRange spread(String indicator) {
    return amounts.get(indicator);
  }
}
