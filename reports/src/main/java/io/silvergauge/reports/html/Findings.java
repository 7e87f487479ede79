package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in sentences what is best and what is most urgent. */
final class Findings {
  private static final int NAMED = 3;

  private final Evaluation evaluation;
  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;
  private final Scores scores;
  private final Targets targets;

  Findings(Evaluation evaluation, RegionEvaluation region, Wording wording) {
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.region = region;
    this.wording = wording;
    this.scores = new Scores(scheme, wording);
    this.targets = new Targets(scheme, region, wording);
  }

  /** One paragraph on the results, one on the targets. */
  List<String> paragraphs() {
    if (region.indicators().stream().allMatch(result -> result.amount() == null)) {
      return List.of(wording.say("finding.no.data"));
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(wording.sentences(results()));
    if (scheme.results().contains(ResultKind.FULFILMENT.code())) {
      paragraphs.add(wording.sentences(targets()));
    }
    return paragraphs;
  }

  private List<String> results() {
    List<String> sentences = new ArrayList<>();
    if (scheme.results().contains(ResultKind.FULFILMENT.code())) {
      total(ResultKind.FULFILMENT).ifPresent(score -> sentences.add(fulfilment(score)));
      scored(ResultKind.FULFILMENT).flatMap(s -> bestFulfilment()).ifPresent(sentences::add);
    }
    if (scheme.results().contains(ResultKind.STANDING.code())) {
      total(ResultKind.STANDING).ifPresent(score -> sentences.add(standing(score)));
      scored(ResultKind.STANDING).flatMap(s -> bestStanding()).ifPresent(sentences::add);
    }
    return sentences;
  }

  private Optional<NodeScore> total(ResultKind kind) {
    return region.score(kind.code(), Group.TOTAL);
  }

  private Optional<NodeScore> scored(ResultKind kind) {
    return total(kind).filter(score -> score.score() != null);
  }

  private String fulfilment(NodeScore total) {
    Score score = scores.score(Optional.of(total));
    return score.present()
        ? wording.say("finding.fulfilment", "score", score.text(), "grade", score.grade())
        : wording.say("finding.fulfilment.none", "reason", score.reason());
  }

  private String standing(NodeScore total) {
    Score score = scores.score(Optional.of(total));
    return score.present()
        ? wording.say(
            "finding.standing",
            "score",
            score.text(),
            "rank",
            score.rank(),
            "count",
            wording.figures().count(Summary.ranked(evaluation, "")))
        : wording.say("finding.standing.none", "reason", score.reason());
  }

  /** The dimension with the highest fulfilment, where one stands out. */
  private Optional<String> bestFulfilment() {
    List<NodeScore> best = dimensions(ResultKind.FULFILMENT).toList();
    Optional<NodeScore> highest = best.stream().max(Comparator.comparing(NodeScore::score));
    return highest.filter(top -> alone(best, top)).map(top -> best("finding.best.fulfilment", top));
  }

  /** The dimension with the best rank, where one stands out. */
  private Optional<String> bestStanding() {
    List<NodeScore> ranked =
        dimensions(ResultKind.STANDING).filter(score -> score.rank() != null).toList();
    Optional<NodeScore> first = ranked.stream().min(Comparator.comparing(NodeScore::rank));
    return first
        .filter(top -> ranked.stream().filter(s -> s.rank().equals(top.rank())).count() == 1)
        .filter(top -> ranked.size() > 1)
        .map(top -> best("finding.best.standing", top));
  }

  private static boolean alone(List<NodeScore> all, NodeScore top) {
    return all.size() > 1
        && all.stream().filter(score -> score.score().compareTo(top.score()) == 0).count() == 1;
  }

  private String best(String key, NodeScore top) {
    String dimension =
        scheme.groups().stream()
            .filter(group -> group.id().equals(top.node()))
            .map(GroupView::name)
            .map(wording::text)
            .findFirst()
            .orElse(top.node());
    Score score = scores.score(Optional.of(top));
    return wording.say(key, "dimension", dimension, "score", score.text(), "rank", score.rank());
  }

  private Stream<NodeScore> dimensions(ResultKind kind) {
    return region.scores().stream()
        .filter(score -> score.result().equals(kind.code()))
        .filter(score -> score.level().equals(NodeScore.DIMENSION) && score.score() != null);
  }

  /** What became of the targets of the plan. */
  List<String> targets() {
    int met = region.count(Profile.PLAN, Verdict.MET.code());
    List<Targets.Case> unmet = targets.cases(Verdict.UNMET);
    List<Targets.Case> unknown = targets.cases(Verdict.NOT_COMPUTABLE);
    String due = wording.figures().count(met + unmet.size() + unknown.size());
    List<String> sentences = new ArrayList<>();
    if (met + unmet.size() + unknown.size() == 0) {
      sentences.add(wording.say("finding.none.due"));
    } else if (unmet.size() + unknown.size() == 0) {
      sentences.add(wording.say("finding.all.met", "judged", due));
    } else if (met + unknown.size() == 0) {
      sentences.add(wording.say("finding.none.met", "judged", due));
    }
    if (!unmet.isEmpty()) {
      sentences.add(wording.say("finding.urgent", "items", urgent(unmet)));
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          wording.say(
              "finding.unknown",
              "unknown",
              wording.figures().count(unknown.size()),
              "items",
              names(unknown)));
    }
    return sentences;
  }

  private String urgent(List<Targets.Case> unmet) {
    List<String> items =
        unmet.stream().sorted(Targets.URGENT_FIRST).limit(NAMED).map(this::urgent).toList();
    return String.join(wording.say("list.clause"), items);
  }

  private String urgent(Targets.Case unmet) {
    Amounts amounts = new Amounts(unmet.indicator(), wording);
    String name = wording.name(unmet.indicator().name());
    if (amounts.yesNo()) {
      return wording.say("finding.urgent.item.yesno", "indicator", name);
    }
    List<JudgementResult> judgements = unmet.result().judgements();
    BigDecimal amount = unmet.result().counts();
    boolean lower = Amounts.isAbove(amount, unmet.judgement());
    return wording.say(
        lower ? "finding.urgent.item.lower" : "finding.urgent.item",
        "indicator",
        name,
        "value",
        amounts.value(amount, judgements),
        "target",
        amounts.goal(unmet.judgement()),
        "shortfall",
        amounts.distance(amount, unmet.judgement(), judgements));
  }

  private String names(List<Targets.Case> cases) {
    String names =
        wording.list(
            cases.stream().limit(NAMED).map(one -> wording.name(one.indicator().name())).toList());
    return cases.size() > NAMED ? wording.say("finding.unknown.more", "items", names) : names;
  }
}
