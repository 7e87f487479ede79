package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
        "1e99999999",
        "NaN",
        "Infinity",
        "-Infinity",
        "Inf",
        "0x1F",
        "1_000",
        "一千",
        "12.",
        ".5",
        "1.2.3",
        "--1",
        "+-1",
        "1 234",
        "1,23",
        "0,123",
        "1e31",
        "1e-31",
        "1e999",
        "1,234e5",
        "e5",
        "300张5",
        "3万5千",
        "300 张 床 位",
        "(300)",
        "*300",
        "#300",
        "≈300",
        ">=300",
        "300-400",
        "300~400",
        "300,张",
        "300。",
        "１２、３",
        "NaN张",
        "注1",
        "②300",
        "2023-12-31",
        "10:30",
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

  @ParameterizedTest
  @ValueSource(strings = {"①", "⒈", "12₂", "㉑", "¹", "*", "[1]", "12[x]", "12**********"})
  void doesNotTakeANoteForADigit(String cell) {
    assertThat(NumberText.isNumber(cell)).isFalse();
  }

  /** 1234 with note 1 must never become 12341. */
  @ParameterizedTest
  @CsvSource({
    "1234①, 1234, '', ①",
    "1234¹, 1234, '', ¹",
    "5², 5, '', ²",
    "1234⁽¹⁾, 1234, '', ⁽¹⁾",
    "'1,234*', 1234, '', *",
    "1234＊, 1234, '', *",
    "12.5[1], 12.5, '', [1]",
    "12.5［12］, 12.5, '', [12]",
    "12.5〔2〕, 12.5, '', 〔2〕",
    "300注, 300, '', 注",
    "300注1, 300, '', 注1",
    "300（注2）, 300, '', (注2)",
    "300张①, 300, 张, ①",
    "300 张 ①②, 300, 张, ①②",
    "300张注1, 300, 张, 注1",
    "12%¹, 12, %, ¹",
    "12m²①, 12, m², ①",
    "12m²³, 12, m², ³",
    "12†, 12, '', †",
  })
  void setsFootnoteMarksApart(String cell, String number, String behind, String note)
      throws NumberText.NotANumberException {
    NumberText text = NumberText.parse(cell);
    assertThat(text.value()).isEqualTo(number);
    assertThat(text.behind()).isEqualTo(behind);
    assertThat(text.note()).isEqualTo(note);
  }

  @ParameterizedTest
  @CsvSource({
    "300张, 300, 张",
    "１２３人, 123, 人",
    "12.5 %, 12.5, %",
    "12.5％, 12.5, %",
    "3.2‰, 3.2, ‰",
    "'1,234.5万', 1234.5, 万",
    "1.41亿, 1.41, 亿",
    "5.1万张, 5.1, 万张",
    "0.2平方米/人, 0.2, 平方米/人",
    "0.2㎡/人, 0.2, ㎡/人",
    "12 m2, 12, m2",
    "12 m^2, 12, m^2",
    "12km², 12, km²",
    "3ha, 3, ha",
    "1234d, 1234, d",
    "12f, 12, f",
    "-3.5万元, -3.5, 万元"
  })
  void saysWhatStandsBehindTheNumber(String cell, String number, String behind)
      throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell))
        .isEqualTo(new NumberText(new BigDecimal(number), behind, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "1e9, 1000000000",
    "1E9, 1000000000",
    "1.2E+05, 120000",
    "1.25e-2, 0.0125",
    "１．５ｅ３, 1500",
    "-2e0, -2",
    "1e30, 1000000000000000000000000000000",
    "3e2万, 300"
  })
  void readsPowersOfTenWithinLimits(String cell, String number)
      throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"300张", "12m²", "13812345678张三", "1234d", "12平方米/人"})
  void takesOnlyWhatCannotBeAnythingElseForAPlainNumber(String cell)
      throws NumberText.NotANumberException {
    assertThat(NumberText.parse(cell).behind()).isNotEmpty();
    assertThat(NumberText.isNumber(cell)).isFalse();
  }

  /** Every number that is put together by the grammar reads as the number it was made of. */
  @Test
  void readsBackWhateverTheGrammarPutsTogether() throws NumberText.NotANumberException {
    Random chance = new Random(20231231);
    List<String> behinds = List.of("", "%", "‰", "万", "亿", "张", "万人", "m²", "平方米/人", "公顷");
    List<String> notes = List.of("", "①", "¹", "*", "[3]", "注1", "（注2）", "①②");
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value =
          new BigDecimal(new BigInteger(1 + chance.nextInt(60), chance), chance.nextInt(7));
      boolean negative = chance.nextInt(4) == 0;
      String behind = behinds.get(chance.nextInt(behinds.size()));
      String note = notes.get(chance.nextInt(notes.size()));
      String blank = chance.nextBoolean() ? "" : chance.nextBoolean() ? " " : "\u3000";
      String digits = chance.nextBoolean() ? value.toPlainString() : grouped(value);
      String cell = (negative ? "-" : "") + digits + blank + behind + blank + note;
      NumberText read = NumberText.parse(chance.nextBoolean() ? cell : fullWidth(cell));
      assertThat(read.value()).as(cell).isEqualTo(negative ? value.negate() : value);
      assertThat(read.behind()).as(cell).isEqualTo(behind);
      assertThat(read.note()).as(cell).isEqualTo(note.replace('（', '(').replace('）', ')'));
    }
  }

  /** Whatever the text, there is an answer, at once, and the number has no more digits than it. */
  @Test
  void answersForEveryTextAtOnce() {
    Random chance = new Random(410100);
    String signs = "0123456789,.+-eE%‰万亿张人注①¹[]()*/m² 　，．１９ＥＮaN\u0000\uFFFD\uD83D";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int length = chance.nextInt(14); length >= 0; length--) {
              cell.append(signs.charAt(chance.nextInt(signs.length())));
            }
            try {
              NumberText number = NumberText.parse(cell.toString());
              assertThat(number.value().precision()).isLessThanOrEqualTo(62);
              assertThat(Math.abs(number.value().scale())).isLessThanOrEqualTo(60);
            } catch (NumberText.NotANumberException e) {
              assertThat(e).hasMessageEndingWith("is no number");
            }
          }
        });
  }

  private static String grouped(BigDecimal value) {
    return String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
  }

  private static String fullWidth(String cell) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char sign = cell.charAt(i);
      boolean folded = sign >= '!' && sign <= '~' && sign != '^';
      wide.append(folded ? (char) (sign - '!' + '！') : sign);
    }
    return wide.toString();
  }

  @Test
  void refusesMoreDigitsThanAnyFigureHasBeforeItComputesAnything() {
    assertThat(NumberText.isNumber("9".repeat(30))).isTrue();
    assertThat(NumberText.isNumber("9".repeat(31))).isFalse();
    assertThat(NumberText.isNumber("0." + "9".repeat(31))).isFalse();
    assertThat(NumberText.isNumber("9".repeat(1_000_000))).isFalse();
    assertThat(NumberText.isNumber("1e" + "9".repeat(100))).isFalse();
    assertThat(NumberText.isNumber("9,999".repeat(1_000_000))).isFalse();
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
