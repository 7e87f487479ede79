package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The targets of a city's plan by how they stand, and the table of those it misses. */
final class Targets {
  /**
   * The largest shortfall first, as a part of its target; what is not in place misses all of it.
   * Among equals the heavier first.
   */
  static final Comparator<Case> URGENT_FIRST =
      Comparator.comparing(Case::gap)
          .reversed()
          .thenComparing(one -> one.indicator().weight(), Comparator.reverseOrder());

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;

  Targets(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
  }

  /** Whether an indicator does not apply to the city, so that nobody can ask it to be reached. */
  static boolean isNotApplicable(IndicatorResult result) {
    return Reason.NOT_APPLICABLE.code().equals(result.reason());
  }

  /** Those with a verdict, in the order of the scheme; without those that do not apply. */
  List<Case> cases(Verdict verdict) {
    List<Case> cases = new ArrayList<>();
    for (IndicatorResult result : region.indicators()) {
      if (isNotApplicable(result)) {
        continue;
      }
      for (JudgementResult judgement : result.judgements()) {
        if (judgement.profile().equals(Profile.PLAN)
            && judgement.verdict().equals(verdict.code())) {
          scheme
              .indicator(result.id())
              .ifPresent(indicator -> cases.add(new Case(indicator, result, judgement)));
        }
      }
    }
    return cases;
  }

  /** The targets that are missed, the most urgent first. */
  List<CityPage.UnmetRow> unmet() {
    return cases(Verdict.UNMET).stream().sorted(URGENT_FIRST).map(this::row).toList();
  }

  private CityPage.UnmetRow row(Case unmet) {
    Amounts amounts = new Amounts(unmet.indicator(), wording);
    JudgementResult judgement = unmet.judgement();
    List<JudgementResult> judgements = unmet.result().judgements();
    BigDecimal amount = unmet.result().counts();
    return new CityPage.UnmetRow(
        "i" + (region.indicators().indexOf(unmet.result()) + 1),
        Anchors.of(Anchors.figure(unmet.result().id())),
        wording.name(unmet.indicator().name()),
        amounts.target(judgement),
        wording.dates().period(judgement.by()),
        amounts.value(amount, judgements),
        amounts.yesNo()
            ? wording.say("unmet.yesno")
            : amounts.distance(amount, judgement, judgements),
        unmet.indicator().department().isEmpty()
            ? wording.say("indicators.none")
            : wording.word("department", unmet.indicator().department()));
  }

  /** A target of the plan with its indicator. */
  record Case(IndicatorView indicator, IndicatorResult result, JudgementResult judgement) {
    /** The shortfall as a part of the target, so that different units compare. */
    BigDecimal gap() {
      BigDecimal target = judgement.target().abs();
      BigDecimal shortfall = judgement.shortfall();
      return target.signum() == 0 ? shortfall : shortfall.divide(target, MathContext.DECIMAL64);
    }
  }
}
