package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerRangeTest {
  private static List<BigDecimal> values(String text) {
    return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // places (n − 1)·p: of four values 0.75, 1.5, 2.25; of five 1, 2, 3; of two 0.25, 0.5, 0.75
    "80 10 40 20, 10, 17.5, 30, 50, 80",
    "5 4 3 2 1, 1, 2, 3, 4, 5",
    "1 2, 1, 1.25, 1.5, 1.75, 2",
    "7, 7, 7, 7, 7, 7",
    "0 1 1 1, 0, 0.75, 1, 1, 1"
  })
  void interpolatesQuartilesBetweenNeighbours(
      String values, String least, String lower, String median, String upper, String greatest) {
    PeerRange range = PeerRange.of(values(values)).orElseThrow();
    assertThat(
            List.of(
                range.least(),
                range.lowerQuartile(),
                range.median(),
                range.upperQuartile(),
                range.greatest()))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal(least),
            new BigDecimal(lower),
            new BigDecimal(median),
            new BigDecimal(upper),
            new BigDecimal(greatest));
    assertThat(range.count()).isEqualTo(values.split(" ").length);
  }

  @Test
  void hasNoSpreadOfNothing() {
    assertThat(PeerRange.of(List.of())).isEmpty();
  }
}
