package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Target;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.util.Optional;

/** An outcome held against one profile's target. */
public sealed interface Judgement extends Serializable {
  /** Id of the profile, or {@code plan}. */
  String profile();

  /** How it stands. */
  Verdict verdict();

  /**
   * Held against a target.
   *
   * @param profile id of the profile, or {@code plan}
   * @param goal what applies in the evaluated period
   * @param by when that is due
   * @param verdict how it stands
   * @param shortfall how far it falls short, in the indicator's unit; zero where it is met or not
   *     computable
   */
  record Held(String profile, Goal goal, Period by, Verdict verdict, Fraction shortfall)
      implements Judgement {}

  /**
   * No target to hold it against.
   *
   * @param profile id of the profile, or {@code plan}
   */
  record NotInPlan(String profile) implements Judgement {
    @Override
    public Verdict verdict() {
      return Verdict.NOT_IN_PLAN;
    }
  }

  /**
   * Holds an outcome against what a target asks in a period. Compared by multiplying across: 29 of
   * 100 meets 29 %.
   */
  static Judgement of(String profile, Optional<Target> target, Outcome outcome, Period period) {
    if (target.isEmpty()) {
      return new NotInPlan(profile);
    }
    Target.Bar bar = target.get().in(period);
    if (!(outcome instanceof Outcome.Amount amount)) {
      return new Held(profile, bar.goal(), bar.by(), Verdict.NOT_COMPUTABLE, Fraction.ZERO);
    }
    if (bar.goal().reached(amount.value())) {
      return new Held(profile, bar.goal(), bar.by(), Verdict.MET, Fraction.ZERO);
    }
    Verdict verdict = bar.due() ? Verdict.UNMET : Verdict.NOT_DUE;
    return new Held(profile, bar.goal(), bar.by(), verdict, bar.goal().shortfall(amount.value()));
  }
}
