package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the comparison of all cities in one dimension: scores, and who meets which target. */
final class SpecialComparisonMaker {
  private final Evaluation evaluation;
  private final Material material;
  private final Handout.SpecialComparison about;
  private final Wording wording;
  private final Written written;
  private final Scores scores;
  private final TargetHolders holders;
  private final List<Ranked> ranked = new ArrayList<>();

  SpecialComparisonMaker(
      Material material, Handout.SpecialComparison about, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.material = material;
    this.about = about;
    this.wording = wording;
    this.written = written;
    this.scores = new Scores(evaluation.scheme(), wording);
    Set<String> groups = CityExcerpts.below(evaluation.scheme(), about.dimension());
    this.holders =
        new TargetHolders(evaluation.scheme(), one -> groups.contains(one.dimension()), wording);
  }

  /** A city's row and what it is sorted by. */
  private record Ranked(int rank, String code, Row row) {}

  HandoutPage page() {
    material.cities().forEach(this::add);
    String name = CityExcerpts.dimension(evaluation.scheme(), about.dimension(), wording);
    return new HandoutPage(
        new Heads(evaluation, wording)
            .handout(about, wording.say("special.title", "dimension", name), List.of(), written),
        List.of(
            Part.of(
                "ranking",
                wording.say("special.ranking"),
                List.of(wording.say("special.lead", "dimension", name)),
                List.of(ranking())),
            Part.of(
                "targets", wording.say("special.targets"), List.of(), List.of(holders.grid()))));
  }

  private void add(RegionEvaluation city) {
    TargetHolders.Count count = holders.add(city);
    ranked.add(
        row(
            city,
            wording.place(city.region().name(), city.region().code()),
            count.met(),
            count.missed()));
  }

  private Ranked row(RegionEvaluation city, String name, int met, int missed) {
    Optional<NodeScore> standing = city.score(ResultKind.STANDING.code(), about.dimension());
    Score fulfilment = scores.score(city.score(ResultKind.FULFILMENT.code(), about.dimension()));
    Score placed = scores.score(standing);
    Integer rank = standing.map(NodeScore::rank).orElse(null);
    long open =
        city.findings().stream()
            .filter(Finding::stillOpen)
            .filter(one -> holders.has(one.subject()))
            .count();
    String code = city.region().code();
    return new Ranked(
        rank == null ? Integer.MAX_VALUE : rank,
        code,
        Row.of(
            Cell.city(name, written.city(code) ? Links.city(code, wording.language()) : ""),
            Cell.of(placed.rank().isEmpty() ? wording.say("word.no.rank") : placed.rank()),
            Cell.of(placed.text()).below(placed.reason()),
            Cell.of(fulfilment.text()).below(fulfilment.reason()),
            Cell.of(count(met)),
            Cell.of(count(missed)),
            Cell.of(count(open))));
  }

  private Grid ranking() {
    return new Grid(
        "",
        wording.say("special.ranking.caption"),
        List.of(
            Head.text(wording.say("comparison.city"), 0),
            Head.number(wording.say("comparison.rank"), 16),
            Head.number(wording.say("word.standing"), 32),
            Head.number(wording.say("word.fulfilment"), 32),
            Head.number(wording.say("ledger.met"), 16),
            Head.number(wording.say("ledger.unmet"), 18),
            Head.number(wording.say("ledger.open"), 24)),
        ranked.stream()
            .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::code))
            .map(Ranked::row)
            .toList(),
        "");
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
