package io.silvergauge.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2023Q4, 2023年第四季度, 2023 Q4",
    "2023H1, 2023年上半年, 2023 H1",
    "2023, 2023年, 2023",
    "2023-10, 2023年10月, October 2023",
    "2023-01/2023-09, 2023年1月至2023年9月, January 2023 to September 2023"
  })
  void namesPeriods(String period, String zh, String en) {
    assertThat(new Dates(Language.ZH).period(period)).isEqualTo(zh);
    assertThat(new Dates(Language.EN).period(period)).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource({
    "2023Q4, 四季度, 2023年, Q4, 2023",
    "2023H1, 上半年, 2023年, H1, 2023",
    "2023, 2023年, '', 2023, ''",
    "2023-10, 10月, 2023年, Oct, 2023",
    "2023-01/2023-09, 2023年1月至2023年9月, '', January 2023 to September 2023, ''"
  })
  void namesPeriodsOfAnAxisWithTheYearApart(
      String period, String zh, String zhYear, String en, String enYear) {
    assertThat(new Dates(Language.ZH).part(period)).isEqualTo(zh);
    assertThat(new Dates(Language.ZH).year(period)).isEqualTo(zhYear);
    assertThat(new Dates(Language.EN).part(period)).isEqualTo(en);
    assertThat(new Dates(Language.EN).year(period)).isEqualTo(enYear);
  }

  @Test
  void writesDays() {
    assertThat(new Dates(Language.ZH).day("2024-01-31")).isEqualTo("2024年1月31日");
    assertThat(new Dates(Language.EN).day("2024-01-31")).isEqualTo("31 January 2024");
  }
}
