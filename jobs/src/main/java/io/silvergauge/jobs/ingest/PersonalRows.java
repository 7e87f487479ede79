package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.Cell;
import io.silvergauge.jobs.read.Remark;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/** Refuses personal data where no figures stand: titles, notes, names of sheets. */
final class PersonalRows {
  private static final Bilingual HIDDEN = new Bilingual("（名称不予显示）", "(name not shown)");

  private PersonalRows() {}

  /** Whether a row holds any. */
  static boolean holds(SheetRow row) {
    return row.cells().stream().map(Cell::text).anyMatch(PersonalData::isIn);
  }

  /** A row that would be set aside, refused where it holds any. */
  static MappedRow aside(MappedRow row, SheetRow record, Delivery delivery) {
    return row.isSetAside() && holds(record)
        ? MappedRow.of(
            row.place(),
            "",
            List.of(),
            List.of(
                Rejects.inRow(
                    delivery,
                    row.place(),
                    "",
                    "",
                    RejectReason.PERSONAL_DATA,
                    "",
                    PersonalData.FOUND)))
        : row;
  }

  /** A row that notes hold: set aside, or refused where it holds any. */
  static MappedRow note(SheetRow record, String sheet, Delivery delivery) {
    return aside(MappedRow.setAside(RowPlace.of(sheet, record)), record, delivery);
  }

  /** Whether any of the rows that are left holds some. */
  static boolean holds(Rows rows) throws UnreadableFileException {
    for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      if (holds(row.get())) {
        return true;
      }
    }
    return false;
  }

  /** A sheet from which no figures are taken, looked through as far as it can be read. */
  static Optional<Reject> beside(Delivery delivery, Sheet sheet) {
    try (Rows rows = sheet.open()) {
      return holds(rows)
          ? Optional.of(
              sheet(
                  delivery,
                  sheet.name(),
                  new Bilingual("未读取的工作表", "in a sheet that was not read,")))
          : Optional.empty();
    } catch (UnreadableFileException e) {
      return Optional.empty(); // nothing of it is needed
    }
  }

  /** What is said of a sheet that is not read: that it holds some, else why it was not read. */
  static Reject unread(Delivery delivery, Sheet sheet, Bilingual why) {
    return beside(delivery, sheet)
        .orElseGet(
            () ->
                DeliveryReader.reject(
                    delivery, new Remark(Remark.Kind.NOT_READ, sheet.name(), why)));
  }

  /** A sheet whose name, titles or header hold some. */
  static Reject sheet(Delivery delivery, String sheet, Bilingual where) {
    boolean named = PersonalData.isIn(sheet);
    return new Reject(
        delivery.path(),
        named ? "" : sheet,
        0,
        0,
        "",
        "",
        RejectReason.PERSONAL_DATA,
        "",
        Bilingual.of(
            "%s：%s%s",
            "%s: %s %s",
            RowPlace.shown(delivery.path(), named ? "" : sheet),
            where,
            PersonalData.FOUND));
  }

  /**
   * A reject in whose words nothing personal stands, wherever it came from. Its reason says that
   * something did, so that no copy of the file is kept.
   */
  static Reject shown(Reject reject) {
    boolean named = PersonalData.isIn(reject.sheet());
    boolean headed = PersonalData.isIn(reject.column());
    boolean said = tells(reject.message().zh(), reject) || tells(reject.message().en(), reject);
    if (!named && !headed && !said && !PersonalData.isIn(reject.value())) {
      return reject;
    }
    Bilingual place =
        reject.row() == 0
            ? Bilingual.same(reject.file())
            : Rejects.place(reject.file(), "", reject.row(), "");
    return new Reject(
        reject.file(),
        named ? HIDDEN.zh() : reject.sheet(),
        reject.row(),
        reject.line(),
        headed ? HIDDEN.zh() : reject.column(),
        "",
        RejectReason.PERSONAL_DATA,
        reject.period(),
        Bilingual.of("%s：%s；%s", "%s: %s; %s", place, reject.reason(), PersonalData.FOUND),
        reject.region(),
        reject.statistic());
  }

  /** Beside the path of the file, whose digits were looked at when it was listed. */
  private static boolean tells(String message, Reject reject) {
    return PersonalData.isIn(
        reject.file().isEmpty() ? message : message.replace(reject.file(), "…"));
  }
}
