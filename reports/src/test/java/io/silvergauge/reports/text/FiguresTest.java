package io.silvergauge.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private final Figures figures = new Figures(Language.ZH);

  @ParameterizedTest
  @CsvSource({
    "0.125, 2, 0.12",
    "0.135, 2, 0.14",
    "1234567.5, 0, '1,234,568'",
    "-0.001, 2, 0.00",
    "-1234567, 1, '-1,234,567.0'",
    "999.999, 2, '1,000.00'",
    "100000, 0, '100,000'",
    "52.021025, 2, 52.02"
  })
  void roundsHalfToEvenWithThousandsSeparators(BigDecimal value, int decimals, String printed) {
    assertThat(figures.fixed(value, decimals)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0.20, 0.2", "100, 100", "1E+2, 100", "34261.84, '34,261.84'"})
  void printsTheDecimalsANumberHas(BigDecimal value, String printed) {
    assertThat(figures.exact(value)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"38619, '38,619'", "2520114.666667, '2,520,114.67'", "0.333333333333, 0.333333"})
  void printsQuantities(BigDecimal value, String printed) {
    assertThat(figures.quantity(value)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 100", "0.9, 1, 90", "0.99999, 1, 99.999", "0.59996, 0.6, 59.996"})
  void neverPrintsAPartAsIfItReachedWhatItDoesNot(
      BigDecimal part, BigDecimal least, String printed) {
    assertThat(figures.percent(part, least)).isEqualTo(printed);
  }

  @Test
  void addsDecimalsUntilAValueTellsThatItFallsShort() {
    BigDecimal fifty = BigDecimal.valueOf(50);
    BigDecimal below = new BigDecimal("49.999998500000");
    assertThat(Figures.decimals(below, 2, value -> value.compareTo(fifty) >= 0)).isEqualTo(6);
    assertThat(Figures.decimals(fifty, 2, value -> value.compareTo(fifty) >= 0)).isEqualTo(2);
  }

  @Test
  void doesNotDependOnTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new Figures(Language.EN).fixed(new BigDecimal("1234.5"), 2)).isEqualTo("1,234.50");
      assertThat(new Dates(Language.EN).day("2024-01-31")).isEqualTo("31 January 2024");
    } finally {
      Locale.setDefault(before);
    }
  }
}
