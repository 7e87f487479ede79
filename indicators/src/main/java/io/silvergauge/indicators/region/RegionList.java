package io.silvergauge.indicators.region;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the list of regions: code, names, level, parent and validity, one row a region. */
public final class RegionList {
  private RegionList() {}

  /**
   * Reads one file of regions; several files together make the tree.
   *
   * @param file name for faults
   */
  public static List<Region> read(String file, byte[] content, Faults faults) {
    List<Region> regions = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (CsvList.Row row :
        CsvList.read(
            file,
            content,
            List.of("code", "name_zh", "level", "parent"),
            List.of("name_en", "valid_from", "valid_to", "pinyin"),
            faults)) {
      LocalDate from = row.date("valid_from", LocalDate.MIN, faults);
      LocalDate to = row.date("valid_to", LocalDate.MAX, faults);
      if (row.text("code").isEmpty() || row.text("level").isEmpty()) {
        row.fault(faults, "code", new Bilingual("代码和层级不能为空", "code and level must not be empty"));
      } else if (!codes.add(row.text("code"))) {
        row.fault(
            faults,
            "code",
            Bilingual.of("行政区划代码“%s”重复", "the region's code '%s' stands twice", row.text("code")));
      } else if (!from.isBefore(to)) {
        row.fault(faults, "valid_to", new Bilingual("应晚于 valid_from", "must be after valid_from"));
      } else {
        regions.add(
            new Region(
                row.text("code"),
                new Bilingual(row.text("name_zh"), row.text("name_en")),
                row.text("level"),
                row.text("parent"),
                new Validity(from, to),
                row.text("pinyin")));
      }
    }
    return regions;
  }
}
