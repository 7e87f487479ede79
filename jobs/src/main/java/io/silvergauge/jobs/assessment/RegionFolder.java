package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.region.Successors;
import io.silvergauge.indicators.region.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the regions of an assessment, what became of them, and which of them are evaluated. */
final class RegionFolder {
  private static final String FOLDER = "regions";
  private static final String SUCCESSORS = "regions/successors.csv";
  private static final String CITIES = "cities.csv";

  private final AssessmentFolder folder;
  private final Faults faults;

  RegionFolder(AssessmentFolder folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /** All regions of {@code regions/}. */
  RegionTree regions() throws IOException {
    List<Region> regions = new ArrayList<>();
    Map<String, byte[]> files = folder.all(FOLDER, ".csv");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!file.getKey().equals(SUCCESSORS)) {
        regions.addAll(RegionList.read(file.getKey(), file.getValue(), faults));
      }
    }
    if (regions.isEmpty()) {
      faults.add(FOLDER + "/", 0, "", new Bilingual("没有行政区划", "there are no regions"));
    }
    Successors successors = successors(regions, Optional.ofNullable(files.get(SUCCESSORS)));
    try {
      return new RegionTree(regions, successors);
    } catch (IllegalArgumentException e) {
      faults.add(FOLDER + "/", 0, "", Bilingual.same(e.getMessage()));
      return new RegionTree(List.of());
    }
  }

  /** The assessment's own table of successors before the shipped one. */
  private Successors successors(List<Region> regions, Optional<byte[]> content) {
    Set<String> codes = new TreeSet<>();
    regions.forEach(region -> codes.add(region.code()));
    Successors own = Successors.NONE;
    if (content.isPresent()) {
      own = Successors.read(SUCCESSORS, content.get(), faults);
      for (Successor row : own.all()) {
        for (String code : List.of(row.from(), row.to())) {
          if (!codes.contains(code)) {
            faults.add(
                SUCCESSORS,
                0,
                "",
                Bilingual.of(
                    "行政区划中没有“%s”%s",
                    "there is no region '%s'%s", code, Suggestion.nearest(code, codes)));
          }
        }
      }
    }
    return Successors.shipped().overriddenBy(own, codes);
  }

  /** The cities that are evaluated, by code. */
  List<City> cities(RegionTree regions) throws IOException {
    List<City> cities = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    Optional<byte[]> content = folder.content(CITIES);
    if (content.isEmpty()) {
      return cities;
    }
    List<CsvList.Row> rows =
        CsvList.read(
            CITIES,
            content.get(),
            List.of("code"),
            List.of("from", "to", "membership", "note"),
            faults);
    for (CsvList.Row row : rows) {
      String code = row.text("code");
      LocalDate from = row.date("from", LocalDate.MIN, faults);
      LocalDate to = row.date("to", LocalDate.MAX, faults);
      if (!regions.all().isEmpty() && regions.find(code).isEmpty()) {
        row.fault(faults, "code", Bilingual.of("行政区划中没有“%s”", "there is no region '%s'", code));
      } else if (!codes.add(code)) {
        row.fault(faults, "code", Bilingual.of("“%s”重复", "'%s' stands twice", code));
      } else if (!from.isBefore(to)) {
        row.fault(faults, "to", new Bilingual("应晚于 from", "must be after from"));
      } else {
        cities.add(new City(code, new Validity(from, to), row.text("membership")));
      }
    }
    if (rows.isEmpty()) {
      faults.add(CITIES, 0, "", new Bilingual("没有城市", "there are no cities"));
    }
    cities.sort(Comparator.comparing(City::code));
    return cities;
  }
}
