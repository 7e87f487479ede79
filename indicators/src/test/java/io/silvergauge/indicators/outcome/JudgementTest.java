package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.Target;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final Period DUE = Period.parse("2023Q4");

  private static Goal goal(Operator operator, String value) {
    return new Goal(operator, new BigDecimal(value));
  }

  private static Target target(Operator operator, String value) {
    return new Target(new Goal(operator, new BigDecimal(value)), DUE, List.of(), "3");
  }

  private static Outcome percent(String numerator, String denominator) {
    Fraction of = Fraction.parse(numerator);
    Fraction in = Fraction.parse(denominator);
    return new Outcome.Amount(of.times(Fraction.of(100)).dividedBy(in), of, in);
  }

  private static Judgement judge(Operator operator, String target, Outcome outcome, String period) {
    return Judgement.of(
        "plan", Optional.of(target(operator, target)), outcome, Period.parse(period));
  }

  @ParameterizedTest
  @CsvSource({
    "29, 100, 29, MET, 0",
    "1, 3, 33.333333, MET, 0",
    "2000, 4000, 50, MET, 0",
    "40, 100, 50, UNMET, 10",
    "1, 3, 33.333334, UNMET, 1/1500000"
  })
  void isMetByTheTargetItselfAndElseSaysHowMuchIsShort(
      String of, String in, String target, Verdict verdict, String shortfall) {
    Judgement.Held held =
        (Judgement.Held) judge(Operator.AT_LEAST, target, percent(of, in), "2023Q4");
    assertThat(held.verdict()).isEqualTo(verdict);
    assertThat(held.shortfall()).isEqualTo(Fraction.parse(shortfall));
    assertThat(held.by()).isEqualTo(DUE);
    assertThat(held.profile()).isEqualTo("plan");
  }

  @Test
  void doesNotRoundUpToAHalf() {
    // 49,999,999 of 100,000,001 is 49.99999850000001… %: a half only where it is rounded
    Judgement judgement =
        judge(Operator.AT_LEAST, "50", percent("49999999", "100000001"), "2023Q4");
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNMET);
    // 50 − 4,999,999,900 / 100,000,001 = (5,000,000,050 − 4,999,999,900) / 100,000,001
    assertThat(((Judgement.Held) judgement).shortfall()).isEqualTo(Fraction.parse("150/100000001"));
  }

  @ParameterizedTest
  @CsvSource({"20, MET, 0", "19, MET, 0", "23, UNMET, 3"})
  void measuresTheShortfallFromAboveWhereLessIsAsked(
      String value, Verdict verdict, String shortfall) {
    Judgement.Held held =
        (Judgement.Held) judge(Operator.AT_MOST, "20", percent(value, "100"), "2023Q4");
    assertThat(held.verdict()).isEqualTo(verdict);
    assertThat(held.shortfall()).isEqualTo(Fraction.parse(shortfall));
  }

  @Test
  void isNotDueBeforeItsTimeButMayBeMetEarly() {
    assertThat(judge(Operator.AT_LEAST, "50", percent("40", "100"), "2023Q3").verdict())
        .isEqualTo(Verdict.NOT_DUE);
    assertThat(judge(Operator.AT_LEAST, "50", percent("50", "100"), "2023Q3").verdict())
        .isEqualTo(Verdict.MET);
    assertThat(judge(Operator.AT_LEAST, "50", percent("40", "100"), "2024Q3").verdict())
        .isEqualTo(Verdict.UNMET);
  }

  @Test
  void holdsAValueAgainstTheMilestoneThatApplies() {
    Target target =
        new Target(
            goal(Operator.AT_LEAST, "50"),
            DUE,
            List.of(new Target.Milestone(Period.parse("2022Q4"), goal(Operator.AT_LEAST, "45"))),
            "");
    Judgement.Held held =
        (Judgement.Held)
            Judgement.of("plan", Optional.of(target), percent("44", "100"), Period.parse("2023Q2"));
    assertThat(held.verdict()).isEqualTo(Verdict.UNMET);
    assertThat(held.goal()).isEqualTo(goal(Operator.AT_LEAST, "45"));
    assertThat(held.shortfall()).isEqualTo(Fraction.ONE);
  }

  @Test
  void isNotInThePlanWithoutATarget() {
    Judgement judgement =
        Judgement.of("nation", Optional.empty(), percent("1", "2"), Period.parse("2023Q4"));
    assertThat(judgement).isEqualTo(new Judgement.NotInPlan("nation"));
    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_IN_PLAN);
  }

  @Test
  void isNotComputableWithoutAnAmount() {
    Judgement.Held held =
        (Judgement.Held)
            judge(
                Operator.AT_LEAST,
                "50",
                new Outcome.Absent(Reason.INCOMPLETE, Bilingual.same("1 of 12")),
                "2023Q4");
    assertThat(held.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
    assertThat(held.shortfall()).isEqualTo(Fraction.ZERO);
    assertThat(held.goal()).isEqualTo(goal(Operator.AT_LEAST, "50"));
  }

  @Test
  void hasWordsAndACodeForEachVerdictAndReason() {
    assertThat(Verdict.NOT_IN_PLAN.code()).isEqualTo("not_in_plan");
    assertThat(Verdict.MET.text()).isEqualTo(new Bilingual("已达标", "met"));
    assertThat(Reason.CONFLICTING_SOURCES.code()).isEqualTo("conflicting_sources");
    assertThat(Reason.INCOMPLETE.text()).isEqualTo(new Bilingual("报送不全", "incomplete"));
  }
}
