package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;

/**
 * Words a reject of a row: file, row and column first, then what is wrong and what would be right.
 */
final class Rejects {
  /** Letters of a value that are shown. */
  static final int SHOWN = 200;

  private Rejects() {}

  /** A value as it is shown: a long one is cut. */
  static String shown(String value) {
    if (value.length() <= SHOWN) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return value.substring(0, end) + "…";
  }

  /** Where a row stands, in words. */
  static Bilingual place(String path, String sheet, long row, String column) {
    String file = RowPlace.shown(path, sheet);
    return column.isEmpty()
        ? Bilingual.of("%s 第 %d 行", "%s, record %d", file, row)
        : Bilingual.of("%s 第 %d 行“%s”", "%s, record %d, column '%s'", file, row, shown(column));
  }

  static Reject inRow(
      Delivery delivery,
      RowPlace place,
      String column,
      String value,
      RejectReason reason,
      String period,
      Bilingual message) {
    Bilingual where = place(delivery.path(), place.sheet(), place.number(), column);
    return new Reject(
        delivery.path(),
        place.sheet(),
        place.number(),
        place.line(),
        column,
        shown(value),
        reason,
        period,
        Bilingual.of("%s：%s", "%s: %s", where, message));
  }
}
