package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "1300 | 1300",
        "007 | 7",
        "-12 | -12",
        "+12 | 12",
        "−12 | -12",
        "－12 | -12",
        "12.50 | 12.50",
        "１２３４．５ | 1234.5",
        "1,234 | 1234",
        "12,345,678.9 | 12345678.9",
        "１，２３４ | 1234",
        "-1,234.5 | -1234.5",
        "999999999999.999999 | 999999999999.999999",
      })
  void readsDigitsSignsPointsAndSeparatorsInTheirPlaces(String cell, String number)
      throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell).value()).isEqualTo(number);
    assertThat(NumberText.isNumber(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 12 ", "\u300012\u3000", "\u00A012\u00A0", "\t12"})
  void passesOverBlanksAround(String cell) throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell).value()).isEqualByComparingTo("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        ".",
        ",",
        "约300",
        "300人",
        "12%",
        "1e9",
        "1E9",
        "1e99999999",
        "NaN",
        "Infinity",
        "-Infinity",
        "Inf",
        "0x1F",
        "1234d",
        "12f",
        "1_000",
        "一千",
        "１２３人",
        "12.",
        ".5",
        "1.2.3",
        "--1",
        "+-1",
        "1 234",
        "1,23",
        "1234,567",
        ",123",
        "12,,345",
        "1,2345",
        "0,12.5",
        "1.234,5",
        "12,345,67",
        "1/2",
        "½",
        "٣",
        "null"
      })
  void refusesEverythingElse(String cell) {
    assertThatThrownBy(() -> NumberText.parse(cell))
        .isInstanceOf(NumberText.NotANumberException.class)
        .hasMessage("'" + cell + "' is no number");
    assertThat(NumberText.isNumber(cell)).isFalse();
  }

  /** 1234 with note 1 must never become 12341. */
  @ParameterizedTest
  @ValueSource(strings = {"1234①", "1234¹", "5²", "1234⁽¹⁾", "①", "⒈", "12₂", "㉑"})
  void doesNotTakeANoteForADigit(String cell) {
    assertThat(NumberText.isNumber(cell)).isFalse();
  }

  @Test
  void refusesMoreDigitsThanAnyFigureHasBeforeItComputesAnything() {
    assertThat(NumberText.isNumber("9".repeat(30))).isTrue();
    assertThat(NumberText.isNumber("9".repeat(31))).isFalse();
    assertThat(NumberText.isNumber("0." + "9".repeat(31))).isFalse();
    assertThat(NumberText.isNumber("9".repeat(1_000_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1523.1234567, 7, 4",
    "1.500000000, 1, 1",
    "0.000001, 6, 0",
    "100, 0, 3",
    "0, 0, 1",
    "0.0, 0, 0",
    "123456789012, 0, 12",
    "0012.30, 1, 2"
  })
  void countsDecimalsWithoutTrailingZerosAndDigitsBeforeThePoint(
      String cell, int decimals, int wholeDigits) throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell).decimals()).isEqualTo(decimals);
    assertThat(NumberText.parse(cell).wholeDigits()).isEqualTo(wholeDigits);
  }
}
