package io.silvergauge.jobs.sample;

import java.time.YearMonth;
import java.util.List;

/** The quarterly file of monthly visits to older persons in special difficulty. */
final class Visits implements SourceTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.NAME,
          Column.PERIOD,
          Column.of("special_difficulty_elderly", "特殊困难老年人数", "特殊困难老年人"),
          Column.of("special_difficulty_elderly_visited", "当月获探访人数", "当月探访人数"));

  @Override
  public String source() {
    return "visits";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return first.through(last).stream().map(Span::of).toList();
  }

  @Override
  public int daysLater() {
    return 0;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "特殊困难老年人探访月报（示例数据） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (int back = 2; back >= 0; back--) {
      YearMonth month = span.lastMonth().minusMonths(back);
      int from = table.size();
      for (Province.Reporter reporter : province.reporters()) {
        table.add(row(new CountyFigures(draws, reporter, Span.monthsIn(month)), month));
      }
      table.addTotal(new ProvinceHabits(province.code(), draws).totalName(), from);
    }
    return table;
  }

  private static List<String> row(CountyFigures figures, YearMonth month) {
    CountyUnit unit = figures.unit();
    long persons = figures.count("special_difficulty_elderly", unit.sixtyPlus(), 0.05, 0.09, 0.02);
    long visited = figures.part("special_difficulty_elderly_visited", persons, 0.62, 1.13);
    return List.of(
        unit.code(), unit.name(), month.toString(), Long.toString(persons), Long.toString(visited));
  }
}
