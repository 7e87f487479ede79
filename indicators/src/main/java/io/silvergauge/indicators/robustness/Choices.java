package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.NormalisedTable;
import io.silvergauge.indicators.composite.Yardstick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The choices of a specification for a pipeline, worked out once; the declared one is first. */
final class Choices {
  private final Pipeline pipeline;
  private final Calculator calculator;
  private final List<Optional<Normalisation>> normalisations = new ArrayList<>();
  private final List<List<Optional<Aggregator>>> aggregations = new ArrayList<>();
  private final List<List<Column>> data = new ArrayList<>();
  private final NormalisedTable[][] tables;
  private final List<List<List<Yardstick>>> yardsticks = new ArrayList<>();

  Choices(Specification specification, Pipeline pipeline) {
    this.pipeline = pipeline;
    calculator = new Calculator(pipeline.index());
    normalisations.add(Optional.empty());
    aggregations.add(calculator.aggregators());
    List<Optional<Imputation>> imputations = new ArrayList<>(List.of(Optional.empty()));
    for (Uncertainty uncertainty : specification.uncertainties()) {
      if (uncertainty instanceof Uncertainty.Normalisations others) {
        others.others().forEach(other -> normalisations.add(Optional.of(other)));
      } else if (uncertainty instanceof Uncertainty.Aggregations others) {
        others.others().forEach(other -> aggregations.add(instead(others, other)));
      } else if (uncertainty instanceof Uncertainty.Imputations others) {
        others.others().forEach(other -> imputations.add(Optional.of(other)));
      }
    }
    imputations.forEach(imputation -> data.add(completed(imputation)));
    tables = new NormalisedTable[data.size()][normalisations.size()];
    for (int i = 0; i < data.size(); i++) {
      yardsticks.add(new ArrayList<>());
      for (int n = 0; n < normalisations.size(); n++) {
        List<Yardstick> fitted = yardsticks(data.get(i), n);
        yardsticks.get(i).add(fitted);
        tables[i][n] = calculator.normalise(fitted, data.get(i));
      }
    }
  }

  Calculator calculator() {
    return calculator;
  }

  int normalisations() {
    return normalisations.size();
  }

  int aggregations() {
    return aggregations.size();
  }

  int imputations() {
    return data.size();
  }

  List<Column> data(int imputation) {
    return data.get(imputation);
  }

  NormalisedTable table(int imputation, int normalisation) {
    return tables[imputation][normalisation];
  }

  List<Yardstick> fitted(int imputation, int normalisation) {
    return yardsticks.get(imputation).get(normalisation);
  }

  List<Optional<Aggregator>> aggregators(int aggregation) {
    return aggregations.get(aggregation);
  }

  /** One indicator's yardstick, taken from other values than those reported. */
  Yardstick yardstick(int column, int normalisation, Column values) {
    Yardstick.Rule rule = pipeline.index().indicators().get(column).rule();
    Yardstick.Rule chosen = normalisations.get(normalisation).map(rule::with).orElse(rule);
    return chosen.fit(reference(column, values));
  }

  private List<Yardstick> yardsticks(List<Column> columns, int normalisation) {
    List<Column> references = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      references.add(reference(i, columns.get(i)));
    }
    return calculator.yardsticks(references, normalisations.get(normalisation));
  }

  /** The current values first, so that a unit of reference keeps its place. */
  private Column reference(int column, Column current) {
    if (!pipeline.allPeriods()) {
      return current;
    }
    List<Column> all = new ArrayList<>(List.of(current));
    pipeline.earlier().forEach(period -> all.add(period.get(column)));
    return Column.joined(all);
  }

  /** What is declared, indicator by indicator, or another way for those whose gaps are filled. */
  private List<Column> completed(Optional<Imputation> instead) {
    List<String> groups = new ArrayList<>(pipeline.groups());
    groups.addAll(pipeline.beside().groups());
    List<Column> completed = new ArrayList<>();
    for (int i = 0; i < pipeline.data().size(); i++) {
      Imputation declared = pipeline.imputations().get(i);
      boolean fills = !(declared instanceof Imputation.None);
      List<Column> periods = new ArrayList<>();
      for (List<Column> period : pipeline.earlier()) {
        periods.add(beside(period.get(i), Optional.empty()));
      }
      periods.add(
          beside(
              pipeline.data().get(i),
              pipeline.beside().data().isEmpty()
                  ? Optional.empty()
                  : Optional.of(pipeline.beside().data().get(i))));
      completed.add(
          (fills ? instead.orElse(declared) : declared)
              .apply(new Imputation.Panel(periods, periods.size() - 1, groups))
              .column()
              .first(pipeline.units().size()));
    }
    return completed;
  }

  /** With the units that are not ranked, as gaps where nothing is known of them. */
  private Column beside(Column units, Optional<Column> others) {
    int besides = pipeline.beside().groups().size();
    return besides == 0
        ? units
        : Column.joined(
            List.of(
                units,
                others.orElseGet(
                    () -> Column.of(Collections.nCopies(besides, OptionalDouble.empty())))));
  }

  private List<Optional<Aggregator>> instead(Uncertainty.Aggregations named, Aggregator other) {
    List<Optional<Aggregator>> chosen = new ArrayList<>();
    for (Index.Node node : calculator.nodes()) {
      if (!(node instanceof Index.Group group)) {
        chosen.add(Optional.empty());
      } else if (named.groups().isEmpty() || named.groups().contains(group.id())) {
        chosen.add(Optional.of(other));
      } else {
        chosen.add(Optional.of(group.aggregator()));
      }
    }
    return chosen;
  }
}
