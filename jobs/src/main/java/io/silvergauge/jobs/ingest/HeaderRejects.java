package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import java.util.List;

/** What a header lacks, said with its place. */
final class HeaderRejects {
  private final HeaderFinder.Found found;
  private final String sheet;
  private final Delivery delivery;
  private final List<Reject> rejects;

  /**
   * Of one header.
   *
   * @param rejects receives them
   */
  HeaderRejects(HeaderFinder.Found found, String sheet, Delivery delivery, List<Reject> rejects) {
    this.found = found;
    this.sheet = sheet;
    this.delivery = delivery;
    this.rejects = rejects;
  }

  /** The whole header is in one cell. */
  void separated(char separator) {
    String shown = separator == '\t' ? "Tab" : String.valueOf(separator);
    ofColumn(
        "",
        found.names().all().get(0),
        RejectReason.HEADER_MISSING,
        Bilingual.of(
            "整个表头在一个单元格里，似以“%s”分隔，与来源说明的 separator 不符；请以约定的分隔符导出，或修改 separator",
            "the whole header is in one cell, whose parts '%s' seems to separate, unlike the source"
                + " description's 'separator'; please export it with the one agreed, or mend"
                + " 'separator'",
            shown));
  }

  /** Labels stand before the first period; behind it somebody may have meant one. */
  void notRead(List<String> headers) {
    ofColumn(
        headers.get(0),
        String.join(" | ", headers),
        RejectReason.COLUMN_NOT_READ,
        Bilingual.of(
            "%d 列的表头不是时期，未读取（%s）；如是某时期的数据，请把表头写成如 2023、2023Q4",
            "no period heads %d of the columns, so they were not read (%s); where they hold figures"
                + " of a period, please head them like 2023 or 2023Q4",
            headers.size(),
            Rejects.shown(String.join(" | ", headers))));
  }

  void ofColumn(String column, String value, RejectReason reason, Bilingual message) {
    String file = RowPlace.shown(delivery.path(), sheet);
    rejects.add(
        new Reject(
            delivery.path(),
            sheet,
            found.number(),
            found.line(),
            column,
            Rejects.shown(value),
            reason,
            "",
            column.isEmpty()
                ? Bilingual.of(
                    "%s 第 %d 行（表头）：%s", "%s, record %d (header): %s", file, found.number(), message)
                : Bilingual.of(
                    "%s 第 %d 行（表头）“%s”：%s",
                    "%s, record %d (header), column '%s': %s",
                    file,
                    found.number(),
                    Rejects.shown(column),
                    message)));
  }

  void missing(String column, List<String> headers) {
    rejects.add(
        new Reject(
            delivery.path(),
            sheet,
            found.number(),
            found.line(),
            column,
            "",
            RejectReason.MISSING_COLUMN,
            "",
            Bilingual.of(
                "%s 第 %d 行（表头）：缺少列“%s”，表头应为：%s",
                "%s, record %d (header): column '%s' is missing; its header reads one of: %s",
                RowPlace.shown(delivery.path(), sheet),
                found.number(),
                column,
                String.join(" | ", headers))));
  }

  void duplicate(String column) {
    rejects.add(
        new Reject(
            delivery.path(),
            sheet,
            found.number(),
            found.line(),
            column,
            "",
            RejectReason.DUPLICATE_COLUMN,
            "",
            Bilingual.of(
                "%s 第 %d 行（表头）：列“%s”出现两次，只能有一列",
                "%s, record %d (header): column '%s' stands twice, it must stand once",
                RowPlace.shown(delivery.path(), sheet),
                found.number(),
                column)));
  }
}
