package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

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
