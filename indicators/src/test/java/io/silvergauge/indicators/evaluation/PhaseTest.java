package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phases select what is due; the period is 2023Q4 throughout, the city has 20 of the 50 asked. */
class PhaseTest {
  private static FourIndicators cities(String from) {
    return new FourIndicators(
            FourIndicators.SCHEME.replace(
                    "  name: {zh: 一, en: First}\n",
                    "  name: {zh: 一, en: First}\n    phase: later\n")
                + "phases:\n  - {id: later, name: {zh: 后, en: Later}, from: %s, to: 2025}\n"
                    .formatted(from))
        .city("c1", "prefecture", "20", "40", "60", "60");
  }

  @ParameterizedTest
  @CsvSource({"2023-10, unmet, 2023-10", "2023-12, unmet, 2023-12", "2024-01, not_due, 2024-01"})
  void nothingIsDueBeforeItsPhaseBegins(String from, String verdict, String by) {
    IndicatorResult first = cities(from).evaluate("c1").indicators().get(0);
    assertThat(first.judgements().get(0).verdict()).isEqualTo(verdict);
    // the target's own 2023Q4 ends in December: where that is later than the month, it stands
    assertThat(first.judgements().get(0).by()).isEqualTo(verdict.equals("unmet") ? "2023Q4" : by);
  }

  /** Steps 10 by 2022Q4 and 30 by 2023Q2, 50 by 2024Q4; the city has 20. */
  @ParameterizedTest
  @CsvSource({
    // the phase begins in October: the newer of the two steps before it is due then
    "2023-10, unmet, 2023-10, 30, 2023-10 30; 2024Q4 50",
    "2024-01, not_due, 2024-01, 30, 2024-01 30; 2024Q4 50",
    // the second step ends in the month in which the phase begins, and stands for itself
    "2023-06, unmet, 2023Q2, 30, 2023Q2 30; 2024Q4 50",
    "2023-03, unmet, 2023Q2, 30, 2023-03 10; 2023Q2 30; 2024Q4 50",
    // from the month of the target itself on, no step is left
    "2024-12, not_due, 2024Q4, 50, 2024Q4 50"
  })
  void stepsFromBeforeThePhaseAreDueWhenItBegins(
      String from, String verdict, String by, String asked, String path) {
    FourIndicators cities = cities(from).city("410100", "prefecture", "20", "40", "60", "60");
    IndicatorResult first =
        cities
            .evaluate(
                cities.plan(
                    """
                    region: "410100"
                    name: {zh: 方案, en: Plan}
                    status: confirmed
                    targets:
                      - indicator: first
                        at_least: 50
                        unit: 个
                        by: 2024Q4
                        milestones: [{by: 2022Q4, at_least: 10}, {by: 2023Q2, at_least: 30}]
                    """))
            .indicators()
            .get(0);
    IndicatorResult.JudgementResult plan = first.judgements().get(0);
    assertThat(plan.verdict()).isEqualTo(verdict);
    assertThat(plan.by()).isEqualTo(by);
    assertThat(plan.target()).isEqualByComparingTo(asked);
    assertThat(steps(plan.path())).isEqualTo(path);
    assertThat(steps(first.path())).isEqualTo(path); // one way to the target, not two
  }

  private static String steps(List<IndicatorResult.Step> path) {
    return path.stream()
        .map(step -> step.by() + " " + step.value().stripTrailingZeros().toPlainString())
        .collect(Collectors.joining("; "));
  }

  @Test
  void whatIsNotAskedYetTakesNoPartInTheFulfilment() {
    RegionEvaluation asked = cities("2023-10").evaluate("c1");
    RegionEvaluation notYet = cities("2024-01").evaluate("c1");
    // By hand: (3 × 20 ÷ 50 + 1 × 40 ÷ 50) ÷ 4 = 0.5; without the first 40 ÷ 50 = 0.8
    assertThat(asked.score("fulfilment", "care").orElseThrow().score()).isEqualByComparingTo("50");
    assertThat(notYet.score("fulfilment", "care").orElseThrow().score()).isEqualByComparingTo("80");
    assertThat(notYet.score("fulfilment", "first")).isEmpty();
    // the standing asks what there is, not what is due
    assertThat(notYet.score("standing", "first")).isPresent();
  }
}
