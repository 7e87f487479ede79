package io.silvergauge.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** The yearly table of the health departments: grass-roots beds, hospitals, institutions. */
final class Health implements SourceTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.NAME,
          Column.DATE,
          Column.of("primary_care_beds", "基层医疗卫生机构床位数", "基层机构床位"),
          Column.of("primary_care_nursing_beds", "其中护理床位数", "基层机构护理床位"),
          Column.of("general_hospitals_2plus", "二级及以上综合性医院数", "二级及以上综合医院"),
          Column.of("general_hospitals_2plus_geriatric", "其中设老年医学科", "设老年医学科的医院"),
          Column.of("elder_hospitals", "老年医院、康复医院和护理院数", "老年、康复和护理医院"),
          Column.of("integrated_primary_care_facilities", "改扩建医养结合设施的基层机构数", "医养结合基层机构"),
          Column.of("medical_institutions_four_classes", "综合、康复、护理医院和基层医疗机构数", "四类医疗机构"),
          Column.of("age_friendly_medical_institutions", "老年友善医疗机构数", "老年友善机构"));

  @Override
  public String source() {
    return "health";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return Span.years(first, last);
  }

  @Override
  public int daysLater() {
    return 5;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "老年健康服务资源年报（示例数据） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (Province.Reporter reporter : province.reporters()) {
      table.add(row(new CountyFigures(draws, reporter, span.monthsIn()), span));
    }
    table.addTotal(new ProvinceHabits(province.code(), draws).totalName(), 0);
    return table;
  }

  private static List<String> row(CountyFigures figures, Span span) {
    CountyUnit unit = figures.unit();
    long beds = figures.count("primary_care_beds", unit.population(), 0.0009, 0.0015, 0.02);
    long hospitals = figures.count("general_hospitals_2plus", unit.population(), 4e-6, 9e-6, 0);
    long institutions =
        Math.max(
            1,
            figures.count(
                "medical_institutions_four_classes", unit.population(), 3e-4, 5e-4, 0.01));
    List<String> cells =
        new ArrayList<>(List.of(unit.code(), unit.name(), span.lastDay().toString()));
    cells.add(Long.toString(beds));
    cells.add(Long.toString(figures.part("primary_care_nursing_beds", beds, 0.165, 0.36)));
    cells.add(Long.toString(hospitals));
    cells.add(
        Long.toString(figures.part("general_hospitals_2plus_geriatric", hospitals, 0.34, 0.84)));
    cells.add(atLeastOne(figures, "elder_hospitals"));
    cells.add(atLeastOne(figures, "integrated_primary_care_facilities"));
    cells.add(Long.toString(institutions));
    cells.add(
        Long.toString(figures.part("age_friendly_medical_institutions", institutions, 0.44, 0.96)));
    return cells;
  }

  private static String atLeastOne(CountyFigures figures, String statistic) {
    boolean reached = figures.reached(statistic, 0.52, 1.15);
    long more = figures.count(statistic, figures.unit().population(), 0, 3e-6, 0);
    return Long.toString(reached ? 1 + more : 0);
  }
}
