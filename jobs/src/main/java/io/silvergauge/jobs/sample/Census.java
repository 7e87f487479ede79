package io.silvergauge.jobs.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real census figures of the sample's units, one row a unit. */
final class Census {
  static final String REFERENCE_DATE = "2020-11-01";

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("code", "区划代码"),
          Column.of("name", "地区"),
          Column.of("date", "普查时点"),
          Column.of("census_population", "常住人口"),
          Column.of("census_60plus", "60岁及以上"),
          Column.of("census_65plus", "65岁及以上"),
          Column.of("census_households", "户数"));

  private Census() {}

  static Table table(List<SampleCity> cities) {
    Map<String, CountyUnit> units = new TreeMap<>();
    cities.forEach(city -> city.units().forEach(unit -> units.put(unit.code(), unit)));
    Table table = new Table(List.of("第七次全国人口普查分县资料（节选）"), COLUMNS);
    units.values().forEach(unit -> table.add(row(unit)));
    return table;
  }

  private static List<String> row(CountyUnit unit) {
    return List.of(
        unit.code(),
        unit.name(),
        REFERENCE_DATE,
        Long.toString(unit.population()),
        unit.hasAges() ? Long.toString(unit.sixtyPlus()) : "",
        unit.hasAges() ? Long.toString(unit.sixtyFivePlus()) : "",
        unit.hasAges() ? Long.toString(unit.households()) : "");
  }
}
