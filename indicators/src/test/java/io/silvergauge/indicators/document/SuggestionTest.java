package io.silvergauge.indicators.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "郑州市, 郑州, 1", "410102, 410120, 2", "a, a, 0"})
  void distanceIsThatOfLevenshtein(String left, String right, int distance) {
    assertThat(Suggestion.distance(left, right)).isEqualTo(distance);
    assertThat(Suggestion.distance(right, left)).isEqualTo(distance);
  }

  @Test
  void namesTheNearestAndOfEquallyNearOnesTheFirst() {
    assertThat(Suggestion.nearest("bedz", List.of("beda", "beds", "bunks", "bed")).en())
        .isEqualTo("; did you mean 'bed'?");
    assertThat(Suggestion.nearest("nursing_bed", List.of("beds", "nursing_beds")).en())
        .isEqualTo("; did you mean 'nursing_beds'?");
  }

  /** Two letters of a short name, a third of a long one. */
  @Test
  void saysNothingWhereNoneIsNear() {
    assertThat(Suggestion.nearest("abc", List.of("xyz", "abcdef"))).isEqualTo(Bilingual.EMPTY);
    assertThat(Suggestion.nearest("410102050599", List.of("410102"))).isEqualTo(Bilingual.EMPTY);
    assertThat(Suggestion.nearest("x", List.of())).isEqualTo(Bilingual.EMPTY);
  }
}
