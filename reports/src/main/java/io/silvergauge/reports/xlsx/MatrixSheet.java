package io.silvergauge.reports.xlsx;

import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cities down, total, dimensions and indicators across: every score of the standing at a glance.
 */
final class MatrixSheet {
  private final BookWords words;
  private final Wording wording;

  MatrixSheet(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  Sheet of(List<RegionEvaluation> cities) {
    List<String> nodes = new ArrayList<>();
    List<Column> columns = new ArrayList<>(words.cityColumns());
    columns.add(Column.number(words.say("book.rank")));
    double full = words.evaluation().scheme().fullScore().doubleValue();
    List<GroupView> groups = words.evaluation().scheme().groups();
    for (int i = groups.size() - 1; i >= 0; i--) { // the total stands last there and first here
      nodes.add(groups.get(i).id());
      columns.add(Column.score(words.group(groups.get(i).id()), full));
    }
    for (IndicatorView indicator : words.evaluation().scheme().indicators()) {
      if (indicator.takesPart()) {
        nodes.add(indicator.id());
        columns.add(Column.score(wording.name(indicator.name()), full));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (CityRow row : words.evaluation().cities()) {
      cities.stream()
          .filter(city -> city.region().code().equals(row.code()))
          .forEach(city -> rows.add(row(row, city, nodes)));
    }
    return new Sheet(
        words.say("book.matrix"),
        words.say(
            "book.matrix.about",
            "full",
            wording.figures().exact(words.evaluation().scheme().fullScore())),
        columns,
        3,
        rows);
  }

  private List<Cell> row(CityRow row, RegionEvaluation city, List<String> nodes) {
    List<Cell> cells = new ArrayList<>(words.city(row.code(), row.name()));
    cells.add(Cell.rank(row.rank()));
    for (String node : nodes) {
      cells.add(score(city.score(ResultKind.STANDING.code(), node)));
    }
    return cells;
  }

  private Cell score(Optional<NodeScore> node) {
    if (node.isEmpty()) {
      return new Cell.Gap(wording.say("heat.outside"));
    }
    NodeScore score = node.get();
    if (score.score() != null) {
      return new Cell.Figure(score.score(), words.scoreDecimals());
    }
    return new Cell.Gap(
        score.reason() == null ? wording.say("word.no.reason") : wording.text(score.reason()));
  }
}
