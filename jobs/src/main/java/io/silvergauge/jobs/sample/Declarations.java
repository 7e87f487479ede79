package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Which units a province declared in early 2021, and when its government had approved them. */
final class Declarations implements SourceTable {
  /** The quarter in which cities were declared and experience was submitted. */
  static final Span SPAN = new Span("2021Q1", "2021年第1季度", YearMonth.of(2021, 3));

  private static final List<Column> COLUMNS =
      RegisterColumns.of("申报单位代码", "申报单位名称", "层级", "省级政府审定日期", "报送日期");

  @Override
  public String source() {
    return "declarations";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return List.of(SPAN);
  }

  @Override
  public int daysLater() {
    return 0;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "申报名单（示例数据） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    LocalDate submitted =
        LocalDate.of(2021, 2, 8).plusDays((long) draws.between(0, 14, province.code(), "sent"));
    LocalDate approved = submitted.minusDays(1 + (long) draws.between(0, 9, province.code()));
    for (SampleCity city : province.cities()) {
      add(table, province, city.code(), city.name(), city.level(), approved, submitted);
    }
    if (draws.uniform(province.code(), "county") < 0.8) {
      CountyUnit unit = province.reporters().get(0).unit();
      if (province.cities().stream().noneMatch(city -> city.code().equals(unit.code()))) {
        add(table, province, unit.code(), unit.name(), unit.level(), approved, submitted);
      }
    }
    return table;
  }

  private static void add(
      Table table,
      Province province,
      String code,
      String name,
      Level level,
      LocalDate approved,
      LocalDate submitted) {
    table.add(
        List.of(
            province.code(),
            code,
            name,
            level == Level.PREFECTURE ? "地级" : "县级",
            approved.toString(),
            submitted.toString()));
  }
}
