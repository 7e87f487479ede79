package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The half-yearly list of institutional items, a row a city and item, with document and date. */
final class Mechanisms implements SourceTable {
  private static final YearMonth EARLIEST = YearMonth.of(2021, 5);
  private static final int MONTHS_TO_THE_LATEST = 60;

  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.NAME,
          Column.of("item", "事项"),
          Column.of("in_place", "是否建立"),
          Column.of("document", "文件名称及文号"),
          Column.of("issued", "印发日期"));

  /** The items as the file words them, in the order of the scheme. */
  private static final List<String> ITEMS =
      List.of(
          "公办养老机构入住综合评估办法",
          "公建民营养老机构管理制度",
          "普惠性养老服务政策体系",
          "培训疗养机构底数梳理",
          "培训疗养资源转型条件和标准",
          "培训资源转型有序推进",
          "设立专项经费");

  @Override
  public String source() {
    return "institutions_mechanism";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return Span.halfYears(first, last);
  }

  @Override
  public int daysLater() {
    return 3;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "体制机制事项清单（示例数据） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (SampleCity city : province.cities()) {
      for (String item : ITEMS) {
        table.add(row(city, item, span, draws));
      }
    }
    return table;
  }

  private static List<String> row(SampleCity city, String item, Span span, Draws draws) {
    List<String> cells = new ArrayList<>(List.of(city.code(), city.name(), item));
    LocalDate issued = issued(city, item, draws);
    if (issued.isAfter(span.lastDay())) {
      cells.addAll(List.of("否", "", ""));
    } else {
      int number = 1 + (int) (80 * draws.uniform(city.code(), item, "number"));
      String document = String.format(Locale.ROOT, "示例文件〔%d〕%d号", issued.getYear(), number);
      cells.addAll(List.of("是", document, issued.toString()));
    }
    return cells;
  }

  private static LocalDate issued(SampleCity city, String item, Draws draws) {
    double quality = CountyFigures.quality(draws, city.code(), item);
    YearMonth month = EARLIEST.plusMonths((long) (MONTHS_TO_THE_LATEST * (1 - quality)));
    int day = 1 + (int) (28 * draws.uniform(city.code(), item, "day"));
    return month.atDay(day);
  }
}
