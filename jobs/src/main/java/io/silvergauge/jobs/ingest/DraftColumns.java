package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SheetRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns of a table that nobody has described, as far as it was looked at.
 *
 * @param heads their headers, by place
 * @param rows what stands below
 */
record DraftColumns(List<String> heads, List<SheetRow> rows) {
  /** The first column of which more than half of what it holds fits; -1 for none. */
  int mostly(Predicate<String> fits, Set<Integer> but) {
    for (int place = 0; place < heads.size(); place++) {
      if (!but.contains(place) && !heads.get(place).isEmpty() && isMostly(place, fits)) {
        return place;
      }
    }
    return -1;
  }

  boolean isMostly(int place, Predicate<String> fits) {
    int filled = 0;
    int fitting = 0;
    for (SheetRow row : rows) {
      String text = row.text(place);
      filled += text.isEmpty() ? 0 : 1;
      fitting += !text.isEmpty() && fits.test(text) ? 1 : 0;
    }
    return fitting * 2 > filled;
  }

  /** Whether every row that holds more than a note says something else there. */
  boolean tellsRowsApart(int place) {
    Set<String> told = new HashSet<>();
    List<SheetRow> records = rows.stream().filter(row -> row.filled() > 1).toList();
    return records.size() > 1
        && records.stream()
            .allMatch(row -> !row.text(place).isEmpty() && told.add(row.text(place)));
  }

  /** What kind of things a column holds, in a word. */
  String holds(int place) {
    if (isMostly(place, text -> text.matches("[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?"))) {
      return "dates";
    }
    if (isMostly(place, text -> text.matches("是|否|有|无|[YyNn]|yes|no"))) {
      return "yes or no";
    }
    long numbers = rows.stream().filter(row -> NumberText.isNumber(row.text(place))).count();
    return numbers > 0 ? numbers + " numbers" : "no numbers";
  }
}
