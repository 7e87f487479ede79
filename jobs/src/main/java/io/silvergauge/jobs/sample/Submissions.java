package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.util.List;

/** The experience that a province submitted in early 2021; every title is invented. */
final class Submissions implements SourceTable {
  private static final List<Column> COLUMNS =
      RegisterColumns.of(
          "材料编号",
          "标题",
          "类型",
          "字数",
          "报送日期",
          "民政厅办公室印章",
          "财政厅办公室印章",
          "基本情况",
          "主要做法",
          "工作成效",
          "经验启示",
          "评分");

  @Override
  public String source() {
    return "submissions";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return List.of(Declarations.SPAN);
  }

  @Override
  public int daysLater() {
    return 0;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "典型经验材料名录（示例数据，标题均为虚构） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    long number = 2 + (long) draws.between(0, 4.5, province.code(), "materials");
    for (int i = 1; i <= number; i++) {
      String code = province.code() + "-M" + i;
      LocalDate received =
          LocalDate.of(2021, 1, 12).plusDays((long) draws.between(0, 18.6, province.code(), "day"));
      table.add(
          List.of(
              province.code(),
              code,
              "示例材料" + i,
              i % 2 == 1 ? "工作经验" : "典型案例",
              Long.toString((long) draws.between(1800, 3060, code, "characters")),
              received.toString(),
              "是",
              RegisterColumns.yesNo(draws.uniform(province.code(), "seal") < 0.92),
              "是",
              "是",
              "是",
              RegisterColumns.yesNo(draws.uniform(code, "insight") < 0.93),
              Long.toString((long) draws.between(60, 98, code, "points"))));
    }
    return table;
  }
}
