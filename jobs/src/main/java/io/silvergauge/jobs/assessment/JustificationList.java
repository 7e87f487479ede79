package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code justifications.csv}: what people say to the warnings of checks. */
final class JustificationList {
  static final String FILE = "justifications.csv";

  private static final List<String> COLUMNS =
      List.of("check", "region", "period", "text_zh", "text_en", "by", "date");

  private final Map<String, Check> checks = new TreeMap<>();
  private final RegionTree regions;
  private final List<Period> periods;
  private final Faults faults;

  private JustificationList(
      Scheme scheme, RegionTree regions, List<Period> periods, Faults faults) {
    scheme.checks().forEach(check -> checks.put(check.id(), check));
    this.regions = regions;
    this.periods = periods;
    this.faults = faults;
  }

  /**
   * Reads the list.
   *
   * @param periods periods of the assessment
   * @return sorted by period, check, region
   */
  static List<Justification> read(
      byte[] content, Scheme scheme, RegionTree regions, List<Period> periods, Faults faults) {
    JustificationList list = new JustificationList(scheme, regions, periods, faults);
    List<Justification> justifications = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    for (CsvList.Row row : CsvList.read(FILE, content, COLUMNS, List.of(), faults)) {
      if (row.isPersonal(faults)) {
        continue;
      }
      list.checkNames(row);
      LocalDate date = row.date("date", LocalDate.MIN, faults);
      for (String column : List.of("text_zh", "text_en", "by", "date")) {
        if (row.text(column).isEmpty()) {
          row.fault(faults, column, new Bilingual("不能为空", "must not be empty"));
        }
      }
      if (!keys.add(List.of(row.text("check"), row.text("region"), row.text("period")))) {
        row.fault(
            faults,
            "check",
            new Bilingual("该检查、区划、时期已有说明", "this check, region and period stand twice"));
      }
      justifications.add(
          new Justification(
              row.text("check"),
              row.text("region"),
              row.text("period"),
              new Bilingual(row.text("text_zh"), row.text("text_en")),
              row.text("by"),
              date));
    }
    justifications.sort(
        Comparator.comparing(Justification::period)
            .thenComparing(Justification::check)
            .thenComparing(Justification::region));
    return justifications;
  }

  private void checkNames(CsvList.Row row) {
    String id = row.text("check");
    Check check = checks.get(id);
    if (check == null) {
      row.fault(
          faults,
          "check",
          Bilingual.of(
              "方案中没有检查“%s”%s",
              "the scheme has no check '%s'%s", id, Suggestion.nearest(id, checks.keySet())));
    } else if (check.severity() != Severity.WARNING) {
      row.fault(
          faults,
          "check",
          Bilingual.of(
              "“%s”为 %s，只有 warning 可以说明理由",
              "'%s' is of severity %s; only a warning can be justified",
              id,
              check.severity().code()));
    }
    String region = row.text("region");
    if (regions.find(region).isEmpty()) {
      row.fault(faults, "region", Bilingual.of("行政区划中没有“%s”", "there is no region '%s'", region));
    }
    String period = row.text("period");
    if (periods.stream().noneMatch(one -> one.toString().equals(period))) {
      row.fault(
          faults,
          "period",
          Bilingual.of(
              "“%s”不是本评估的时期，可用：%s",
              "'%s' is not among the assessment's periods %s", period, periods));
    }
  }
}
