package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.SheetRow;

/**
 * Where a row stands in a file.
 *
 * @param sheet name of its sheet; empty for a text file
 * @param number number of the record, from 1
 * @param line physical line on which it ends
 */
record RowPlace(String sheet, long number, long line) {
  static RowPlace of(String sheet, SheetRow row) {
    return new RowPlace(sheet, row.number(), row.line());
  }

  /** A file and a sheet of it as they are shown, {@code file!sheet}. */
  static String shown(String file, String sheet) {
    return sheet.isEmpty() ? file : file + "!" + sheet;
  }
}
