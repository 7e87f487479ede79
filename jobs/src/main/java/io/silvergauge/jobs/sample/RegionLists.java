package io.silvergauge.jobs.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code regions.csv} and {@code cities.csv}. */
final class RegionLists {
  private static final String NATION = "000000";
  private static final String RENAMED_ON = "2021-02-03";

  private final Facts facts;
  private final List<SampleCity> cities;
  private final Map<String, String> rows = new TreeMap<>();

  RegionLists(Facts facts, List<SampleCity> cities) {
    this.facts = facts;
    this.cities = cities;
    add(NATION, "中国", Level.NATION, "");
    addProvinces();
    cities.forEach(this::addWithUnits);
  }

  private void addProvinces() {
    facts.provinces().forEach(code -> add(code, facts.name(code), Level.PROVINCE, NATION));
  }

  private void addWithUnits(SampleCity city) {
    city.units().forEach(unit -> add(unit.code(), unit.name(), unit.level(), parent(unit.code())));
    add(city.code(), city.name(), city.level(), parent(city.code()));
    if (rows.containsKey("450181")) {
      rows.put("450127", row("450127", "横县", Level.COUNTY, "450100", "", RENAMED_ON));
      rows.put("450181", row("450181", "横州市", Level.COUNTY_LEVEL_CITY, "450100", RENAMED_ON, ""));
    }
  }

  /** The prefecture if it is in the sample, else the province. */
  private String parent(String code) {
    String prefecture = code.substring(0, 4) + "00";
    boolean inSample =
        !prefecture.equals(code) && cities.stream().anyMatch(c -> c.code().equals(prefecture));
    return inSample ? prefecture : code.substring(0, 2) + "0000";
  }

  private void add(String code, String name, Level level, String parent) {
    rows.put(code, row(code, name, level, parent, "", ""));
  }

  private String row(
      String code, String name, Level level, String parent, String from, String until) {
    return Csv.line(
        List.of(
            code,
            name,
            facts.translation(code, "name_en"),
            level.id(),
            parent,
            from,
            until,
            facts.translation(code, "pinyin")));
  }

  String regions() {
    return lines("code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin", rows);
  }

  String cities() {
    Map<String, String> enrolled = new TreeMap<>();
    for (SampleCity city : cities) {
      String note =
          city.membership().equals("confirmed")
              ? "named as a contact city in a public document"
              : "illustration; the list of the 61 contact cities was not found";
      enrolled.put(
          city.code(), Csv.line(List.of(city.code(), "2022-01-01", "", city.membership(), note)));
    }
    return lines("code,from,to,membership,note", enrolled);
  }

  private static String lines(String header, Map<String, String> rows) {
    return header + "\n" + rows.values().stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
