package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The yearly register of training and recuperation institutions on their way to care homes. */
final class TrainingInstitutions implements SourceTable {
  private static final List<Column> COLUMNS =
      RegisterColumns.of(
          "机构编号", "机构名称", "摸底日期", "决定转型日期", "划转日期", "改造完成日期", "投入运营日期", "养老床位", "护理型床位");
  private static final int IN_A_CITY = 4;
  private static final int STAGES = 4;

  @Override
  public String source() {
    return "training_institutions";
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
    String title = province.name() + "培训疗养机构名录（示例数据，机构均为虚构） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (SampleCity city : province.cities()) {
      for (int number = 1; number <= IN_A_CITY; number++) {
        table.add(row(city, number, span, draws));
      }
    }
    return table;
  }

  private static List<String> row(SampleCity city, int number, Span span, Draws draws) {
    String code = city.code() + "-P" + number;
    LocalDate day = LocalDate.of(2020, 10, 1).plusDays((long) draws.between(0, 90, code));
    double slowness = 1.2 - CountyFigures.quality(draws, city.code(), "conversion");
    long beds = 10 * (long) draws.between(5, 31, code, "beds");
    List<String> cells = new ArrayList<>();
    cells.add(city.code());
    cells.add(code);
    cells.add("示例" + city.name() + "第" + number + "培训疗养中心");
    cells.add(day.toString());
    for (int stage = 0; stage < STAGES; stage++) {
      day = day.plusDays((long) (slowness * draws.between(120, 520, code, "stage" + stage)));
      cells.add(day.isAfter(span.lastDay()) ? "" : day.toString());
    }
    cells.add(Long.toString(beds));
    cells.add(Long.toString(Math.round(beds * draws.between(0.4, 0.8, code, "nursing"))));
    return cells;
  }
}
