package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SheetRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of a first description of a table in which a column is a statistic. */
final class DraftWide {
  private final DraftText text;
  private final DraftColumns columns;
  private final DraftRoles roles;
  private final StatisticNames names;
  private final ReadingContext context;
  private final HeaderFinder.Found found;

  DraftWide(DraftBasis basis) {
    this.text = basis.text();
    this.columns = basis.look().columns();
    this.roles = basis.roles();
    this.names = basis.names();
    this.context = basis.context();
    this.found = basis.look().found();
  }

  /**
   * Writes.
   *
   * @return how many columns were matched to statistics
   */
  int write() {
    List<String> heads = columns.heads();
    List<SheetRow> data = columns.rows();
    int region = roles.region();
    int period = columns.mostly(DraftRoles::isPeriod, Set.of(region));
    text.line(
        "period: "
            + (period < 0 ? "slot" : "{column: " + DraftText.quoted(heads.get(period)) + "}"));
    int nameColumn = roles.name();
    text.region(heads, region, nameColumn);
    text.aside(heads, data, nameColumn < 0 ? region : nameColumn, true);
    Map<Integer, String> statistics = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (int place = 0; place < heads.size(); place++) {
      String head = heads.get(place);
      String last = head.substring(head.lastIndexOf('/') + 1);
      Optional<String> statistic = names.find(head).or(() -> names.find(last));
      if (place != region
          && place != period
          && statistic.isPresent()
          && found.names().places(head).size() == 1
          && taken.add(statistic.get())) {
        statistics.put(place, statistic.get());
      }
    }
    text.symbols(data, statistics.keySet());
    text.line("columns:");
    for (int place = 0; place < heads.size(); place++) {
      if (statistics.containsKey(place)) {
        column(heads.get(place), statistics.get(place));
      } else if (place != region && place != period && place != nameColumn) {
        unmatched(heads.get(place), place, data);
      }
    }
    return statistics.size();
  }

  private void column(String head, String id) {
    Statistic statistic = context.statistics().get(id);
    String own = statistic.unit();
    String unit = unit(head, own).orElse(own);
    text.line(
        "  - {header: "
            + DraftText.quoted(head)
            + ", statistic: "
            + id
            + ", unit: "
            + DraftText.quoted(unit)
            + "}  # "
            + statistic.name().zh());
  }

  /** The unit in the header's brackets, else that of the lines above, where it fits. */
  private Optional<String> unit(String head, String own) {
    Optional<String> bracket =
        HeaderText.inBrackets(head.substring(head.lastIndexOf('/') + 1))
            .flatMap(context.units()::spelled)
            .map(Unit::symbol);
    List<String> above =
        found.units().stream()
            .flatMap(one -> context.units().spelled(one).stream())
            .map(Unit::symbol)
            .distinct()
            .toList();
    return bracket
        .or(() -> above.size() == 1 ? Optional.of(above.get(0)) : Optional.empty())
        .filter(unit -> context.units().convertible(unit, own));
  }

  private void unmatched(String head, int place, List<SheetRow> data) {
    if (!head.isEmpty()) {
      long numeric = data.stream().filter(row -> NumberText.isNumber(row.text(place))).count();
      text.line(
          "  # not matched: "
              + DraftText.quoted(head)
              + (numeric > 0 ? ", " + numeric + " numbers" : ", no numbers"));
    }
  }
}
