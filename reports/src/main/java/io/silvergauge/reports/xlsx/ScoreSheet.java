package io.silvergauge.reports.xlsx;

import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row a city, result and node: indicators, dimensions, totals. */
final class ScoreSheet {
  private final BookWords words;
  private final Wording wording;

  ScoreSheet(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  Sheet of(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      SchemeView scheme = words.scheme(city);
      city.scores().forEach(score -> rows.add(row(city, scheme, score)));
    }
    return new Sheet(
        words.say("book.scores"),
        words.say("book.scores.about"),
        BookWords.joined(
            words.cityColumns(),
            List.of(
                Column.of(words.say("book.result"), 12),
                Column.of(words.say("book.level"), 12),
                Column.of(words.say("book.within"), 16),
                Column.of(words.say("book.node"), 30),
                Column.of(words.say("book.id"), 24),
                words.score("book.score"),
                Column.number(words.say("book.coverage")),
                Column.number(wording.say("word.grade")),
                Column.number(words.say("book.rank")),
                Column.number(words.say("book.rank.peers")),
                words.score("book.median"),
                Column.of(words.say("book.remarks"), 40))),
        2,
        rows);
  }

  private List<Cell> row(RegionEvaluation city, SchemeView scheme, NodeScore score) {
    Optional<IndicatorView> indicator = scheme.indicator(score.node());
    Optional<GroupView> group = words.groupView(score.node());
    return BookWords.joined(
        words.city(city),
        List.of(
            Cell.text(wording.say("word." + score.result())),
            Cell.text(words.say("book.level." + score.level())),
            Cell.text(
                indicator
                    .map(IndicatorView::dimension)
                    .or(() -> group.map(GroupView::within))
                    .filter(within -> !within.isEmpty())
                    .map(words::group)
                    .orElse("")),
            Cell.text(
                indicator
                    .map(one -> wording.name(one.name()))
                    .orElseGet(() -> words.group(score.node()))),
            Cell.text(score.node()),
            value(score),
            Cell.share(score.coverage()),
            words.grade(score.grade()),
            Cell.rank(score.rank()),
            Cell.rank(score.peerRank()),
            Cell.number(score.peerMedian(), words.scoreDecimals()),
            Cell.text(wording.sentences(score.remarks().stream().map(wording::text).toList()))));
  }

  private Cell value(NodeScore score) {
    if (score.score() != null) {
      return new Cell.Figure(score.score(), words.scoreDecimals());
    }
    return new Cell.Gap(
        score.reason() == null ? wording.say("word.no.reason") : wording.text(score.reason()));
  }
}
