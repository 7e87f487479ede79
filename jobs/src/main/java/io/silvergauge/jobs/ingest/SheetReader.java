package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one sheet: finds its header and maps the rows below, one at a time. */
final class SheetReader {
  private static final int HIDDEN_SHOWN = 20;

  private final Sheet sheet;
  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;
  private final ReadRows into = new ReadRows();
  private final List<Long> hidden = new ArrayList<>();
  private long given;
  private long plain;
  private long hiddenCount;
  private final Notes notes;

  SheetReader(
      Sheet sheet, Delivery delivery, SourceDescription description, ReadingContext context) {
    this.sheet = sheet;
    this.delivery = delivery;
    this.description = description;
    this.context = context;
    this.notes = new Notes(description);
  }

  /** How many records were met, also where reading broke off. */
  long given() {
    return given;
  }

  ReadRows read() throws UnreadableFileException {
    try (Rows rows = sheet.open()) {
      try {
        HeaderFinder finder = new HeaderFinder(sheet, description, context);
        PeekedRows peeked = new PeekedRows(rows);
        Optional<HeaderFinder.Found> found = finder.find(peeked);
        if (finder.personal() || PersonalData.isIn(sheet.name())) {
          refuse(
              peeked,
              PersonalRows.sheet(
                  delivery,
                  sheet.name(),
                  finder.personal()
                      ? new Bilingual("标题或表头", "in the titles or the header,")
                      : new Bilingual("工作表名称", "in the name of a sheet,")));
        } else if (found.isEmpty()) {
          refuse(peeked, noHeader(finder, rows.given()));
        } else {
          read(found.get(), peeked);
        }
      } finally {
        given = rows.given() + plain;
      }
    }
    return into;
  }

  private void read(HeaderFinder.Found found, PeekedRows rows) throws UnreadableFileException {
    List<Reject> rejects = new ArrayList<>();
    Optional<Header> header =
        Header.of(found, sheet.name(), description, delivery, context, rejects);
    if (header.isEmpty()) {
      rejects.forEach(into::add);
      long count = found.records();
      boolean personal = false;
      for (Optional<SheetRow> row = rows.take(); row.isPresent(); row = rows.take()) {
        personal |= PersonalRows.holds(row.get());
        count++;
      }
      into.refuse(count);
      tellOfPersons(personal);
      return;
    }
    rejects.forEach(into::add);
    into.setAside(found.records());
    RowMapper mapper =
        new RowMapper(sheet.name(), sheet.ragged(), delivery, description, context, header.get());
    if (readPlainly(mapper, found.records())) {
      return;
    }
    long last = found.number() + description.header().rows() - 1;
    MergedRows merged = new MergedRows(sheet.merged(), last);
    CellNotes beside = new CellNotes(sheet, delivery);
    boolean any = false;
    for (Optional<SheetRow> row = rows.take(); row.isPresent(); row = rows.take()) {
      any = true;
      into.add(beside.held(mapped(row.get(), mapper, merged), header.get().names()));
    }
    if (!any) {
      into.add(noRows(delivery, sheet.name()));
    }
    remarkHidden();
    beside.remarks().forEach(into::add);
  }

  /** Reads a text by its bytes; whether that could be done. */
  private boolean readPlainly(RowMapper mapper, long titles) {
    Optional<PlainRows> reader =
        sheet.name().isEmpty()
            ? PlainRows.of(sheet, mapper, notes, titles)
            : Optional.empty(); // a table in an archive: its rows are known by the entry's name
    if (reader.isEmpty()) {
      return false;
    }
    into.add(reader.get().read(), reader.get()::mapped);
    plain = reader.get().count();
    if (plain == 0) {
      into.add(noRows(delivery, sheet.name()));
    }
    return true;
  }

  static Reject noRows(Delivery delivery, String sheet) {
    return Reject.ofFile(
        delivery.path(),
        RejectReason.FILE_NO_ROWS,
        Bilingual.of(
            "%s：表头之下没有数据行",
            "%s: there are no rows below the header", RowPlace.shown(delivery.path(), sheet)));
  }

  private MappedRow mapped(SheetRow row, RowMapper mapper, MergedRows merged) {
    merged.enter(row);
    if (row.hidden()) {
      hiddenCount++;
      if (hidden.size() < HIDDEN_SHOWN) {
        hidden.add(row.number());
      }
    }
    return notes.hold(row)
        ? PersonalRows.note(row, sheet.name(), delivery)
        : PersonalRows.aside(
            mapper.map(merged.filled(row, mapper.labels()), merged.figure(mapper.figures())),
            row,
            delivery);
  }

  /** Rows that are not shown are read like the others, but somebody should know. */
  private void remarkHidden() {
    if (hiddenCount > 0) {
      StringBuilder rows = new StringBuilder();
      hidden.forEach(number -> rows.append(rows.isEmpty() ? "" : ", ").append(number));
      rows.append(hiddenCount > hidden.size() ? ", …" : "");
      into.add(
          new Reject(
              delivery.path(),
              sheet.name(),
              hidden.get(0),
              hidden.get(0),
              "",
              "",
              RejectReason.HIDDEN_ROWS,
              "",
              Bilingual.of(
                  "%s：有 %d 个隐藏行（%s），与其他行一样读取",
                  "%s: %d rows are hidden (%s); they were read like the others",
                  RowPlace.shown(delivery.path(), sheet.name()),
                  hiddenCount,
                  rows)));
    }
  }

  private void refuse(PeekedRows rows, Reject reject) throws UnreadableFileException {
    boolean personal = false;
    for (Optional<SheetRow> row = rows.take(); row.isPresent(); row = rows.take()) {
      personal |= PersonalRows.holds(row.get());
    }
    into.refuse(rows.given());
    into.add(reject);
    tellOfPersons(personal && reject.reason() != RejectReason.PERSONAL_DATA);
  }

  /** Rows that are not read are looked through for what nobody may send. */
  private void tellOfPersons(boolean any) {
    if (any) {
      into.addBeside(
          PersonalRows.sheet(
              delivery, sheet.name(), new Bilingual("未读取的行", "in rows that were not read,")));
    }
  }

  private Reject noHeader(HeaderFinder finder, long records) {
    String file = RowPlace.shown(delivery.path(), sheet.name());
    SourceDescription.HeaderRule rule = description.header();
    if (finder.ended() && rule.row() > 0) {
      return new Reject(
          delivery.path(),
          sheet.name(),
          0,
          0,
          "",
          "",
          RejectReason.FILE_NO_ROWS,
          "",
          Bilingual.of(
              "%s：只有 %d 条记录，表头应在第 %d 条",
              "%s: the file ends with record %d, but the header should be record %d",
              file,
              records,
              rule.row()));
    }
    Bilingual wanted =
        rule.row() > 0
            ? Bilingual.of("第 %d 行", "row %d", rule.row())
            : Bilingual.of(
                "前 %d 行中含有 %s 的一行",
                "one of the first %d rows, holding %s",
                rule.within(),
                String.join(" | ", rule.holds()));
    return new Reject(
        delivery.path(),
        sheet.name(),
        0,
        0,
        "",
        "",
        RejectReason.HEADER_MISSING,
        "",
        Bilingual.of("%s：找不到表头；表头应为%s", "%s: there is no header; it should be %s", file, wanted));
  }
}
