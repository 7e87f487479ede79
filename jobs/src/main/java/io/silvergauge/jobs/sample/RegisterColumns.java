package io.silvergauge.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** Columns of a register: the region's code, then the fields as they are headed. */
final class RegisterColumns {
  private RegisterColumns() {}

  static List<Column> of(String... headers) {
    List<Column> columns = new ArrayList<>(List.of(Column.CODE));
    for (String header : headers) {
      columns.add(Column.of(header, header));
    }
    return columns;
  }

  static String yesNo(boolean yes) {
    return yes ? "是" : "否";
  }
}
