package io.silvergauge.jobs.sample;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * The census and the 2023 codes, joined so that each person is counted in exactly one unit.
 *
 * <p>A census row belongs to the unit of the 2023 list with its name in its prefecture; else (a
 * zone without a code of its own, as 青岛高新技术产业开发区) to the county it lies in; else (a county
 * dissolved since) it keeps its old code. A unit of the 2023 list without a census row (as
 * 格尔木藏青工业园区) is left out of the sample altogether: its people are already counted in the counties
 * around it, and an empty leaf would make its city incomplete.
 */
final class Facts {
  /** Renamed between the census and the 2023 list, by code. */
  private static final Map<String, String> RENAMED = Map.of("450127", "450181");

  private static final double ASSUMED_SHARE_60_PLUS = 0.15;
  private static final double ASSUMED_SHARE_65_PLUS = 0.11;

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> codesByName = new TreeMap<>();
  private final Map<String, CountyUnit> units = new TreeMap<>();
  private final Map<String, CSVRecord> listed = new TreeMap<>();
  private final Map<String, CSVRecord> translations = new TreeMap<>();

  Facts(Path folder) {
    readDivisions(folder.resolve("divisions"));
    Csv.read(folder.resolve("sample_cities.csv")).forEach(row -> listed.put(row.get("code"), row));
    Csv.read(folder.resolve("names.csv")).forEach(row -> translations.put(row.get("code"), row));
    Csv.read(folder.resolve("census2020_county.csv")).forEach(this::count);
  }

  private void readDivisions(Path folder) {
    for (String file :
        List.of("nbs2023_provinces.csv", "nbs2023_cities.csv", "nbs2023_counties.csv")) {
      for (CSVRecord row : Csv.read(folder.resolve(file))) {
        String code = (row.get("code") + "0000").substring(0, 6);
        names.putIfAbsent(code, row.get("name"));
        codesByName.put(code.substring(0, 4) + row.get("name"), code);
      }
    }
  }

  private void count(CSVRecord row) {
    if (row.get("population").isEmpty()) {
      return;
    }
    String code = code(row.get("boundary_code"), row.get("county"));
    String name = names.getOrDefault(code, row.get("county"));
    units.merge(code, unit(code, name, row), CountyUnit::plus);
  }

  private String code(String boundary, String county) {
    String current = RENAMED.getOrDefault(boundary, boundary);
    return codesByName.getOrDefault(boundary.substring(0, 4) + county, current);
  }

  private static CountyUnit unit(String code, String name, CSVRecord row) {
    long population = Long.parseLong(row.get("population"));
    boolean hasAges = !row.get("pop_60plus").isEmpty();
    return new CountyUnit(
        code,
        name,
        Level.of(code, name),
        population,
        figure(row.get("pop_60plus"), population * ASSUMED_SHARE_60_PLUS),
        figure(row.get("pop_65plus"), population * ASSUMED_SHARE_65_PLUS),
        figure(row.get("households"), population / 3.0),
        hasAges);
  }

  private static long figure(String cell, double otherwise) {
    return cell.isEmpty() ? Math.round(otherwise) : Long.parseLong(cell);
  }

  /** The cities with these codes, or those of {@code sample_cities.csv} if there are none. */
  List<SampleCity> cities(List<String> codes) {
    Set<String> wanted = new HashSet<>(codes.isEmpty() ? listed.keySet() : codes);
    List<SampleCity> cities = new ArrayList<>();
    wanted.stream().sorted().forEach(code -> cities.add(city(code)));
    return cities;
  }

  private SampleCity city(String code) {
    String prefix = code.endsWith("00") ? code.substring(0, 4) : code;
    List<CountyUnit> leaves =
        units.values().stream().filter(unit -> unit.code().startsWith(prefix)).toList();
    if (leaves.isEmpty() || !names.containsKey(code)) {
      throw new InvalidValueException(
          Bilingual.of(
              "“%s”不在 2023 年行政区划中，或普查数据没有该行",
              "'%s' is not in the 2023 list of divisions, or the census has no row for it", code));
    }
    CSVRecord row = listed.get(code);
    String membership = row == null ? "illustrative" : row.get("membership");
    String name = names.get(code);
    SampleCity city = new SampleCity(code, name, Level.of(code, name), membership, leaves);
    if (row != null) {
      check(city, row);
    }
    return city;
  }

  private static void check(SampleCity city, CSVRecord row) {
    same(city, "population_2020", city.population(), row);
    same(city, "pop_60plus", city.sixtyPlus(), row);
    same(city, "pop_65plus", city.sixtyFivePlus(), row);
  }

  private static void same(SampleCity city, String column, long sum, CSVRecord row) {
    if (sum != Long.parseLong(row.get(column))) {
      throw new IllegalStateException(
          "%s %s: the units' sum of %s is %s, but sample_cities.csv has %s"
              .formatted(city.code(), city.name(), column, sum, row.get(column)));
    }
  }

  /** The codes of all provinces. */
  List<String> provinces() {
    return names.keySet().stream().filter(code -> code.endsWith("0000")).toList();
  }

  /** The Chinese name of a province or city of the 2023 list. */
  String name(String code) {
    return names.get(code);
  }

  /** A column of {@code names.csv}, or empty where the region is not in it. */
  String translation(String code, String column) {
    CSVRecord row = translations.get(code);
    return row == null ? "" : row.get(column);
  }
}
