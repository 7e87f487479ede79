package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.chart.Datum;
import io.silvergauge.reports.chart.RankBars;
import io.silvergauge.reports.chart.RankSpans;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Makes what the comparison of all cities shows. */
final class ComparisonPageMaker {
  /** More cities than these stand in two charts side by side. */
  private static final int LONGEST_CHART = 15;

  private final Evaluation evaluation;
  private final Iterable<RegionEvaluation> cities;
  private final SchemeView scheme;
  private final Wording wording;
  private final Written written;
  private final Scores scores;
  private final boolean fulfilment;
  private final boolean standing;

  ComparisonPageMaker(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Wording wording, Written written) {
    this.cities = cities;
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.wording = wording;
    this.written = written;
    this.scores = new Scores(scheme, wording);
    this.fulfilment = scheme.results().contains(ResultKind.FULFILMENT.code());
    this.standing = scheme.results().contains(ResultKind.STANDING.code());
  }

  ComparisonPage page() {
    SourceTable sources = new SourceTable(evaluation, wording);
    AcrossCities across = new AcrossCities(evaluation, cities, wording, written);
    return new ComparisonPage(
        head(),
        fulfilment,
        standing,
        summary(),
        title(),
        lead(),
        standing ? ranks() : List.of(),
        standing ? new OutlookFacts(evaluation, wording).lead() : "",
        standing ? spans() : List.of(),
        across.parts(),
        evaluation.cities().stream().map(this::city).toList(),
        standing ? new Heat(evaluation, wording).heat().stream().toList() : List.of(),
        wording.say("comparison.peers.lead", "least", scheme.peersAtLeast()),
        peers(),
        sources.lead(),
        sources.rows(),
        sources.total(),
        new CheckTable(wording).all(evaluation),
        across.screens(),
        new MethodAnnex(evaluation, wording).common());
  }

  private PageHead head() {
    Language other = Links.other(wording.language());
    return new Heads(evaluation, wording)
        .head(
            evaluation.conduct().special() == null
                ? wording.say("page.comparison.title")
                : wording.say(
                    "page.comparison.title.special",
                    "subject",
                    wording.text(evaluation.conduct().special().name())),
            List.of(),
            List.of(),
            "",
            written.language(other) ? Links.comparison(other) : "");
  }

  private List<String> summary() {
    if (evaluation.cities().isEmpty()) {
      return List.of(wording.say("comparison.no.cities"));
    }
    List<String> summary = new ArrayList<>();
    if (standing) {
      summary.add(
          wording.say(
              "comparison.summary.text",
              "cities",
              wording.figures().count(evaluation.cities().size()),
              "ranked",
              wording.figures().count(Summary.ranked(evaluation, ""))));
      CityRow first = evaluation.cities().get(0);
      if (first.rank() != null) {
        summary.add(
            wording.say(
                "comparison.summary.first",
                "city",
                wording.place(first.name(), first.code()),
                "score",
                scores.printed(first.standing())));
      }
    }
    if (fulfilment) {
      summary.add(grades());
    }
    return summary;
  }

  /** How many cities have each grade of the fulfilment, and how many have none. */
  private String grades() {
    List<String> counts = new ArrayList<>();
    for (SchemeView.GradeView grade : scheme.grades()) {
      add(counts, wording.text(grade.name()), city -> grade.id().equals(city.grade()));
    }
    add(counts, wording.say("word.withheld"), city -> city.grade() == null);
    return wording.say("comparison.summary.grades", "items", wording.list(counts));
  }

  private void add(List<String> counts, String grade, Predicate<CityRow> wanted) {
    long count = evaluation.cities().stream().filter(wanted).count();
    if (count > 0) {
      counts.add(
          wording.say(
              "comparison.summary.grade", "grade", grade, "count", wording.figures().count(count)));
    }
  }

  private String title() {
    if (fulfilment && standing) {
      return wording.say("comparison.ranking");
    }
    return wording.say(standing ? "comparison.ranking.standing" : "comparison.ranking.fulfilment");
  }

  private String lead() {
    if (fulfilment && standing) {
      return wording.say("comparison.lead");
    }
    return wording.say(standing ? "comparison.lead.standing" : "comparison.lead.fulfilment");
  }

  private List<Picture> ranks() {
    if (evaluation.cities().stream().allMatch(city -> city.standing() == null)) {
      return List.of();
    }
    List<RankBars.Row> all = evaluation.cities().stream().map(this::bar).toList();
    if (all.size() <= LONGEST_CHART) {
      return List.of(ranks("chart.ranks.title", all, 0, all.size()));
    }
    int half = (all.size() + 1) / 2;
    return List.of(
        ranks("chart.ranks.first", all, 0, half),
        ranks("chart.ranks.second", all, half, all.size()));
  }

