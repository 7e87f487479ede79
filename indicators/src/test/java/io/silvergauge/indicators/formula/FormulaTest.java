package io.silvergauge.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.statistic.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static final Map<String, Fraction> INPUTS =
      Map.of("beds", Fraction.of(12), "nursing", Fraction.of(5), "none", Fraction.ZERO);

  private static Optional<Fraction> value(String text) {
    return Formula.parse(text).evaluate(INPUTS::get);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3              | 7",
        "(1 + 2) * 3            | 9",
        "10 - 4 - 3             | 3",
        "24 / 4 / 2             | 3",
        "24 / (4 / 2)           | 12",
        "2 * -3                 | -6",
        "-2 - -3                | 1",
        "--2                    | 2",
        "-beds + 20             | 8",
        "beds × nursing         | 60",
        "beds ÷ nursing         | 12/5",
        "beds − nursing         | 7",
        "nursing/beds*100       | 125/3",
        "min(beds, nursing, 7)  | 5",
        "max(beds, nursing, 7)  | 12",
        "max(1, min(2, 3)) + 1  | 3",
        "min(4)                 | 4",
        "0.1 + 0.2              | 3/10",
        " beds                  | 12"
      })
  void calculatesExactlyByTheUsualPrecedence(String text, String value) {
    Fraction expected =
        value.startsWith("-")
            ? Fraction.parse(value.substring(1)).negated()
            : Fraction.parse(value);
    assertThat(value(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beds / none",
        "beds / (nursing - 5)",
        "1 + 1 / 0",
        "min(1, 1 / none)",
        "(1 / 0) * none"
      })
  void hasNoValueWhereSomethingIsDividedByZero(String text) {
    assertThat(value(text)).isEmpty();
  }

  @Test
  void namesTheStatisticsItNeeds() {
    assertThat(Formula.parse("max(b, a / 2) + a - min(c, 1)").inputs())
        .containsExactly("a", "b", "c");
    assertThat(Formula.parse("1 + 1").inputs()).isEmpty();
  }

  @Test
  void writesItselfSoThatItReadsAgain() {
    Formula formula = Formula.parse("max(beds, 2.5) − nursing × 3 ÷ (1 + min(1, 2))");
    assertThat(formula).hasToString("(max(beds, 2.5) - ((nursing * 3) / (1 + min(1, 2))))");
    assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
  }

  @Test
  void refusesToGoOnWithoutAnInput() {
    assertThatThrownBy(() -> value("unknown"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("No value for 'unknown'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"               | 1  | expected a statistic, a number or '(', found the end",
        "beds +             | 7  | expected a statistic, a number or '(', found the end",
        "beds beds          | 6  | expected an operator or the end, found 'b'",
        "(beds              | 6  | expected ')', found the end",
        "beds)              | 5  | expected an operator or the end, found ')'",
        "*                  | 1  | expected a statistic, a number or '(', found '*'",
        "select * from x    | 15 | expected an operator or the end, found 'x'",
        "1 ** 2             | 4  | expected a statistic, a number or '(', found '*'",
        "1.                 | 3  | expected a digit after the point, found the end",
        "1.x                | 3  | expected a digit after the point, found 'x'",
        "min()              | 5  | expected a statistic, a number or '(', found ')'",
        "min(1,)            | 7  | expected a statistic, a number or '(', found ')'",
        "min(1;2)           | 6  | expected ')', found ';'",
        "Beds               | 1  | expected a statistic, a number or '(', found 'B'",
        "床位               | 1  | expected a statistic, a number or '(', found '床'",
        "a.b                | 2  | expected an operator or the end, found '.'",
        "1e5                | 2  | expected an operator or the end, found 'e'",
        "a = 1              | 3  | expected an operator or the end, found '='",
        "a;b                | 2  | expected an operator or the end, found ';'"
      })
  void saysAtWhichCharacterSomethingElseWasExpected(String text, int position, String message) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOfSatisfying(
            FormulaException.class,
            thrown -> {
              assertThat(thrown.position()).isEqualTo(position);
              assertThat(thrown.text().en()).isEqualTo("at character " + position + ": " + message);
              assertThat(thrown.text().zh()).startsWith("第 " + position + " 个字符：此处应为");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "reflect('java.lang.System','exit') | reflect",
        "reflect(x, y)                      | reflect",
        "java_method(a, b)                  | java_method",
        "read_files(a)                      | read_files",
        "count(*)                           | count",
        "beds + (sum(beds))                 | sum",
        "select(a)                          | select"
      })
  void knowsNoFunctionsButMinAndMax(String text, String function) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("unknown function '" + function + "'; known are min and max");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(select 1)",
        "(select max(beds) from nursing_beds)",
        "'x'",
        "\"x\"",
        "beds # comment",
        "beds /* x */",
        "${beds}",
        "#{T(java.lang.Runtime)}",
        "beds\u0000 + reflect(x)",
        "a[0]",
        "a ? b : c",
        "{fn now()}",
        "\uD83D\uDE00",
        "\uD83D"
      })
  void takesNothingThatOtherLanguagesWouldRun(String text) {
    assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(FormulaException.class);
  }

  @Test
  void limitsLengthDepthAndDigits() {
    assertThat(value("0" + "+1".repeat(999))).contains(Fraction.of(999));
    assertThatThrownBy(() -> Formula.parse("1" + "+1".repeat(1000)))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("a formula has at most 2000 characters");

    assertThat(value("(".repeat(49) + "1" + ")".repeat(49))).contains(Fraction.ONE);
    assertThatThrownBy(() -> Formula.parse("(".repeat(50) + "1" + ")".repeat(50)))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("nested deeper than 50");
    assertThatThrownBy(() -> Formula.parse("-".repeat(1999) + "1"))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("nested deeper than 50");

    assertThat(value("9".repeat(30))).isPresent();
    assertThatThrownBy(() -> Formula.parse("1 + " + "9".repeat(31)))
        .isInstanceOf(FormulaException.class)
        .hasMessage("position 5: a number has at most 30 digits");
  }

  @Test
  void comesToAFormulaOrAFormulaExceptionWhateverTheText() {
    List<String> tokens =
        List.of(
            "beds",
            "none",
            "min",
            "max",
            "reflect",
            "select",
            "0",
            "1",
            "2.5",
            "007",
            "9999999999",
            "1.",
            "+",
            "-",
            "−",
            "*",
            "×",
            "/",
            "÷",
            "(",
            ")",
            "(",
            ")",
            ",",
            " ",
            "\n",
            "\t",
            ".",
            "'",
            "\"",
            ";",
            "\u0000",
            "床",
            "\uD83D",
            "e",
            "_",
            "=",
            "<",
            "%",
            "\\");
    Random random = new Random(410_100);
    int parsed = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j <= length; j++) {
        text.append(tokens.get(random.nextInt(tokens.size())));
      }
      try {
        Formula.parse(text.toString()).evaluate(name -> Fraction.of(name.length() - 4L));
        parsed++;
      } catch (FormulaException e) {
        assertThat(e.position()).as("%s", text).isBetween(1, text.length() + 1);
      }
    }
    assertThat(parsed).isBetween(500, 19_500);
  }
}
