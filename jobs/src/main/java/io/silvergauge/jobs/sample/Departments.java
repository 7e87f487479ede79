package io.silvergauge.jobs.sample;

import java.util.List;

/** The yearly register of a city's member departments: ledger, response, what is overdue. */
final class Departments implements SourceTable {
  private static final List<Column> COLUMNS =
      RegisterColumns.of("单位编号", "单位名称", "工作台账", "响应机制", "逾期事项", "已约谈或通报事项");
  private static final List<String> NAMES =
      List.of("发展改革部门", "民政部门", "卫生健康部门", "住房城乡建设部门", "自然资源部门", "财政部门");

  @Override
  public String source() {
    return "departments";
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
    String title = province.name() + "成员单位名录（示例数据） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (SampleCity city : province.cities()) {
      for (int number = 1; number <= NAMES.size(); number++) {
        table.add(row(city, number, span, draws));
      }
    }
    return table;
  }

  private static List<String> row(SampleCity city, int number, Span span, Draws draws) {
    String code = city.code() + "-D" + number;
    double quality =
        CountyFigures.quality(draws, city.code(), "departments")
            + 0.1 * (span.monthsIn() - 24) / 12;
    long overdue = (long) (4 * draws.uniform(code, "overdue", span.period()) * (1.2 - quality));
    boolean pressed = draws.uniform(code, "pressed") < 0.5 + 0.5 * quality;
    return List.of(
        city.code(),
        code,
        NAMES.get(number - 1),
        RegisterColumns.yesNo(draws.uniform(code, "ledger") < 0.55 + 0.6 * quality),
        RegisterColumns.yesNo(draws.uniform(code, "response") < 0.6 + 0.6 * quality),
        Long.toString(overdue),
        Long.toString(pressed ? overdue : overdue / 2));
  }
}
