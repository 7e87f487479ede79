package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Veto;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.util.ArrayList;
import java.util.List;

/** The vetoes of a scheme that the figures of one city call, and what they do. */
final class Vetoes {
  /** How a remark of a veto begins. */
  private static final String REMARK = "veto '";

  /**
   * What a veto looks at.
   *
   * @param indicator an indicator that takes part in the result
   * @param outcome what it came to
   * @param status the most doubtful status among its inputs
   * @param verdict how it stands to the plan; {@code NOT_IN_PLAN} where no plan is asked
   */
  record Seen(Indicator indicator, Outcome outcome, ValueStatus status, Verdict verdict) {}

  private record Called(Veto veto, Indicator by) {}

  private final List<Called> called = new ArrayList<>();

  Vetoes(List<Veto> vetoes, List<Seen> figures) {
    for (Veto veto : vetoes) {
      figures.stream()
          .filter(figure -> veto.looksAt(figure.indicator().id()) && calls(veto, figure))
          .findFirst()
          .ifPresent(figure -> called.add(new Called(veto, figure.indicator())));
    }
  }

  /** Calls one more veto. */
  void call(Veto veto, Indicator by) {
    called.add(new Called(veto, by));
  }

  /** Whether a veto that was called says so at a published score. */
  static boolean isCalled(NodeScore score) {
    return score.remarks().stream().anyMatch(remark -> remark.en().startsWith(REMARK));
  }

  private static boolean calls(Veto veto, Seen figure) {
    Veto.Trigger trigger = veto.trigger();
    if (trigger instanceof Veto.HasStatus status) {
      return figure.outcome() instanceof Outcome.Amount
          && figure.status().compareTo(status.status()) >= 0;
    }
    if (trigger instanceof Veto.IsUnmet) {
      return figure.verdict() == Verdict.UNMET;
    }
    if (trigger instanceof Veto.Lies lies) {
      return figure.outcome() instanceof Outcome.Amount amount && lies.by(amount.value());
    }
    return figure.outcome() instanceof Outcome.Absent;
  }

  /**
   * A group's score as far as vetoes let it stand.
   *
   * @param score 1 for full marks
   * @param full points of full marks
   */
  double held(Group group, double score, double full, List<Bilingual> remarks) {
    double held = score;
    for (Called one : called) {
      if (one.veto().node().equals(group.id())
          && one.veto().effect() instanceof Veto.ScoreAtMost most) {
        held = StrictMath.min(held, most.points().doubleValue() / full);
        remarks.add(
            Bilingual.of(
                "一票否决“%s”（指标“%s”）：最高 %s 分",
                REMARK + "%s' (indicator '%s'): %s points at most",
                one.veto().name(),
                one.by().name(),
                most.points().toPlainString()));
      }
    }
    return held;
  }

  /** The grade as far as vetoes let it stand. */
  Grades.Grade grade(Grades grades, Grades.Grade grade, List<Bilingual> remarks) {
    Grades.Grade held = grade;
    for (Called one : called) {
      if (one.veto().effect() instanceof Veto.GradeAtMost most) {
        Grades.Grade best = grades.named(most.grade());
        held = held.from().compareTo(best.from()) > 0 ? best : held;
        remarks.add(
            Bilingual.of(
                "一票否决“%s”（指标“%s”）：等级最高为“%s”",
                REMARK + "%s' (indicator '%s'): the grade is '%s' at most",
                one.veto().name(),
                one.by().name(),
                best.name()));
      }
    }
    return held;
  }
}
