package io.silvergauge.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final Map<String, FieldType> FIELDS =
      Map.of(
          "kind", FieldType.TEXT,
          "beds", FieldType.NUMBER,
          "nursing_beds", FieldType.NUMBER,
          "opened", FieldType.DATE,
          "closed", FieldType.DATE,
          "accounts", FieldType.YES_NO);

  /** A home with 120 beds, 55 of them nursing beds, opened on 1 May 2021, not closed. */
  private static final FieldValues HOME =
      record(
          Map.of(
              "kind",
              "养老院",
              "beds",
              "120",
              "nursing_beds",
              "55",
              "opened",
              "2021-05-01",
              "accounts",
              "1"));

  private static FieldValues record(Map<String, String> values) {
    return new FieldValues() {
      @Override
      public Optional<Fraction> number(String field) {
        return Optional.ofNullable(values.get(field))
            .filter(value -> FIELDS.get(field) != FieldType.TEXT)
            .map(
                value ->
                    FIELDS.get(field) == FieldType.DATE
                        ? BigDecimal.valueOf(LocalDate.parse(value).toEpochDay())
                        : new BigDecimal(value))
            .map(Fraction::of);
      }

      @Override
      public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field))
            .filter(value -> FIELDS.get(field) == FieldType.TEXT);
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind = '养老院' | YES",
        "kind != '养老院' | NO",
        "kind in ('敬老院', '养老院') | YES",
        "kind not in ('敬老院', '养老院') | NO",
        "nursing_beds <= beds | YES",
        "nursing_beds / beds * 100 >= 45.83 | YES", // 45.8333…
        "nursing_beds / beds * 100 >= 45.84 | NO",
        "(nursing_beds + 5) * 2 = beds | YES",
        "beds ≠ 120 | NO",
        "beds > 120 | NO",
        "beds < 121 | YES",
        "max(beds, 200) = 200 | YES",
        "opened <= '2021-05-01' | YES",
        "opened < '2021-05-01' | NO",
        "closed > '2023-12-31' | UNKNOWN",
        "missing(closed) | YES",
        "missing(closed) or closed > '2023-12-31' | YES",
        "closed > '2023-12-31' and kind = '敬老院' | NO",
        "closed > '2023-12-31' and kind = '养老院' | UNKNOWN",
        "closed > '2023-12-31' or kind = '敬老院' | UNKNOWN",
        "not closed > '2023-12-31' | UNKNOWN",
        "opened < closed | UNKNOWN",
        "accounts | YES",
        "not accounts | NO",
        "accounts = 1 | YES",
        "not not accounts and (kind = '敬老院' or (beds >= 100)) | YES",
        "beds / 0 > 1 | UNKNOWN"
      })
  void holdsAsWrittenAndIsUnknownWhereTheRecordDoesNotSay(String text, Truth truth) {
    Condition condition = Condition.parse(text, FIELDS);
    assertThat(condition.holds(HOME)).isEqualTo(truth);
    assertThat(Condition.parse(condition.toString(), FIELDS).holds(HOME)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bed > 1 | 1 | unknown field 'bed'; did you mean 'beds'?",
        "kind > '甲' | 6 | 'kind' is a text; it takes =, != or in",
        "kind = 甲 | 8 | expected a text in single quotes, found '甲'",
        "kind = '甲 | 8 | the quote is not closed",
        "beds = '2023-12-31' | 1 | 'beds' is no date, so it cannot be compared with one",
        "opened > beds | 10 | a date can be compared with a date only",
        "opened + 1 > 2 | 1 | 'opened' is a date, not a figure",
        "opened > '2023-02-30' | 10 | '2023-02-30' is not a date such as 2023-12-31",
        "beds + kind > 1 | 1 | 'kind' is a text, not a figure",
        "beds | 5 | expected a comparison (= != < <= > >=), found the end",
        "beds > 1 beds < 3 | 10 | expected and, or, or the end, found 'b'",
        "beds > 1 and | 13 | expected a statistic, a number or '(', found the end",
        "missing(3) | 9 | expected the name of a field, found '3'",
        "(beds > 1 | 10 | expected ')', found the end",
        "runtime(beds) > 1 | 1 | unknown function 'runtime'; known are min and max"
      })
  void faultsNamePlaceAndWhatWouldBeRight(String text, int position, String message) {
    FormulaException fault =
        catchThrowableOfType(FormulaException.class, () -> Condition.parse(text, FIELDS));
    assertThat(fault.text().en()).isEqualTo("at character %d: %s".formatted(position, message));
    assertThat(fault.text().zh()).startsWith("第 " + position + " 个字符：");
  }

  @Test
  void namesItsFields() {
    assertThat(
            Condition.parse("missing(closed) or nursing_beds > beds / 2 and accounts", FIELDS)
                .fields())
        .containsExactly("accounts", "beds", "closed", "nursing_beds");
  }

  @Test
  void deepAndLongTextsAreRefusedAtOnce() {
    assertThatThrownBy(
            () -> Condition.parse("(".repeat(900) + "beds > 1" + ")".repeat(900), FIELDS))
        .hasMessageContaining("nested deeper than 50");
    assertThatThrownBy(() -> Condition.parse("not ".repeat(600) + "accounts", FIELDS))
        .hasMessageContaining("at most 2000 characters");
  }

  /** Whatever is written, it is a condition or a fault with a place. */
  @Test
  void anyTextIsAConditionOrAFault() {
    String[] parts = {
      "beds",
      "kind",
      "opened",
      "and",
      "or",
      "not",
      "in",
      "missing",
      "(",
      ")",
      "'",
      "'甲'",
      ",",
      "1",
      "2.5",
      "<",
      "=",
      ">=",
      "+",
      "/",
      "-",
      " ",
      "min",
      "accounts",
      "'2023-01-01'"
    };
    Random random = new Random(20470);
    int conditions = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        Condition.parse(text.toString(), FIELDS).holds(HOME);
        conditions++;
      } catch (FormulaException e) {
        assertThat(e.position()).as(text.toString()).isBetween(1, text.length() + 1);
      }
    }
    assertThat(conditions).isGreaterThan(50);
  }
}
