package io.silvergauge.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** The half-yearly table of planning and housing: land, estates, floor area. */
final class Planning implements SourceTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.NAME,
          Column.of("planned_population", "规划人口", "规划人口数"),
          Column.of("elderly_care_land", "规划养老服务设施用地面积", "养老服务设施用地"),
          Column.of("new_estates", "新建居住小区数", "新建城区和居住小区"),
          Column.of("new_estates_compliant", "配建养老设施达标的新建居住小区数", "配建达标小区"),
          Column.of("areas_30k_50k", "3—5万人居住区数", "规划人口3—5万人居住区"),
          Column.of("areas_30k_50k_land_met", "预留养老院用地达标的居住区数", "预留用地达标居住区"),
          Column.of("new_residential_areas", "交付的新建住宅区数", "新建住宅区"),
          Column.of("new_residential_areas_floor_met", "每百户30平方米达标的新建住宅区数", "新建住宅区达标数"),
          Column.of("existing_areas_below_norm", "未达标的已建成住宅区数", "已建成未达标住宅区"),
          Column.of("existing_areas_floor_met", "按每百户20平方米补齐的住宅区数", "已补齐住宅区"),
          Column.of("community_facilities", "居家社区养老服务设施数", "社区养老服务设施"),
          Column.of("community_facilities_200m2", "面积200平方米及以上的设施数", "200平方米及以上设施"));

  @Override
  public String source() {
    return "planning";
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
    String title = province.name() + "养老服务设施规划建设情况表（示例数据） " + span.words();
    Table table = new Table(List.of(title, "单位：人、公顷、个"), COLUMNS);
    for (Province.Reporter reporter : province.reporters()) {
      table.add(row(new CountyFigures(draws, reporter, span.monthsIn())));
    }
    table.addTotal(new ProvinceHabits(province.code(), draws).totalName(), 0);
    return table;
  }

  private static List<String> row(CountyFigures figures) {
    CountyUnit unit = figures.unit();
    List<String> cells = new ArrayList<>(List.of(unit.code(), unit.name()));
    long planned = 100 * figures.count("planned_population", unit.population(), 0.0105, 0.012, 0);
    double squareMetresPerHead = figures.share("elderly_care_land", 0.11, 0.24);
    cells.add(Long.toString(planned));
    cells.add(CountyFigures.twoDecimals(planned * squareMetresPerHead / 10_000));
    addPair(cells, figures, "new_estates", "new_estates_compliant", 1.8e-5, 0.2, 0.57);
    addPair(cells, figures, "areas_30k_50k", "areas_30k_50k_land_met", 0.9e-5, 0, 0.52);
    addPair(
        cells,
        figures,
        "new_residential_areas",
        "new_residential_areas_floor_met",
        2.4e-5,
        0.2,
        0.57);
    addPair(cells, figures, "existing_areas_below_norm", "existing_areas_floor_met", 5e-5, 0, 0.42);
    addPair(cells, figures, "community_facilities", "community_facilities_200m2", 9e-5, 0.05, 0.6);
    return cells;
  }

  /** A number of areas by population, and how many of them meet the norm: all from a mark of 1. */
  private static void addPair(
      List<String> cells,
      CountyFigures figures,
      String whole,
      String part,
      double perHead,
      double yearlyGrowth,
      double low) {
    double population = figures.unit().population();
    long areas = figures.count(whole, population, 0.7 * perHead, 1.3 * perHead, yearlyGrowth);
    cells.add(Long.toString(areas));
    cells.add(Long.toString(figures.part(part, areas, low, 1.12)));
  }
}
