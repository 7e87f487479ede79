package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.util.List;

/** The yearly register of enterprises that serve older persons: a few in each city, invented. */
final class Enterprises implements SourceTable {
  private static final List<Column> COLUMNS =
      RegisterColumns.of("企业编号", "企业名称", "类型", "养老服务营收单独核算", "品牌连锁", "跨区域经营", "老年人信息安全措施", "结对日期");
  private static final int PROPERTY = 3;

  @Override
  public String source() {
    return "enterprises";
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
    String title = province.name() + "涉老企业名录（示例数据，企业均为虚构） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (SampleCity city : province.cities()) {
      for (int number = 1; number <= PROPERTY + 1; number++) {
        table.add(row(city, number, span, draws));
      }
    }
    return table;
  }

  private static List<String> row(SampleCity city, int number, Span span, Draws draws) {
    String code = city.code() + "-E" + number;
    boolean property = number <= PROPERTY;
    double quality = CountyFigures.quality(draws, city.code(), "enterprises");
    LocalDate paired =
        LocalDate.of(2021, 3, 1)
            .plusDays((long) (1500 * (1 - quality) * draws.between(0.5, 1, code, "paired")));
    boolean chain = draws.uniform(code, "chain") < 0.3 + 0.5 * quality;
    return List.of(
        city.code(),
        code,
        "示例" + city.name() + number + (property ? "号物业公司" : "号养老公司"),
        property ? "物业服务企业" : "养老企业",
        property ? RegisterColumns.yesNo(draws.uniform(code, "apart") < 0.4 + 0.7 * quality) : "",
        property ? RegisterColumns.yesNo(chain) : "",
        property ? RegisterColumns.yesNo(chain && draws.uniform(code, "cross") < 0.7) : "",
        property ? RegisterColumns.yesNo(draws.uniform(code, "safe") < 0.5 + 0.6 * quality) : "",
        property || paired.isAfter(span.lastDay()) ? "" : paired.toString());
  }
}
