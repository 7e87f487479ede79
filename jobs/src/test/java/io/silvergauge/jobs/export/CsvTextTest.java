package io.silvergauge.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static String text(Object... cells) {
    CsvText csv = new CsvText("a", "b");
    csv.row(cells);
    return new String(csv.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void writesRfc4180() {
    assertThat(text("郑州, \"市\"", "x\ny")).isEqualTo("a,b\r\n\"郑州, \"\"市\"\"\",\"x\ny\"\r\n");
  }

  @Test
  void writesNumbersPlainlyAndNothingForNothing() {
    assertThat(text(new BigDecimal("1E+3"), null)).isEqualTo("a,b\r\n1000,\r\n");
    assertThat(text(new BigDecimal("-0.0000000001"), "")).isEqualTo("a,b\r\n-0.0000000001,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\u0000=1",
        "＝1+1",
        "＋cmd",
        "－2+3",
        "＠x",
        "=HYPERLINK(\"http://x\")",
        "-12abc",
        "-",
        "+"
      })
  void disarmsTextsThatASpreadsheetTakesForFormulas(String cell) {
    assertThat(CsvText.disarmed(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-12", "+3.5", "0", "-0.000001", "郑州市", "a=b", "1-2", "…", "—", "'x"})
  void leavesEverythingElseAsItIs(String cell) {
    assertThat(CsvText.disarmed(cell)).isEqualTo(cell);
  }
}
