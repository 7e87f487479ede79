package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What only all cities together tell: peers and ranks. Ranks are for the standing; a fulfilment is
 * held against a city's own plan, and plans are never mixed.
 */
public final class Comparison {
  /** Id of the group of peers where a level has too few cities. */
  public static final String ALL = "all";

  private Comparison() {}

  /**
   * The cities with peers and ranks filled in.
   *
   * @param cities one for each city, in any order
   * @return by code
   */
  public static List<RegionEvaluation> ranked(Scheme scheme, Collection<RegionEvaluation> cities) {
    return ranked(SchemeView.of(scheme), cities);
  }

  /** The same by a scheme as an evaluation carries it. */
  static List<RegionEvaluation> ranked(SchemeView scheme, Collection<RegionEvaluation> cities) {
    Map<String, String> groups = groups(scheme, cities);
    PeerGroup whole = new PeerGroup(scheme, cities);
    Map<String, PeerGroup> peers = new TreeMap<>();
    for (String group : groups.values()) {
      peers.computeIfAbsent(
          group,
          id ->
              id.equals(ALL)
                  ? whole
                  : new PeerGroup(
                      scheme,
                      cities.stream()
                          .filter(city -> groups.get(city.region().code()).equals(id))
                          .toList()));
    }
    return cities.stream()
        .map(
            city -> {
              String group = groups.get(city.region().code());
              return compared(city, group, whole, peers.get(group));
            })
        .sorted(Comparator.comparing(city -> city.region().code()))
        .toList();
  }

  /** One row a city, by rank, those without one last; within a rank by pinyin, then by code. */
  public static List<Evaluation.CityRow> rows(Collection<RegionEvaluation> cities) {
    return cities.stream()
        .map(Comparison::row)
        .sorted(
            Comparator.comparing(
                    (Evaluation.CityRow row) -> row.rank() == null ? Integer.MAX_VALUE : row.rank())
                .thenComparing(Evaluation.CityRow::pinyin)
                .thenComparing(Evaluation.CityRow::code))
        .toList();
  }

  static Map<String, String> groups(SchemeView scheme, Collection<RegionEvaluation> cities) {
    Map<String, Integer> levels = new TreeMap<>();
    cities.forEach(city -> levels.merge(city.region().level(), 1, Integer::sum));
    Map<String, String> peers = new TreeMap<>();
    for (RegionEvaluation city : cities) {
      String level = city.region().level();
      peers.put(city.region().code(), levels.get(level) >= scheme.peersAtLeast() ? level : ALL);
    }
    return peers;
  }

  private static RegionEvaluation compared(
      RegionEvaluation city, String group, PeerGroup whole, PeerGroup peers) {
    String code = city.region().code();
    return city.with(
        group,
        city.indicators().stream()
            .map(indicator -> indicator.with(peers.spread(indicator.id())))
            .toList(),
        city.scores().stream()
            .map(
                score ->
                    PeerGroup.isStanding(score)
                        ? score.ranked(
                            whole.rank(score.node(), code),
                            peers.rank(score.node(), code),
                            peers.median(score.node()))
                        : score)
            .toList());
  }

  private static Evaluation.CityRow row(RegionEvaluation city) {
    Optional<NodeScore> fulfilment = city.score(ResultKind.FULFILMENT.code(), Group.TOTAL);
    Optional<NodeScore> standing = city.score(ResultKind.STANDING.code(), Group.TOTAL);
    int met = city.count(Profile.PLAN, Verdict.MET.code());
    int due =
        met
            + city.count(Profile.PLAN, Verdict.UNMET.code())
            + (int) notComputable(city).filter(judgement -> isDue(judgement, city)).count();
    int inPlan =
        met
            + city.count(Profile.PLAN, Verdict.UNMET.code())
            + city.count(Profile.PLAN, Verdict.NOT_DUE.code())
            + (int) notComputable(city).count();
    RegionEvaluation.City region = city.region();
    return new Evaluation.CityRow(
        region.code(),
        region.name(),
        region.level(),
        region.membership(),
        region.pinyin(),
        region.peers(),
        city.plan().status(),
        fulfilment.map(NodeScore::score).orElse(null),
        fulfilment.or(() -> standing).map(NodeScore::grade).orElse(null),
        fulfilment.map(NodeScore::coverage).orElse(null),
        standing.map(NodeScore::score).orElse(null),
        standing.map(NodeScore::coverage).orElse(null),
        standing.map(NodeScore::rank).orElse(null),
        standing.map(NodeScore::peerRank).orElse(null),
        met,
        due,
        inPlan,
        standings(city),
        Evaluation.CheckCounts.of(city.checks()));
  }

  private static List<Evaluation.IndicatorScore> standings(RegionEvaluation city) {
    List<Evaluation.IndicatorScore> standings = new ArrayList<>();
    for (IndicatorResult indicator : city.indicators()) {
      city.score(ResultKind.STANDING.code(), indicator.id())
          .map(
              node ->
                  new Evaluation.IndicatorScore(
                      indicator.id(),
                      node.score(),
                      node.score() == null ? indicator.reason() : null))
          .ifPresent(standings::add);
    }
    return standings;
  }

  private static Stream<IndicatorResult.JudgementResult> notComputable(RegionEvaluation city) {
    return city.indicators().stream()
        .filter(indicator -> !Reason.NOT_APPLICABLE.code().equals(indicator.reason()))
        .flatMap(indicator -> indicator.judgements().stream())
        .filter(judgement -> judgement.profile().equals(Profile.PLAN))
        .filter(judgement -> judgement.verdict().equals(Verdict.NOT_COMPUTABLE.code()));
  }

  private static boolean isDue(IndicatorResult.JudgementResult judgement, RegionEvaluation city) {
    return !Period.parse(judgement.by()).to().isAfter(Period.parse(city.period()).to());
  }
}
