package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImputationTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  /** Units a, b, c of the east and d of the west; b lacks now, d lacks in all periods. */
  private static final Column NOW =
      Column.of(List.of(OptionalDouble.of(10), NONE, OptionalDouble.of(40), NONE));

  private static final Column BEFORE =
      Column.of(List.of(OptionalDouble.of(1), OptionalDouble.of(20), NONE, NONE));

  private static final Column AFTER = Column.of(List.of(NONE, OptionalDouble.of(26), NONE, NONE));

  private static final Imputation.Panel PANEL =
      new Imputation.Panel(
          List.of(BEFORE, Column.of(List.of(NONE, NONE, NONE, NONE)), NOW, AFTER),
          2,
          List.of("east", "east", "east", "west"));

  @Test
  void nothingIsFilledByDefault() {
    assertThat(new Imputation.None().apply(PANEL).column()).isEqualTo(NOW);
    assertThat(new Imputation.None().apply(PANEL).filled()).isEmpty();
  }

  @Test
  void groupsFillTheirOwnAndAGroupWithoutValuesStaysEmpty() {
    // By hand: mean and median of 10 and 40; the west has nobody
    Imputation.Completed mean = new Imputation.GroupMean().apply(PANEL);
    assertThat(mean.column()).hasToString("[10.0, 25.0, 40.0, -]");
    assertThat(mean.filled()).containsExactly(new Imputation.Filled(1, 25, 0));
    assertThat(new Imputation.GroupMedian().apply(PANEL).column())
        .hasToString("[10.0, 25.0, 40.0, -]");
  }

  @Test
  void theLastEarlierValueIsPrintedWithItsAgeAndGetsNoOlderThanAllowed() {
    assertThat(new Imputation.LastEarlier(2).apply(PANEL).filled())
        .containsExactly(new Imputation.Filled(1, 20, 2));
    assertThat(new Imputation.LastEarlier(1).apply(PANEL).filled()).isEmpty();
  }

  @Test
  void aLineLeadsBetweenValuesAndNeverBeyond() {
    // By hand: 20 two periods ago, 26 one period on: 20 + 6 · 2/3 = 24
    assertThat(new Imputation.Linear().apply(PANEL).filled())
        .containsExactly(new Imputation.Filled(1, 24, 0));
    Imputation.Panel end =
        new Imputation.Panel(List.of(BEFORE, NOW), 1, List.of("e", "e", "e", "w"));
    assertThat(new Imputation.Linear().apply(end).filled()).isEmpty();
  }
}
