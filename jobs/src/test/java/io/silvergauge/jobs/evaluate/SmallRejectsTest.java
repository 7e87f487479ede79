package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallRejectsTest {
  @TempDir static Path folder;

  private static SmallRejects small;

  @BeforeAll
  static void read() throws IOException {
    Assessment assessment = AssessmentReader.read(SmallAssessment.delivered().write(folder));
    small = new SmallRejects(assessment, new Reach(assessment.scheme(), assessment.sources()));
  }

  private static Reject of(RejectReason reason, String column, String value, String said) {
    return new Reject(
        "f.csv", "", 0, 0, column, value, reason, "", Bilingual.of("f.csv：%s", "f.csv: %s", said));
  }

  @ParameterizedTest
  @CsvSource({
    "DUPLICATE_CONFLICT, 探访, 3, 与第 12 行重复但数值不同（3 与 31）",
    "SHARE_ABOVE_100, 探访, 14, 14人 大于“名单”的 4人",
    "TOO_MANY_DECIMALS, 探访, 2.1234567, “2.1234567”有 7 位小数",
  })
  void showsNoSmallCountOfPersons(RejectReason reason, String column, String value, String said) {
    Reject shown = small.of(of(reason, column, value, said), "visits");

    assertThat(shown.value()).isEmpty();
    assertThat(shown.message().zh()).contains("不足 5 人的人数不予公布").doesNotContain(said);
    assertThat(shown.message().en()).contains("counts of fewer than 5 persons are not shown");
  }

  /**
   * Numbers of rows, columns and decimals are no counts of persons, nor are parts of large ones.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DUPLICATE_CONFLICT | 探访 | 52 | 与第 3 行重复但数值不同（52 与 31）",
        "PARTS_NOT_TOTAL | 名单 | 12345 | “男”至“女”共 2 列合计 12345，与“名单”的 12340 相差 5（允许 1）",
        "SHARE_ABOVE_100 | 探访 | 1,234 | 1,234人 大于“名单”的 1,200人",
        "TOO_MANY_DECIMALS | 探访 | 12.1234567 | “12.1234567”有 7 位小数，最多 2 位",
      })
  void showsWhatIsNone(RejectReason reason, String column, String value, String said) {
    Reject reject = of(reason, column, value, said);

    assertThat(small.of(reject, "visits")).isEqualTo(reject);
  }

  @Test
  void showsSmallNumbersOfWhatCountsNoPersons() {
    Reject reject = of(RejectReason.DUPLICATE_CONFLICT, "床位数", "3", "（3 与 4）");

    assertThat(small.of(reject, "civil")).isEqualTo(reject);
  }
}
