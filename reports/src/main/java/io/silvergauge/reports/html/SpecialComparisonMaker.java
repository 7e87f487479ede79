package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Set<String> groups;
  private final Map<String, IndicatorView> indicators = new LinkedHashMap<>();
  private final Map<String, Map<Verdict, List<String>>> held = new LinkedHashMap<>();
  private final Map<String, int[]> moved = new LinkedHashMap<>();
  private final List<Ranked> ranked = new ArrayList<>();

  SpecialComparisonMaker(
      Material material, Handout.SpecialComparison about, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.material = material;
    this.about = about;
    this.wording = wording;
    this.written = written;
    this.scores = new Scores(evaluation.scheme(), wording);
    this.groups = CityExcerpts.below(evaluation.scheme(), about.dimension());
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
            Part.of("targets", wording.say("special.targets"), List.of(), List.of(targets()))));
  }

  private void add(RegionEvaluation city) {
    String name = wording.place(city.region().name(), city.region().code());
    int met = 0;
    int missed = 0;
    List<IndicatorView> own =
        evaluation.scheme().with(city.plan()).indicators().stream()
            .filter(one -> groups.contains(one.dimension()))
            .toList();
    for (IndicatorView indicator : own) {
      indicators.putIfAbsent(indicator.id(), indicator);
      Optional<IndicatorResult> result =
          city.indicators().stream().filter(one -> one.id().equals(indicator.id())).findFirst();
      Optional<Verdict> verdict = result.flatMap(SpecialComparisonMaker::verdict);
      if (verdict.isPresent()) {
        held.computeIfAbsent(indicator.id(), key -> new LinkedHashMap<>())
            .computeIfAbsent(verdict.get(), key -> new ArrayList<>())
            .add(name);
        met += verdict.get() == Verdict.MET ? 1 : 0;
        missed += verdict.get() == Verdict.UNMET ? 1 : 0;
      }
      result.ifPresent(one -> move(indicator, one));
    }
    ranked.add(row(city, name, met, missed));
  }

  private static Optional<Verdict> verdict(IndicatorResult result) {
    return Targets.isNotApplicable(result)
        ? Optional.empty()
        : result.judgements().stream()
            .filter(one -> one.profile().equals(Profile.PLAN))
            .map(JudgementResult::verdict)
            .flatMap(code -> List.of(Verdict.values()).stream().filter(v -> v.code().equals(code)))
            .filter(one -> one != Verdict.NOT_IN_PLAN)
            .findFirst();
  }

  /**
   * Counts cities whose value is better or worse than in the newest earlier period, as its trend
   * has it; of those where visits let another value count the trend does not speak.
   */
  private void move(IndicatorView indicator, IndicatorResult result) {
    if (result.trend() == null
        || result.trend().change() == null
        || result.amount() == null
        || result.counts().compareTo(result.amount()) != 0) {
      return;
    }
    int[] counts = moved.computeIfAbsent(indicator.id(), key -> new int[2]);
    switch (result.trend().change().verdict()) {
      case "better" -> counts[0]++;
      case "worse" -> counts[1]++;
      default -> {}
    }
  }

  private Ranked row(RegionEvaluation city, String name, int met, int missed) {
    Optional<NodeScore> standing = city.score(ResultKind.STANDING.code(), about.dimension());
    Score fulfilment = scores.score(city.score(ResultKind.FULFILMENT.code(), about.dimension()));
    Score placed = scores.score(standing);
    Integer rank = standing.map(NodeScore::rank).orElse(null);
    long open =
        city.findings().stream()
            .filter(Finding::stillOpen)
            .filter(one -> indicators.containsKey(one.subject()))
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

  private Grid targets() {
    return new Grid(
        "",
        wording.say("special.targets.caption"),
        List.of(
            Head.text(wording.say("indicators.indicator"), 40),
            Head.number(wording.say("ledger.met"), 11),
            Head.number(wording.say("ledger.unmet"), 14),
            Head.number(wording.say("ledger.unknown"), 16),
            Head.number(wording.say("special.better"), 15),
            Head.number(wording.say("special.worse"), 15),
            Head.text(wording.say("special.who"), 0)),
        indicators.values().stream()
            .filter(one -> held.containsKey(one.id()))
            .map(this::target)
            .toList(),
        "");
  }

  private Row target(IndicatorView indicator) {
    Map<Verdict, List<String>> verdicts = held.get(indicator.id());
    List<String> missed = verdicts.getOrDefault(Verdict.UNMET, List.of());
    List<String> unknown = verdicts.getOrDefault(Verdict.NOT_COMPUTABLE, List.of());
    int[] counts = moved.getOrDefault(indicator.id(), new int[2]);
    return Row.of(
        Cell.of(wording.name(indicator.name())),
        Cell.of(count(verdicts.getOrDefault(Verdict.MET, List.of()).size())),
        Cell.of(count(missed.size())),
        Cell.of(count(unknown.size())),
        Cell.of(count(counts[0])),
        Cell.of(count(counts[1])),
        Cell.of(missed.isEmpty() ? wording.say("word.none") : wording.list(missed))
            .below(
                unknown.isEmpty()
                    ? ""
                    : wording.say("special.unknown", "cities", wording.list(unknown))));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
