package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.NormalisedTable;
import io.silvergauge.indicators.composite.ScoreSheet;
import io.silvergauge.indicators.composite.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Works one replication out; may be shared between threads. */
final class Replicator {
  /** A value that is drawn anew, with its deviations to both sides. */
  private record Drawn(int unit, double below, double above) {}

  private final Pipeline pipeline;
  private final Choices choices;
  private final TreeMap<Integer, List<Drawn>> drawn = new TreeMap<>();

  Replicator(Specification specification, Pipeline pipeline, Choices choices) {
    this.pipeline = pipeline;
    this.choices = choices;
    for (Uncertainty uncertainty : specification.uncertainties()) {
      if (uncertainty instanceof Uncertainty.Values values) {
        values.cells().forEach(cell -> add(cell, values.confidence()));
      }
    }
  }

  private void add(Uncertainty.Cell cell, Estimate.Confidence confidence) {
    int column =
        pipeline.index().indicators().stream()
            .map(Index.Indicator::id)
            .toList()
            .indexOf(cell.indicator());
    int unit = pipeline.units().indexOf(cell.unit());
    double value = pipeline.data().get(column).at(unit);
    drawn
        .computeIfAbsent(column, none -> new ArrayList<>())
        .add(
            new Drawn(
                unit,
                (value - cell.interval().low()) / confidence.z(),
                (cell.interval().high() - value) / confidence.z()));
  }

  /** Room for one thread. */
  Desk desk() {
    return new Desk(
        choices.calculator().sheet(pipeline.units().size()),
        new long[pipeline.units().size()],
        new int[pipeline.units().size()],
        new Ranker(pipeline.ranks(), pipeline.units().size()));
  }

  /** What a thread works on. */
  @SuppressWarnings("ArrayRecordComponent") // one thread's working memory, never compared
  record Desk(ScoreSheet sheet, long[] keys, int[] ranks, Ranker ranker) {}

  /** Fills the desk's scores, keys and ranks. */
  void work(Draw draw, Desk desk) {
    choices
        .calculator()
        .calculate(
            table(draw),
            draw.weights(),
            choices.aggregators(draw.aggregation()),
            draw.omitted(),
            desk.sheet());
    int root = choices.calculator().nodes().size() - 1;
    for (int unit = 0; unit < desk.keys().length; unit++) {
      desk.keys()[unit] =
          desk.sheet().has(root, unit) ? Ranker.key(desk.sheet().at(root, unit)) : Ranker.NO_KEY;
    }
    desk.ranker().rank(desk.keys(), desk.ranks());
  }

  /** What is published: no draw at all. */
  Draw declared() {
    return new Draw(choices.calculator().weights(), 0, 0, 0, Calculator.NONE_OMITTED, 0);
  }

  private NormalisedTable table(Draw draw) {
    NormalisedTable prepared = choices.table(draw.imputation(), draw.normalisation());
    if (draw.values() == 0) {
      return prepared;
    }
    RandomStream stream = RandomStream.of(draw.values(), 0);
    List<Column> columns = new ArrayList<>(prepared.columns());
    drawn.forEach(
        (column, cells) -> {
          Column values = redrawn(choices.data(draw.imputation()).get(column), cells, stream);
          Yardstick yardstick = choices.yardstick(column, draw.normalisation(), values);
          columns.set(column, yardstick.apply(values));
        });
    return new NormalisedTable(columns);
  }

  private static Column redrawn(Column values, List<Drawn> cells, RandomStream stream) {
    List<OptionalDouble> all = new ArrayList<>();
    for (int unit = 0; unit < values.size(); unit++) {
      all.add(values.find(unit));
    }
    for (Drawn cell : cells) {
      double z = stream.normal();
      all.set(
          cell.unit(),
          OptionalDouble.of(values.at(cell.unit()) + z * (z < 0 ? cell.below() : cell.above())));
    }
    return Column.of(all);
  }
}
