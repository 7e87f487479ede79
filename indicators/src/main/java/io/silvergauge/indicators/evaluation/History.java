package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each city its earlier periods, so that a report can show where its figures come from. */
public final class History {
  private History() {}

  /**
   * The cities of one period with their series filled in.
   *
   * @param scheme by which all periods are evaluated
   * @param now the ranked cities of the evaluated period
   * @param earlier the ranked cities of the assessment's earlier periods, one list a period, in
   *     order of time
   */
  public static List<RegionEvaluation> attached(
      SchemeView scheme, Collection<RegionEvaluation> now, List<List<RegionEvaluation>> earlier) {
    Map<String, List<RegionEvaluation>> before = new HashMap<>();
    for (List<RegionEvaluation> period : earlier) {
      for (RegionEvaluation city : period) {
        before.computeIfAbsent(city.region().code(), code -> new ArrayList<>()).add(city);
      }
    }
    return now.parallelStream()
        .map(city -> attached(scheme, city, before.getOrDefault(city.region().code(), List.of())))
        .toList();
  }

  private static RegionEvaluation attached(
      SchemeView scheme, RegionEvaluation city, List<RegionEvaluation> before) {
    List<RegionEvaluation> line = new ArrayList<>(before);
    line.add(city);
    return city.with(overTime(scheme, city, line), line.stream().map(History::totals).toList());
  }

  private static List<IndicatorResult> overTime(
      SchemeView scheme, RegionEvaluation city, List<RegionEvaluation> line) {
    SchemeView seen = scheme.with(city.plan());
    Map<String, SchemeView.IndicatorView> views = new HashMap<>();
    seen.indicators().forEach(view -> views.put(view.id(), view));
    List<String> periods = new ArrayList<>();
    List<Map<String, IndicatorResult>> results = new ArrayList<>();
    List<Map<String, BigDecimal>> standings = new ArrayList<>();
    for (RegionEvaluation period : line) {
      Map<String, IndicatorResult> byId = new HashMap<>();
      period.indicators().forEach(one -> byId.put(one.id(), one));
      periods.add(period.period());
      results.add(byId);
      standings.add(standings(period));
    }
    List<IndicatorResult> told = new ArrayList<>();
    for (IndicatorResult indicator : city.indicators()) {
      List<String> asked = new ArrayList<>();
      List<IndicatorResult> found = new ArrayList<>();
      List<BigDecimal> scored = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        IndicatorResult one = results.get(i).get(indicator.id());
        if (one != null) {
          asked.add(periods.get(i));
          found.add(one);
          scored.add(standings.get(i).get(indicator.id()));
        }
      }
      told.add(
          indicator.with(
              points(found, asked, scored),
              new TrendMaker(seen, views.get(indicator.id()), city.period()).of(found, asked)));
    }
    return told;
  }

  private static List<IndicatorResult.Point> points(
      List<IndicatorResult> found, List<String> periods, List<BigDecimal> standings) {
    List<IndicatorResult.Point> series = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      series.add(
          new IndicatorResult.Point(
              periods.get(i), found.get(i).amount(), found.get(i).reason(), standings.get(i)));
    }
    return series;
  }

  /** The unrounded scores of indicators, by id. */
  private static Map<String, BigDecimal> standings(RegionEvaluation city) {
    Map<String, BigDecimal> standings = new HashMap<>();
    for (NodeScore score : city.scores()) {
      if (PeerGroup.isStanding(score) && score.unrounded() != null) {
        standings.put(score.node(), score.unrounded());
      }
    }
    return standings;
  }

  private static RegionEvaluation.Totals totals(RegionEvaluation city) {
    Optional<NodeScore> fulfilment = city.score(ResultKind.FULFILMENT.code(), Group.TOTAL);
    Optional<NodeScore> standing = city.score(ResultKind.STANDING.code(), Group.TOTAL);
    return new RegionEvaluation.Totals(
        city.period(),
        fulfilment.map(NodeScore::score).orElse(null),
        standing.map(NodeScore::score).orElse(null),
        standing.map(NodeScore::rank).orElse(null),
        fulfilment.map(NodeScore::reason).orElse(null),
        standing.map(NodeScore::reason).orElse(null));
  }
}
