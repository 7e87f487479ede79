package io.silvergauge.indicators.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2023, 2023-01, 2023-12, 12",
    "2023Q1, 2023-01, 2023-03, 3",
    "2023Q4, 2023-10, 2023-12, 3",
    "2023H1, 2023-01, 2023-06, 6",
    "2023H2, 2023-07, 2023-12, 6",
    "2023-10, 2023-10, 2023-10, 1",
    "2023-01/2023-09, 2023-01, 2023-09, 9",
    "2022-10/2023-03, 2022-10, 2023-03, 6"
  })
  void readsEachFormAndWritesItAgain(String text, YearMonth from, YearMonth to, int months) {
    Period period = Period.parse(text);
    assertThat(period).isEqualTo(new Period(from, to));
    assertThat(period.months()).isEqualTo(months);
    assertThat(period).hasToString(text);
    assertThat(Period.parse(period.toString())).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01/2023-12, 2023",
    "2023-04/2023-06, 2023Q2",
    "2023-07/2023-12, 2023H2",
    "2023-05/2023-05, 2023-05",
    "2023-02/2023-04, 2023-02/2023-04"
  })
  void hasOneNameForOneRunOfMonths(String text, String shortest) {
    assertThat(Period.parse(text)).isEqualTo(Period.parse(shortest)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "23",
        "2023Q0",
        "2023Q5",
        "2023H3",
        "2023H4",
        "2023q4",
        "2023 Q4",
        "2023-1",
        "2023-00",
        "2023-13",
        "2023-10/2023-09",
        "2023-10/",
        "2023/2024",
        "２０２３",
        "2023年",
        "1899",
        "2201",
        "0000Q1",
        "2023-01-31",
        "2023Q4 "
      })
  void refusesWhatIsNoPeriod(String text) {
    assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void saysHowPeriodsAreWritten() {
    assertThatThrownBy(() -> Period.parse("Q4"))
        .hasMessage(
            "'Q4' is no period; written are 2023, 2023Q4, 2023H1, 2023-10 and 2023-01/2023-09");
    assertThatThrownBy(() -> Period.parse("2023-10/2023-09"))
        .hasMessage("A period must not end before it begins, but was 2023-10/2023-09");
  }

  @Test
  void sortsByItsEndAndThenByItsBeginning() {
    List<Period> sorted =
        Stream.of("2023-12", "2023Q4", "2023", "2023Q3", "2024-01", "2023H2")
            .map(Period::parse)
            .sorted()
            .toList();
    assertThat(sorted)
        .extracting(Period::toString)
        .containsExactly("2023Q3", "2023", "2023H2", "2023Q4", "2023-12", "2024-01");
  }

  @Test
  void knowsItsDaysMonthsAndParts() {
    Period quarter = Period.parse("2024Q1");
    assertThat(quarter.firstDay()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(Period.parse("2024-02").lastDay()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(quarter.eachMonth())
        .extracting(Period::toString)
        .containsExactly("2024-01", "2024-02", "2024-03");
    assertThat(quarter.contains(Period.parse("2024-03"))).isTrue();
    assertThat(quarter.contains(Period.parse("2024-04"))).isFalse();
    assertThat(quarter.contains(Period.parse("2023Q4"))).isFalse();
    assertThat(Period.parse("2023Q3").yearToDate()).hasToString("2023-01/2023-09");
    assertThat(Period.parse("2023Q4").monthsSince(Period.parse("2022"))).isEqualTo(12);
    assertThat(Period.parse("2023Q4").monthsSince(Period.parse("2023-12"))).isZero();
  }
}
