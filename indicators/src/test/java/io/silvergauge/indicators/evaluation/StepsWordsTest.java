package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.scheme.Steps;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rule books and reports say of the steps before a score. */
class StepsWordsTest {
  private static Relative relative(String method, String transform, BigDecimal target) {
    return new Relative(
        method,
        "all_periods",
        "middle",
        transform,
        null,
        null,
        null,
        null,
        null,
        target,
        null,
        target == null ? null : Boolean.TRUE);
  }

  @Test
  void namesEachStepInTheOrderInWhichItIsDone() {
    Steps steps =
        new Steps(
            List.of(relative("distance_to_target", "box_cox", new BigDecimal("50"))),
            List.of(new Imputing("last_earlier", 4)),
            List.of(new Steps.Treating(2, 3.5, 5)));
    assertThat(StepsWords.of(steps))
        .extracting(Bilingual::en)
        .containsExactly(
            "gaps filled in the standing: its last value of 4 periods at most",
            "outliers drawn in until |skewness| < 2 or kurtosis < 3.5, 5 at most, else logarithms",
            "relative yardstick distance_to_target (50, ≤), after box_cox with λ of maximum"
                + " likelihood, from the values of all periods; where all are the same, the middle"
                + " of the scale");
    assertThat(StepsWords.of(steps)).extracting(Bilingual::zh).noneMatch(String::isBlank);
  }

  @Test
  void saysNothingWhereNothingIsDone() {
    assertThat(StepsWords.of(Steps.NONE)).isEmpty();
    assertThat(StepsWords.of((SchemeView.StepsView) null)).isEmpty();
  }
}
