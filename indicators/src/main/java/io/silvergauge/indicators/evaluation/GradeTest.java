package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Goal;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.robustness.RankDistribution;
import io.silvergauge.indicators.robustness.RankSimulation;
import io.silvergauge.indicators.robustness.Uncertainty;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Robustness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One city's grade put to the test: its own weights, its indicators' scores, drawn anew. Scores
 * against a plan have no posts, so normalisation and intervals of values are not drawn here.
 */
final class GradeTest {
  private final List<Outlook.GradeShare> shares = new ArrayList<>();
  private final Bilingual reason;
  private Optional<Outlook.Goal> next = Optional.empty();

  GradeTest(SchemeView common, String result, RegionEvaluation city) {
    Bilingual why = null;
    try {
      SchemeView scheme = common.with(city.plan());
      ScoredIndex scored = new ScoredIndex(scheme, result, false, List.of(city));
      Optional<NodeScore> total =
          city.score(result, Group.TOTAL).filter(node -> node.grade() != null);
      if (total.isEmpty()) {
        why = new Bilingual("没有等级", "there is no grade");
      } else {
        Index index = OutlookMaker.index(scored, List.of(city)).orElseThrow();
        scored.checkGrade(city);
        Pipeline pipeline = scored.pipeline(index, List.of(city), scored.grades());
        next = next(pipeline, scheme, total.get().grade(), scored.noughts(city));
        draw(pipeline, OutlookMaker.asked(common));
      }
    } catch (InvalidValueException e) {
      why = e.text();
    }
    reason = why;
  }

  private void draw(Pipeline pipeline, Robustness asked) {
    List<Uncertainty> choices = RankTest.choices(asked);
    if (choices.isEmpty()) {
      throw new InvalidValueException(
          new Bilingual(
              "方案没有列出可变的权重或汇总方法",
              "the scheme lists no weights or ways of bringing together that might be otherwise"));
    }
    RankDistribution drawn =
        RankSimulation.of(RankTest.specification(asked, choices), pipeline).run(1);
    drawn
        .grades(0)
        .forEach(
            (grade, share) ->
                shares.add(new Outlook.GradeShare(grade, OutlookMaker.number(share))));
  }

  private static Optional<Outlook.Goal> next(
      Pipeline pipeline, SchemeView scheme, String grade, Set<String> noughts) {
    List<String> ids = scheme.grades().stream().map(SchemeView.GradeView::id).toList();
    int place = ids.indexOf(grade);
    if (place <= 0) {
      return Optional.empty();
    }
    SchemeView.GradeView better = scheme.grades().get(place - 1);
    return Optional.of(
        GoalSteps.of(
            "grade",
            better.id(),
            better.from(),
            "score",
            pipeline,
            new LeastChange(pipeline, 0, new Goal.Grade(better.id())),
            noughts));
  }

  List<Outlook.GradeShare> shares() {
    return List.copyOf(shares);
  }

  Bilingual reason() {
    return reason;
  }

  Optional<Outlook.Goal> next() {
    return next;
  }
}
