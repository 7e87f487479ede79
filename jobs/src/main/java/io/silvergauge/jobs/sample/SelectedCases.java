package io.silvergauge.jobs.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The cases selected nationally, sent once for the whole nation; all of them are invented. */
final class SelectedCases implements SourceTable {
  private static final List<Column> COLUMNS = RegisterColumns.of("案例编号", "标题", "评分");
  private static final int CASES = 50;

  @Override
  public String source() {
    return "selected_cases";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return List.of(new Span("2021", "2021年度", YearMonth.of(2021, 12)));
  }

  @Override
  public int daysLater() {
    return 0;
  }

  @Override
  public Table table(Province nation, Span span, Draws draws) {
    Table table = new Table(List.of("全国遴选案例名录（示例数据，案例均为虚构） " + span.words()), COLUMNS);
    for (int i = 1; i <= CASES; i++) {
      String code = String.format(Locale.ROOT, "N-%02d", i);
      table.add(
          List.of(
              nation.code(),
              code,
              "示例案例" + i,
              Long.toString((long) draws.between(80, 99, code, "points"))));
    }
    return table;
  }
}
