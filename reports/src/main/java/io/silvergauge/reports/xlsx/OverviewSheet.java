package io.silvergauge.reports.xlsx;

import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row a city: its two results, how sure its rank is, and what is open. */
final class OverviewSheet {
  private final BookWords words;
  private final Wording wording;

  OverviewSheet(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  Sheet of(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CityRow row : words.evaluation().cities()) {
      cities.stream()
          .filter(city -> city.region().code().equals(row.code()))
          .forEach(city -> rows.add(row(row, city)));
    }
    return new Sheet(
        words.say("book.overview"), words.say("book.overview.about"), columns(), 2, rows);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>(words.cityColumns());
    columns.add(Column.of(wording.say("comparison.level"), 16));
    columns.add(Column.of(wording.say("comparison.membership"), 14));
    if (words.has(ResultKind.STANDING)) {
      columns.add(Column.number(words.say("book.rank")));
      columns.add(words.score("book.standing"));
      columns.add(Column.number(words.say("book.standing.coverage")));
      columns.add(Column.number(words.say("book.rank.low")));
      columns.add(Column.number(words.say("book.rank.median")));
      columns.add(Column.number(words.say("book.rank.high")));
      columns.add(Column.number(words.say("book.rank.peers")));
    }
    if (words.has(ResultKind.FULFILMENT)) {
      columns.add(words.score("book.fulfilment"));
      columns.add(Column.number(wording.say("word.grade")));
      columns.add(Column.number(words.say("book.fulfilment.coverage")));
      columns.add(Column.number(words.say("book.targets.met")));
      columns.add(Column.number(words.say("book.targets.due")));
      columns.add(Column.number(words.say("book.targets.all")));
      columns.add(Column.of(wording.say("comparison.plan"), 14));
    }
    columns.add(Column.number(words.say("book.checks.errors")));
    columns.add(Column.number(words.say("book.checks.warnings")));
    columns.add(Column.number(words.say("book.findings.open")));
    columns.add(Column.number(words.say("book.findings.overdue")));
    return columns;
  }

  private List<Cell> row(CityRow row, RegionEvaluation city) {
    List<Cell> cells = new ArrayList<>(words.city(row.code(), row.name()));
    cells.add(Cell.text(wording.word("level", row.level())));
    cells.add(Cell.text(wording.word("list", row.membership())));
    if (words.has(ResultKind.STANDING)) {
      cells.add(Cell.rank(row.rank()));
      cells.add(total(city, ResultKind.STANDING, row.standing()));
      cells.add(Cell.share(row.standingCoverage()));
      cells.addAll(interval(row.code()));
      cells.add(Cell.rank(row.peerRank()));
    }
    if (words.has(ResultKind.FULFILMENT)) {
      cells.add(total(city, ResultKind.FULFILMENT, row.fulfilment()));
      cells.add(words.grade(row.grade()));
      cells.add(Cell.share(row.fulfilmentCoverage()));
      cells.add(Cell.count(row.met()));
      cells.add(Cell.count(row.judged()));
      cells.add(Cell.count(row.inPlan()));
      cells.add(Cell.text(wording.word("plan.short", row.planStatus())));
    }
    cells.add(Cell.count(row.checks().errors()));
    cells.add(Cell.count(row.checks().warnings()));
    cells.add(Cell.count(city.findings().stream().filter(Finding::stillOpen).count()));
    cells.add(Cell.count(city.findings().stream().filter(one -> one.overdue() != null).count()));
    return cells;
  }

  private Cell total(RegionEvaluation city, ResultKind kind, BigDecimal score) {
    if (score != null) {
      return new Cell.Figure(score, words.scoreDecimals());
    }
    return new Cell.Gap(
        city.score(kind.code(), Group.TOTAL)
            .map(NodeScore::reason)
            .map(wording::text)
            .orElse(wording.say("summary.no.score")));
  }

  private List<Cell> interval(String code) {
    Optional<Outlook.RankRange> ranks =
        Optional.ofNullable(words.evaluation().outlook())
            .flatMap(outlook -> outlook.city(code))
            .map(Outlook.CityOutlook::ranks);
    return List.of(
        Cell.number(ranks.map(Outlook.RankRange::low).orElse(null), 0),
        Cell.number(ranks.map(Outlook.RankRange::median).orElse(null), 0),
        Cell.number(ranks.map(Outlook.RankRange::high).orElse(null), 0));
  }
}
