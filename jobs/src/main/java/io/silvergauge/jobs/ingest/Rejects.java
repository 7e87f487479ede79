package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;

/**
 * Words a reject of a row: file, row and column first, then what is wrong and what would be right.
 */
final class Rejects {
  private static final int SHOWN = 200;

  private Rejects() {}

  static Reject inRow(
      Delivery delivery,
      DeliveryReader.FileRecord record,
      String column,
      String value,
      RejectReason reason,
      String period,
      Bilingual message) {
    Bilingual place =
        column.isEmpty()
            ? Bilingual.of("%s 第 %d 行", "%s, record %d", delivery.path(), record.number())
            : Bilingual.of(
                "%s 第 %d 行“%s”",
                "%s, record %d, column '%s'", delivery.path(), record.number(), column);
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return new Reject(
        delivery.path(),
        "",
        record.number(),
        record.line(),
        column,
        shown,
        reason,
        period,
        Bilingual.of("%s：%s", "%s: %s", place, message));
  }
}
