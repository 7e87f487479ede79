package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The published standing as a pipeline that fills its gaps itself, so that a simulation can fill
 * them otherwise. Cities without a rank lend their values to their group; earlier values come from
 * the series of the figures. What lies on a line to a later period cannot be told from what is
 * published and stays as it is.
 */
final class ImputedPipeline {
  private final SchemeView scheme;
  private final String result;
  private final List<RegionEvaluation> all;

  ImputedPipeline(SchemeView scheme, String result, List<RegionEvaluation> all) {
    this.scheme = scheme;
    this.result = result;
    this.all = all;
  }

  Pipeline of(Index index, ScoredIndex scored, List<RegionEvaluation> cities, Grades grades) {
    Set<String> units = new TreeSet<>();
    cities.forEach(city -> units.add(city.region().code()));
    List<RegionEvaluation> others =
        all.stream().filter(city -> !units.contains(city.region().code())).toList();
    List<String> periods =
        cities.stream()
            .flatMap(city -> city.indicators().stream())
            .flatMap(one -> one.series().stream())
            .map(IndicatorResult.Point::period)
            .filter(period -> !period.equals(cities.get(0).period()))
            .distinct()
            .sorted(Comparator.comparing(Period::parse))
            .toList();
    List<Imputation> imputations = new ArrayList<>();
    List<Column> data = new ArrayList<>();
    List<Column> beside = new ArrayList<>();
    List<List<Column>> earlier = new ArrayList<>();
    periods.forEach(period -> earlier.add(new ArrayList<>()));
    for (Index.Indicator indicator : index.indicators()) {
      String id = indicator.id();
      Optional<Imputing> imputing =
          scheme
              .indicator(id)
              .flatMap(SchemeView.IndicatorView::imputation)
              .filter(one -> !one.method().equals(Imputing.LINEAR));
      imputations.add(imputing.map(Methods::imputation).orElseGet(Imputation.None::new));
      data.add(column(id, scored, cities, imputing.isPresent()));
      beside.add(RelativeRule.amounts(id, others));
      for (int i = 0; i < periods.size(); i++) {
        earlier.get(i).add(series(id, periods.get(i), cities));
      }
    }
    return new Pipeline(
        index,
        cities.stream().map(city -> city.region().code()).toList(),
        data,
        earlier,
        false,
        imputations,
        cities.stream().map(city -> city.region().peers()).toList(),
        new Pipeline.Beside(beside, others.stream().map(city -> city.region().peers()).toList()),
        scored.ranks(),
        grades);
  }

  /** Values; what was imputed is a gap where it can be filled again. */
  private Column column(
      String id, ScoredIndex scored, List<RegionEvaluation> cities, boolean gaps) {
    List<OptionalDouble> cells = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      Map<String, Double> values = scored.values(city);
      boolean gap =
          gaps && city.score(result, id).map(node -> node.imputed() != null).orElse(false);
      cells.add(
          gap || !values.containsKey(id)
              ? OptionalDouble.empty()
              : OptionalDouble.of(values.get(id)));
    }
    return Column.of(cells);
  }

  private static Column series(String id, String period, List<RegionEvaluation> cities) {
    List<OptionalDouble> cells = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      Map<String, Double> points = new TreeMap<>();
      city.indicators().stream()
          .filter(one -> one.id().equals(id))
          .flatMap(one -> one.series().stream())
          .filter(point -> point.amount() != null)
          .forEach(point -> points.put(point.period(), point.amount().doubleValue()));
      cells.add(
          points.containsKey(period)
              ? OptionalDouble.of(points.get(period))
              : OptionalDouble.empty());
    }
    return Column.of(cells);
  }
}
