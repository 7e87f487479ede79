package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import org.junit.jupiter.api.Test;

class RowFailureTest {
  private static final Bilingual FILE = new Bilingual("读取 a.xlsx ", "reading a.xlsx");

  @Test
  void saysWhichRecordOfWhichSheet() {
    Exception cause = new IllegalStateException("broken");
    assertThat(new RowFailure(new RowPlace("表1", 7, 0), cause).in(FILE))
        .isEqualTo(
            new Bilingual("读取 a.xlsx 工作表“表1”第 7 条记录", "reading a.xlsx, sheet '表1', record 7"));
    assertThat(new RowFailure(new RowPlace("", 7, 9), cause).in(FILE))
        .isEqualTo(new Bilingual("读取 a.xlsx 第 7 条记录", "reading a.xlsx, record 7"));
    assertThat(new RowFailure(new RowPlace("", 7, 9), cause)).hasCause(cause);
  }
}
