package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
  @Test
  void setsNumbersToTheRightAndNamesToTheLeft() {
    assertThat(
            TextTable.lines(
                List.of(
                    List.of("rank", "city", "score"),
                    List.of("1", "Zhengzhou", "92.50"),
                    List.of("12", "Xi'an", "8.00")),
                List.of(1)))
        .containsExactly(
            "rank  city       score",
            "──────────────────────",
            "   1  Zhengzhou  92.50",
            "  12  Xi'an       8.00");
  }

  @Test
  void givesAChineseCharacterTwoPlaces() {
    assertThat(
            TextTable.lines(
                List.of(
                    List.of("名次", "城市", "得分"),
                    List.of("1", "郑州市", "92.50"),
                    List.of("2", "A市", "8")),
                List.of(1)))
        .containsExactly(
            "名次  城市     得分", // 4 + 2 + 6 + 2 + 5
            "───────────────────",
            "   1  郑州市  92.50",
            "   2  A市         8");
  }

  @Test
  void leavesNoBlanksAtTheEndOfALine() {
    assertThat(
            TextTable.lines(
                List.of(List.of("a", "bb"), List.of("1", "c"), List.of("2", "")), List.of(1)))
        .containsExactly("a  bb", "─────", "1  c", "2");
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "郑州, 4", "（张）, 6", "é, 1", "–, 1", "100%, 4", "𠮷, 2", "ＡＢ, 4", "한국, 4"})
  void countsPlaces(String text, int places) {
    assertThat(TextTable.width(text)).isEqualTo(places);
  }
}
