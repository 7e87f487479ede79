package io.silvergauge.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The chart of the intervals of ranks. */
class RankSpansTest {
  private static final List<RankSpans.Row> ROWS =
      List.of(
          new RankSpans.Row("1", "甲市", 1, 1, 2, "1–2"),
          new RankSpans.Row("2", "乙市", 1, 2, 3, "1–3"),
          new RankSpans.Row("3", "丙市", 3, 3, 3, "3"));

  @Test
  void saysTheIntervalOfEachCityThatIsDrawnAndIsAsHighAsTheyNeed() {
    RankSpans first = new RankSpans("Ranks", ROWS, 0, 2);
    assertThat(first.description()).isEqualTo("1 甲市: 1–2; 2 乙市: 1–3");
    assertThat(first.height()).isEqualTo(2 * 22 + 4);
    assertThat(new RankSpans("Ranks", ROWS, 2, 3).description()).isEqualTo("3 丙市: 3");
  }
}
