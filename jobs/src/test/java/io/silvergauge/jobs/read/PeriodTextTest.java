package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.statistic.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {
  @ParameterizedTest
  @CsvSource({
    "2023, 2023",
    "2023年, 2023",
    "2023年度, 2023",
    "2023年全年, 2023",
    "２０２３年, 2023",
    "2023H1, 2023H1",
    "2023-H2, 2023H2",
    "2023年上半年, 2023H1",
    "2023年下半年, 2023H2",
    "2023Q3, 2023Q3",
    "2023q3, 2023Q3",
    "2023-Q3, 2023Q3",
    "2023年Q3, 2023Q3",
    "2023年三季度, 2023Q3",
    "2023年第三季度, 2023Q3",
    "2023年第3季度, 2023Q3",
    "2023年 第 ３ 季度, 2023Q3",
    "2023年3季度, 2023Q3",
    "2023年Ⅲ季度, 2023Q3",
    "2023年四季度, 2023Q4",
    "2023-10, 2023-10",
    "2023-6, 2023-06",
    "2023/06, 2023-06",
    "202306, 2023-06",
    "2023.06, 2023-06",
    "2023年6月, 2023-06",
    "2023年06月, 2023-06",
    "2023年6月份, 2023-06",
    "2023年4-6月, 2023Q2",
    "2023年4月-6月, 2023Q2",
    "2023年4—6月, 2023Q2",
    "2023年5-9月, 2023-05/2023-09",
    "2022年10月-2023年3月, 2022-10/2023-03",
    "2022年10月至2023年3月, 2022-10/2023-03",
    "2023-01/2023-09, 2023-01/2023-09",
    "2023年二至三季度, 2023-04/2023-09"
  })
  void readsAPeriodAsAWhole(String text, String period) throws Exception {
    assertThat(PeriodText.parse(text))
        .isEqualTo(new PeriodText(Period.parse(period), PeriodText.Kind.WHOLE));
  }

  @ParameterizedTest
  @CsvSource({
    "2023年1-9月, 2023-01/2023-09",
    "2023年1月-9月, 2023-01/2023-09",
    "2023年1～9月, 2023-01/2023-09",
    "2023年1至9月份, 2023-01/2023-09",
    "2023年1-3月, 2023Q1",
    "2023年1-12月, 2023",
    "2023年前三季度, 2023-01/2023-09",
    "2023年前3季度, 2023-01/2023-09",
    "2023年前三个季度, 2023-01/2023-09",
    "2023年1-3季度, 2023-01/2023-09",
    "2023年一至三季度, 2023-01/2023-09",
    "2023年9月累计, 2023-01/2023-09",
    "2023年三季度累计, 2023-01/2023-09",
    "2023年1-9月累计, 2023-01/2023-09"
  })
  void readsAYearSoFar(String text, String period) throws Exception {
    assertThat(PeriodText.parse(text))
        .isEqualTo(new PeriodText(Period.parse(period), PeriodText.Kind.YEAR_TO_DATE));
  }

  @ParameterizedTest
  @CsvSource({
    "2023年末, 2023-12",
    "2023年底, 2023-12",
    "2023年度末, 2023-12",
    "2023年9月末, 2023-09",
    "2023年9月底, 2023-09",
    "2023年三季度末, 2023-09",
    "2023年上半年末, 2023-06",
    "截至2023年9月底, 2023-09",
    "截至2023年9月, 2023-09",
    "截止2023年, 2023-12"
  })
  void readsTheEndOfAPeriodAsItsLastMonth(String text, String month) throws Exception {
    assertThat(PeriodText.parse(text))
        .isEqualTo(new PeriodText(Period.parse(month), PeriodText.Kind.AT_END));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023年13月 | a month is 1 to 12 | 月份应为 1 至 12",
        "2023-00 | a month is 1 to 12 | 月份应为 1 至 12",
        "202313 | a month is 1 to 12 | 月份应为 1 至 12",
        "2023年1-13月 | a month is 1 to 12 | 月份应为 1 至 12",
        "2023年五季度 | a quarter is 1 to 4 | 季度应为 1 至 4",
        "2023Q5 | a quarter is 1 to 4 | 季度应为 1 至 4",
        "2023Q0 | a quarter is 1 to 4 | 季度应为 1 至 4",
        "2023年1-5季度 | a quarter is 1 to 4 | 季度应为 1 至 4",
        "2023H3 | a half-year is 1 or 2 | 半年应为 1 或 2",
        "2023年9-1月 | it ends before it begins; write the earlier first | 结束早于开始，应先写较早的月份",
        "2023年三至一季度 | it ends before it begins; write the earlier first | 结束早于开始，应先写较早的月份",
        "2023年3月-2022年10月 | it ends before it begins; write the earlier first | 结束早于开始，应先写较早的月份"
      })
  void saysWhatIsRightOfAPeriodThatCannotBe(String text, String en, String zh) {
    assertThatThrownBy(() -> PeriodText.parse(text))
        .isInstanceOfSatisfying(
            PeriodText.NotAPeriodException.class,
            e -> {
              assertThat(e.hint().en()).isEqualTo(en);
              assertThat(e.hint().zh()).isEqualTo(zh);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "末",
        "累计",
        "截至",
        "23年",
        "23Q3",
        "2023.6",
        "2023年6",
        "2023-12-31",
        "2023年12月31日",
        "20231231",
        "今年",
        "三季度",
        "2023年三月",
        "二〇二三年",
        "2023年中",
        "2023Q",
        "2023QQ3",
        "2023年末末",
        "0000",
        "9999",
        "1899年",
        "2023-01/2023-13",
        "2023年-2024年",
        "2023~2024",
        "45231",
        "2023\u0000"
      })
  void takesNothingElseForAPeriod(String text) {
    assertThatThrownBy(() -> PeriodText.parse(text))
        .isInstanceOf(PeriodText.NotAPeriodException.class);
  }

  @Test
  void readsEveryPeriodAsItIsPrinted() throws Exception {
    for (String printed : new String[] {"2023", "2023H2", "2023Q4", "2023-07", "2022-11/2023-02"}) {
      assertThat(PeriodText.parse(Period.parse(printed).toString()).period())
          .isEqualTo(Period.parse(printed));
    }
  }

  @Test
  void looksAtTheLengthFirst() {
    assertThatThrownBy(() -> PeriodText.parse("2023年".repeat(1_000_000)))
        .isInstanceOf(PeriodText.NotAPeriodException.class);
  }
}