  private Picture ranks(String title, List<RankBars.Row> all, int from, int to) {
    return Picture.of(
        new RankBars(wording.say(title), all, from, to, scheme.fullScore().doubleValue()),
        "ranks" + from);
  }

  private List<Picture> spans() {
    if (evaluation.outlook() == null) {
      return List.of();
    }
    List<RankSpans.Row> all = new ArrayList<>();
    for (CityRow city : evaluation.cities()) {
      evaluation
          .outlook()
          .city(city.code())
          .map(Outlook.CityOutlook::ranks)
          .ifPresent(ranks -> all.add(span(city, ranks)));
    }
    if (all.isEmpty()) {
      return List.of();
    }
    if (all.size() <= LONGEST_CHART) {
      return List.of(spans("chart.spans.title", all, 0, all.size()));
    }
    int half = (all.size() + 1) / 2;
    return List.of(
        spans("chart.spans.first", all, 0, half),
        spans("chart.spans.second", all, half, all.size()));
  }

  private Picture spans(String title, List<RankSpans.Row> all, int from, int to) {
    return Picture.of(new RankSpans(wording.say(title), all, from, to), "spans" + from);
  }

  private RankSpans.Row span(CityRow city, Outlook.RankRange ranks) {
    return new RankSpans.Row(
        scores.count(city.rank()),
        wording.place(city.name(), city.code()),
        ranks.low().doubleValue(),
        ranks.median().doubleValue(),
        ranks.high().doubleValue(),
        new OutlookFacts(evaluation, wording).span(ranks));
  }

  private RankBars.Row bar(CityRow city) {
    return new RankBars.Row(
        scores.count(city.rank()),
        wording.place(city.name(), city.code()),
        city.standing() == null
            ? new Datum.Gap(withheld(city.standingCoverage(), true))
            : new Datum.Amount(city.standing().doubleValue(), scores.printed(city.standing())));
  }

  private ComparisonPage.CityRow city(CityRow city) {
    return new ComparisonPage.CityRow(
        wording.place(city.name(), city.code()),
        wording.cut(city.code()),
        written.city(city.code()) ? Links.city(city.code(), wording.language()) : "",
        wording.word("level", city.level()),
        wording.word("list", city.membership()),
        score(city.standing(), city.standingCoverage(), "", city.rank(), city.peerRank()),
        score(city.fulfilment(), city.fulfilmentCoverage(), scores.grade(city.grade()), null, null),
        city.inPlan() == 0
            ? wording.say("word.none")
            : wording.say(
                "amount.of",
                "part",
                wording.figures().count(city.met()),
                "whole",
                wording.figures().count(city.judged())),
        wording.word("plan.short", city.planStatus()));
  }

  private Score score(
      BigDecimal score, BigDecimal coverage, String grade, Integer rank, Integer peerRank) {
    boolean present = score != null;
    return new Score(
        present,
        present ? scores.printed(score) : wording.say("word.withheld"),
        coverage == null ? "" : wording.percent(coverage),
        grade,
        scores.count(rank),
        scores.count(peerRank),
        present ? "" : withheld(coverage, false));
  }

  /** Why a city has no score; in few words for a chart, which has no more room. */
  private String withheld(BigDecimal coverage, boolean chart) {
    if (coverage == null) {
      return wording.say("comparison.unranked.none");
    }
    BigDecimal least = scheme.publishFrom().movePointLeft(2);
    return coverage.compareTo(least) < 0
        ? wording.say(
            chart ? "chart.unranked.coverage" : "comparison.unranked.coverage",
            "percent",
            wording.percent(coverage, least),
            "least",
            wording.percent(least))
        : wording.say(chart ? "chart.unranked.withheld" : "comparison.unranked.withheld");
  }

  /** Groups in the order of their first city in the ranking, those compared with all last. */
  private List<ComparisonPage.Peers> peers() {
    List<String> groups =
        evaluation.cities().stream()
            .map(CityRow::peers)
            .distinct()
            .sorted(Comparator.comparing(Comparison.ALL::equals))
            .toList();
    return groups.size() < 2 || !standing ? List.of() : groups.stream().map(this::peers).toList();
  }

  private ComparisonPage.Peers peers(String group) {
    String name =
        group.equals(Comparison.ALL)
            ? wording.say("comparison.peers.others")
            : wording.word("level", group);
    return new ComparisonPage.Peers(
        name,
        wording.say("comparison.peers.caption", "peers", name),
        evaluation.cities().stream()
            .filter(city -> city.peers().equals(group))
            .map(this::city)
            .toList());
  }
}
