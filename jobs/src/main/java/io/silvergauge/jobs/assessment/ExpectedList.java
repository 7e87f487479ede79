package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code data/expected.csv}: who owes what by when. Without the file nobody is chased. */
final class ExpectedList {
  private ExpectedList() {}

  /**
   * Reads the list.
   *
   * @param sources ids of the known source descriptions
   */
  static List<Expected> read(String file, byte[] content, Set<String> sources, Faults faults) {
    List<Expected> expected = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvList.Row row :
        CsvList.read(
            file, content, List.of("sender", "source", "period", "due"), List.of("note"), faults)) {
      if (row.isPersonal(faults)) {
        continue;
      }
      one(row, sources, faults)
          .ifPresent(
              owed -> {
                if (seen.add(owed.sender() + "/" + owed.source() + "/" + owed.period())) {
                  expected.add(owed);
                } else {
                  row.fault(
                      faults,
                      "sender",
                      Bilingual.of(
                          "%s 的 %s（%s）重复",
                          "%s's %s for %s stands twice",
                          owed.sender(),
                          owed.source(),
                          owed.period()));
                }
              });
    }
    expected.sort(
        Comparator.comparing(Expected::due)
            .thenComparing(Expected::sender)
            .thenComparing(Expected::source)
            .thenComparing(Expected::period));
    return expected;
  }

  private static Optional<Expected> one(CsvList.Row row, Set<String> sources, Faults faults) {
    int before = faults.count();
    if (row.text("sender").isEmpty()) {
      row.fault(faults, "sender", new Bilingual("缺少报送方", "the sender is missing"));
    }
    String source = row.text("source");
    if (!sources.contains(source)) {
      row.fault(
          faults,
          "source",
          Bilingual.of(
              "没有来源说明“%s”%s",
              "there is no source description '%s'%s",
              source,
              Suggestion.nearest(source, sources)));
    }
    Period period = Period.parse("2000");
    try {
      period = Period.parse(row.text("period"));
    } catch (IllegalArgumentException e) {
      row.fault(
          faults,
          "period",
          Bilingual.of(
              "“%s”无效，应为时期，如 2023Q4", "'%s' is not a period such as 2023Q4", row.text("period")));
    }
    LocalDate due = row.date("due", LocalDate.MIN, faults);
    if (row.text("due").isEmpty()) {
      row.fault(faults, "due", new Bilingual("缺少截止日期", "the day it is due is missing"));
    }
    return faults.count() > before
        ? Optional.empty()
        : Optional.of(new Expected(row.text("sender"), source, period, due));
  }
}
