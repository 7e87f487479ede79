package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SheetRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The part of a first description of a table whose rows are labelled with statistics. */
final class DraftLabels {
  private static final String YES = "是|有|已建立|[Yy]|yes";
  private static final String NO = "否|无|未建立|[Nn]|no";

  private final DraftText text;
  private final DraftColumns columns;
  private final DraftRoles roles;
  private final StatisticNames names;
  private final ReadingContext context;

  DraftLabels(DraftBasis basis) {
    this.text = basis.text();
    this.columns = basis.look().columns();
    this.roles = basis.roles();
    this.names = basis.names();
    this.context = basis.context();
  }

  /** A row an observation. */
  int longTable() {
    List<String> heads = columns.heads();
    int region = roles.region();
    int label = names.labels(columns, region);
    int period = columns.mostly(DraftRoles::isPeriod, Set.of(region, label));
    Set<Integer> taken = new TreeSet<>(List.of(region, label, period));
    int unit = columns.mostly(said -> context.units().spelled(said).isPresent(), taken);
    taken.add(unit);
    boolean yesNo = valuePlace(columns, taken, NumberText::isNumber) < 0;
    int value =
        yesNo
            ? valuePlace(columns, taken, said -> said.matches(YES + "|" + NO))
            : valuePlace(columns, taken, NumberText::isNumber);
    int nameColumn = roles.name();
    text.line(
        "period: "
            + (period < 0 ? "slot" : "{column: " + DraftText.quoted(heads.get(period)) + "}"));
    text.region(heads, region, nameColumn);
    text.aside(heads, columns.rows(), nameColumn < 0 ? region : nameColumn, true);
    text.symbols(columns.rows(), yesNo || value < 0 ? Set.of() : Set.of(value));
    int matched = labels(label);
    text.line(
        "value: {column: "
            + DraftText.quoted(heads.get(Math.max(0, value)))
            + (yesNo && value >= 0 ? ", values: {" + yesNo(columns.rows(), value) + "}" : "")
            + "}"
            + (value < 0 ? "  # no column holds numbers: check" : ""));
    if (unit >= 0) {
      text.line("unit: {column: " + DraftText.quoted(heads.get(unit)) + "}");
    }
    for (int place = 0; place < heads.size(); place++) {
      if (!taken.contains(place)
          && place != value
          && place != nameColumn
          && !heads.get(place).isEmpty()) {
        text.line(
            "# not read: " + DraftText.quoted(heads.get(place)) + ", " + columns.holds(place));
      }
    }
    return matched;
  }

  /** A column that is headed like values, else the last that holds nothing but them. */
  private static int valuePlace(DraftColumns columns, Set<Integer> taken, Predicate<String> fits) {
    int last = -1;
    for (int place = 0; place < columns.heads().size(); place++) {
      String head = columns.heads().get(place);
      boolean free = !taken.contains(place) && !head.isEmpty() && !head.matches("序号|编号|No\\.?");
      if (free && columns.isMostly(place, fits)) {
        last = place;
        if (HeaderText.folded(head).matches("数值|数量|值|数据|本期|value")) {
          return place;
        }
      }
    }
    return last;
  }

  private static String yesNo(List<SheetRow> data, int place) {
    Set<String> said = new TreeSet<>();
    data.forEach(row -> said.add(row.text(place)));
    return String.join(
        ", ",
        said.stream()
            .filter(one -> one.matches(YES + "|" + NO))
            .map(one -> DraftText.quoted(one) + ": " + (one.matches(YES) ? 1 : 0))
            .toList());
  }

  /** A column a period. */
  int cross() {
    List<String> heads = columns.heads();
    int region = roles.region();
    int label = names.labels(columns, region);
    text.line("other_periods_left_out: true");
    text.line(
        region < 0
            ? "region: {sender: true}  # all rows are of the region that sends"
            : "region: {code: " + DraftText.quoted(heads.get(region)) + "}");
    text.aside(heads, columns.rows(), label < 0 ? 0 : label, false);
    text.symbols(columns.rows(), Set.copyOf(roles.periods()));
    return labels(label);
  }

  /** What the rows' labels mean. */
  private int labels(int label) {
    text.line("statistic:");
    text.line("  column: " + DraftText.quoted(columns.heads().get(Math.max(0, label))));
    text.line("  names:");
    Set<String> seen = new TreeSet<>();
    int matched = 0;
    for (SheetRow row : columns.rows()) {
      String said = row.text(Math.max(0, label));
      if (said.isEmpty() || said.matches(DraftText.TOTALS) || !seen.add(said)) {
        continue;
      }
      Optional<String> statistic = names.find(said);
      if (statistic.isPresent()) {
        matched++;
        text.line("    " + DraftText.quoted(said) + ": " + statistic.get());
      } else if (row.filled() > 1) {
        text.line("    # not matched: " + DraftText.quoted(said));
      }
    }
    return matched;
  }
}
