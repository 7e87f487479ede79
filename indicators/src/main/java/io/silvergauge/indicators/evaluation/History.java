package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gives each city its earlier periods, so that a report can show where its figures come from. */
public final class History {
  private History() {}

  /**
   * The cities of one period with their series filled in.
   *
   * @param now the ranked cities of the evaluated period
   * @param earlier the ranked cities of the assessment's earlier periods, one list a period, in
   *     order of time
   */
  public static List<RegionEvaluation> attached(
      Collection<RegionEvaluation> now, List<List<RegionEvaluation>> earlier) {
    List<RegionEvaluation> attached = new ArrayList<>();
    for (RegionEvaluation city : now) {
      List<RegionEvaluation> line = new ArrayList<>();
      for (List<RegionEvaluation> period : earlier) {
        period.stream()
            .filter(one -> one.region().code().equals(city.region().code()))
            .forEach(line::add);
      }
      line.add(city);
      attached.add(
          city.with(
              city.indicators().stream()
                  .map(indicator -> indicator.with(indicator.peers(), series(indicator, line)))
                  .toList(),
              line.stream().map(History::totals).toList()));
    }
    return attached;
  }

  private static List<IndicatorResult.Point> series(
      IndicatorResult indicator, List<RegionEvaluation> line) {
    List<IndicatorResult.Point> series = new ArrayList<>();
    for (RegionEvaluation period : line) {
      period.indicators().stream()
          .filter(one -> one.id().equals(indicator.id()))
          .forEach(
              one ->
                  series.add(
                      new IndicatorResult.Point(period.period(), one.amount(), one.reason())));
    }
    return series;
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
