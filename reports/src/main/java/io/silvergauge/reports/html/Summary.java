package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Makes the results at the top of a city's page. */
final class Summary {
  private final Evaluation evaluation;
  private final RegionEvaluation region;
  private final Wording wording;
  private final Scores scores;

  Summary(Evaluation evaluation, RegionEvaluation region, Wording wording) {
    this.evaluation = evaluation;
    this.region = region;
    this.wording = wording;
    this.scores = new Scores(evaluation.scheme(), wording);
  }

  List<CityPage.Card> cards() {
    List<String> results = evaluation.scheme().results();
    List<CityPage.Card> cards = new ArrayList<>();
    if (results.contains(ResultKind.FULFILMENT.code())) {
      cards.add(fulfilment());
    }
    if (results.contains(ResultKind.STANDING.code())) {
      cards.add(standing());
    }
    if (results.contains(ResultKind.FULFILMENT.code())) {
      cards.add(targets());
    }
    evaluation.scheme().profiles().forEach(profile -> cards.add(profile(profile)));
    return cards;
  }

  private CityPage.Card fulfilment() {
    Score score = total(ResultKind.FULFILMENT);
    List<String> lines = new ArrayList<>();
    addCoverage(lines, score);
    String about = ownPlan() ? "word.fulfilment.about" : "word.fulfilment.about.scheme";
    return card("fulfilment", about, score, score.grade(), lines);
  }

  private CityPage.Card standing() {
    Score score = total(ResultKind.STANDING);
    boolean graded = !evaluation.scheme().results().contains(ResultKind.FULFILMENT.code());
    List<String> lines = new ArrayList<>();
    if (!score.rank().isEmpty()) {
      lines.add(place("summary.rank", score.rank(), ranked(evaluation, "")));
      lines.add(peers(score));
    }
    addCoverage(lines, score);
    return card("standing", "word.standing.about", score, graded ? score.grade() : "", lines);
  }

  private CityPage.Card card(
      String result, String about, Score score, String grade, List<String> lines) {
    if (!score.reason().isEmpty()) {
      lines.add(0, score.reason());
    }
    return new CityPage.Card(
        wording.say("word." + result),
        wording.say(about),
        Anchors.of(Anchors.score(result, Group.TOTAL)),
        score.present(),
        score.text(),
        grade,
        lines);
  }

  private void addCoverage(List<String> lines, Score score) {
    if (!score.coverage().isEmpty()) {
      lines.add(wording.say("summary.coverage", "percent", score.coverage()));
    }
  }

  private String peers(Score score) {
    String peers = region.region().peers();
    if (peers.equals(Comparison.ALL)) {
      return wording.say("summary.peers.all", "least", evaluation.scheme().peersAtLeast());
    }
    return wording.say(
        "summary.peers",
        "peers",
        wording.word("level", peers),
        "rank",
        score.peerRank(),
        "count",
        ranked(evaluation, peers));
  }

  private String place(String key, String rank, int count) {
    return wording.say(key, "rank", rank, "count", wording.figures().count(count));
  }

  private CityPage.Card targets() {
    Counts counts = new Counts(Profile.PLAN);
    if (counts.all() == 0) {
      return none(targetsName(), wording.say("summary.no.targets"));
    }
    return new CityPage.Card(
        targetsName(),
        wording.say("summary.targets.about"),
        "",
        true,
        figure(counts.met, counts.due()),
        "",
        counts.lines());
  }

  private String targetsName() {
    return wording.say(ownPlan() ? "summary.targets" : "summary.targets.scheme");
  }

  /** Whether the city is held against a plan of its own. */
  private boolean ownPlan() {
    return !region.plan().status().equals("scheme");
  }

  private CityPage.Card none(String name, String line) {
    return new CityPage.Card(name, "", "", false, wording.say("word.none"), "", List.of(line));
  }

  private CityPage.Card profile(SchemeView.ProfileView profile) {
    Counts counts = new Counts(profile.id());
    return new CityPage.Card(
        wording.text(profile.name()),
        wording.say("summary.profile.about"),
        "",
        counts.all() > 0,
        counts.all() > 0 ? figure(counts.met, counts.all()) : wording.say("word.none"),
        "",
        counts.lines());
  }

  private String figure(int met, int all) {
    return wording.say(
        "summary.targets.of",
        "met",
        wording.figures().count(met),
        "judged",
        wording.figures().count(all));
  }

  private Score total(ResultKind kind) {
    return scores.score(region.score(kind.code(), Group.TOTAL));
  }

  /** How many cities have a rank, among all or, where a group is given, among its members. */
  static int ranked(Evaluation evaluation, String peers) {
    return (int)
        evaluation.cities().stream()
            .filter(city -> peers.isEmpty() || city.peers().equals(peers))
            .map(CityRow::rank)
            .filter(rank -> rank != null)
            .count();
  }

  /** How the targets of one profile stand. */
  private final class Counts {
    private final int met;
    private final int unmet;
    private final int later;
    private final int unknown;
    private final int outside;

    Counts(String profile) {
      this.met = region.count(profile, Verdict.MET.code());
      this.unmet = region.count(profile, Verdict.UNMET.code());
      this.later = region.count(profile, Verdict.NOT_DUE.code());
      this.outside =
          (int)
              region.indicators().stream()
                  .filter(Targets::isNotApplicable)
                  .flatMap(result -> result.judgements().stream())
                  .filter(judgement -> judgement.profile().equals(profile))
                  .filter(j -> j.verdict().equals(Verdict.NOT_COMPUTABLE.code()))
                  .count();
      this.unknown = region.count(profile, Verdict.NOT_COMPUTABLE.code()) - outside;
    }

    int due() {
      return met + unmet + unknown;
    }

    int all() {
      return due() + later;
    }

    /** How many there are of each kind but the met, those of which there are none left out. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      add(lines, "summary.count.unmet", unmet);
      add(lines, "summary.count.unknown", unknown);
      add(lines, "summary.count.later", later);
      add(lines, "summary.count.outside", outside);
      return lines;
    }

    private void add(List<String> lines, String key, int count) {
      if (count > 0) {
        lines.add(wording.say(key, "count", wording.figures().count(count)));
      }
    }
  }
}
