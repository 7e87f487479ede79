package io.silvergauge.reports.xlsx;

import java.util.List;

/**
 * A table on a sheet of its own.
 *
 * @param name name of the sheet
 * @param about what a row is, for who opens it
 * @param frozen how many columns stay in sight
 * @param rows cells in the order of the columns
 */
record Sheet(String name, String about, List<Column> columns, int frozen, List<List<Cell>> rows) {
  Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Sheet '%s' has %s columns, but a row of %s cells"
                .formatted(name, columns.size(), row.size()));
      }
    }
  }
}
