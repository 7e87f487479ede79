package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The yearly register of estates and their care facilities: a few in each unit, all invented. */
final class Estates implements SourceTable {
  private static final List<Column> COLUMNS =
      RegisterColumns.of(
          "小区编号",
          "小区名称",
          "类型",
          "规划人口",
          "户数",
          "预留养老院用地",
          "有社区养老服务设施",
          "养老服务用房面积",
          "规划日期",
          "建成日期",
          "验收日期",
          "交付日期",
          "住宅交付日期",
          "建设状态",
          "整改到位日期");
  private static final List<String> TROUBLED = List.of("缓建", "缩建", "停建");
  private static final int MOST = 3;

  @Override
  public String source() {
    return "estates";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return Span.years(first, last);
  }

  @Override
  public int daysLater() {
    return 3;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "住宅小区养老设施名录（示例数据，小区均为虚构） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (Province.Reporter one : province.reporters()) {
      long estates = Math.min(MOST, 1 + one.unit().population() / 400_000);
      for (int number = 1; number <= estates; number++) {
        table.add(row(one, number, span, draws));
      }
    }
    return table;
  }

  private static List<String> row(Province.Reporter reporter, int number, Span span, Draws draws) {
    CountyUnit unit = reporter.unit();
    String code = String.format(Locale.ROOT, "%s-%02d", unit.code(), number);
    double quality = CountyFigures.quality(draws, reporter.city(), "estates");
    boolean fresh = draws.uniform(code, "kind") < 0.6;
    long people = 500 * (long) draws.between(4, draws.uniform(code, "size") < 0.2 ? 96 : 50, code);
    long households = Math.round(people / 2.8);
    double reached = 0.75 + 0.6 * quality + draws.between(-0.15, 0.15, code, "norm");
    double later = 0.04 * (span.monthsIn() - 24) / 12;
    double norm = people >= 30_000 ? 0 : (fresh ? 0.3 : 0.2) * households;
    boolean large = people >= 30_000 && people <= 50_000;
    List<String> cells = new ArrayList<>();
    cells.add(unit.code());
    cells.add(code);
    cells.add("示例" + unit.name() + number + "号小区");
    cells.add(fresh ? "新建" : "已建成");
    cells.add(Long.toString(people));
    cells.add(Long.toString(households));
    cells.add(Long.toString(large ? Math.round(0.1 * people * (reached + later)) : 0));
    cells.add(RegisterColumns.yesNo(draws.uniform(code, "facility") < reached + later));
    cells.add(Long.toString(Math.round(Math.max(200, norm) * (reached + later))));
    cells.addAll(fresh ? steps(code, quality, draws) : List.of("", "", "", "", "", "正常", ""));
    return cells;
  }

  private static List<String> steps(String code, double quality, Draws draws) {
    LocalDate planned =
        LocalDate.of(2019, 1, 1).plusDays((long) draws.between(0, 500, code, "planned"));
    LocalDate accepted = planned.plusDays(420);
    LocalDate homes = planned.plusDays(450);
    boolean troubled = draws.uniform(code, "state") < 0.15;
    boolean good = draws.uniform(code, "steps") < 0.45 + 0.6 * quality;
    String state =
        troubled ? TROUBLED.get((int) (TROUBLED.size() * draws.uniform(code, "which"))) : "正常";
    String rectified = troubled && good ? accepted.minusDays(10).toString() : "";
    return List.of(
        planned.toString(),
        good || troubled ? planned.plusDays(400).toString() : "",
        accepted.toString(),
        homes.toString(),
        homes.toString(),
        state,
        rectified);
  }
}
