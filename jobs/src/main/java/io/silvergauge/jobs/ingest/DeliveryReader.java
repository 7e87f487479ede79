package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.Remark;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescription.SheetChoice.Which;
import io.silvergauge.jobs.read.TableFile;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one delivery: bytes in, a batch out; a plain function that Spark spreads over files. */
public final class DeliveryReader {
  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;

  private DeliveryReader(Delivery delivery, SourceDescription description, ReadingContext context) {
    this.delivery = delivery;
    this.description = description;
    this.context = context;
  }

  /**
   * Reads a delivery.
   *
   * @param content the file's bytes, which have the registered hash
   */
  public static Batch read(
      byte[] content, Delivery delivery, SourceDescription description, ReadingContext context) {
    return new DeliveryReader(delivery, description, context).read(content);
  }

  private Batch read(byte[] content) {
    ReadRows all = new ReadRows();
    try {
      for (TableFile.Part part :
          TableFile.parts(
              delivery.path(), content, description.encoding(), description.separator())) {
        all.addAll(part(part));
      }
    } catch (UnreadableFileException e) {
      all.add(refusal("", e));
    }
    return finished(all);
  }

  /** What a file gives of which all has been read: what only the whole shows is checked last. */
  static Batch finished(
      ReadRows all, Delivery delivery, SourceDescription description, ReadingContext context) {
    return new DeliveryReader(delivery, description, context).finished(all);
  }

  private Batch finished(ReadRows all) {
    all.settle(context);
    new FileChecks(delivery, context).apply(all.rows());
    Footnotes.remarks(delivery, all.rows()).forEach(all::add);
    if (!description.register().isEmpty() && all.refusedWhole()) {
      all.addUnread(somewhere());
    }
    return all.batch(description.region());
  }

  /** What was in a list that could not be read: something of the sender's, nobody knows where. */
  private RegisterRecord somewhere() {
    return new RegisterRecord(
        description.register(),
        delivery.slot().sender(),
        delivery.slot().period(),
        "",
        Map.of(),
        new Origin(delivery.path(), "", 0, ""));
  }

  /** A part that cannot be read gives nothing, and takes nothing from the others. */
  private ReadRows part(TableFile.Part part) {
    ReadRows rows = new ReadRows();
    List<SheetReader> readers = new ArrayList<>();
    List<Sheet> sheets = new ArrayList<>();
    try {
      TableFile.Tables tables = part.open();
      sheets.addAll(tables.sheets());
      tables.remarks().forEach(remark -> rows.add(reject(delivery, remark)));
      if (PersonalData.isInPath(part.name())
          || tables.sheets().stream().anyMatch(one -> PersonalData.isIn(one.name()))) {
        rows.refuse(0);
        rows.add(
            PersonalRows.sheet(
                delivery, "", new Bilingual("工作表或压缩包内文件的名称", "in the name of a sheet or entry,")));
        return rows;
      }
      for (FormReader.Part sheet : sheets(part.name(), tables.sheets(), rows)) {
        SheetReader reader = new SheetReader(sheet.sheet(), delivery, sheet.description(), context);
        readers.add(reader);
        rows.addAll(reader.read());
      }
      return rows;
    } catch (UnreadableFileException e) {
      ReadRows refused = new ReadRows();
      refused.add(refusal(part.name(), e));
      refused.refuse(readers.stream().mapToLong(SheetReader::given).sum());
      sheets.forEach(sheet -> PersonalRows.beside(delivery, sheet).ifPresent(refused::addBeside));
      return refused;
    }
  }

  private List<FormReader.Part> sheets(String part, List<Sheet> sheets, ReadRows rows)
      throws UnreadableFileException {
    return description.isForm()
        ? new FormReader(delivery, description, context, rows).parts(sheets)
        : chosen(part, sheets, rows).stream()
            .map(sheet -> new FormReader.Part(sheet, description))
            .toList();
  }

  /** The sheets that the description takes; of the others it is said that they were not read. */
  private List<Sheet> chosen(String part, List<Sheet> sheets, ReadRows rows)
      throws UnreadableFileException {
    SourceDescription.SheetChoice choice = description.sheets();
    if (sheets.size() == 1 && sheets.get(0).title().isEmpty()) {
      return sheets; // a text file
    }
    List<Sheet> chosen = new ArrayList<>();
    for (Sheet sheet : sheets) {
      boolean shown = !sheet.hidden();
      boolean taken =
          switch (choice.which()) {
            case FIRST -> shown && chosen.isEmpty();
            case ALL -> shown;
            case NAMED -> choice.names(sheet.title());
          };
      if (taken && (choice.which() != Which.ALL || !empty(sheet))) {
        chosen.add(sheet);
      } else if (!empty(sheet)) {
        rows.addBeside(
            PersonalRows.unread(
                delivery,
                sheet,
                new Bilingual(
                    "来源说明未选取该工作表，未读取",
                    "the source description does not take this sheet, so it was not read")));
      }
    }
    if (chosen.isEmpty() && !sheets.isEmpty()) {
      rows.add(
          new Reject(
              delivery.path(),
              part,
              0,
              0,
              "",
              "",
              RejectReason.SHEET_MISSING,
              "",
              said(
                  part,
                  Bilingual.of(
                      "没有可读取的工作表；来源说明要求：%s，文件中有：%s",
                      "no sheet to read; the source description takes: %s, the file has: %s",
                      choice.which() == Which.NAMED
                          ? String.join(" | ", choice.names())
                          : choice.which().name().toLowerCase(java.util.Locale.ROOT),
                      Rejects.shown(
                          String.join(" | ", sheets.stream().map(Sheet::title).toList()))))));
    }
    return chosen;
  }

  static boolean empty(Sheet sheet) throws UnreadableFileException {
    try (var rows = sheet.open()) {
      return rows.next().isEmpty();
    }
  }

  private Bilingual said(String sheet, Bilingual text) {
    return said(delivery, sheet, text);
  }

  private static Bilingual said(Delivery delivery, String sheet, Bilingual text) {
    return Bilingual.of("%s：%s", "%s: %s", RowPlace.shown(delivery.path(), sheet), text);
  }

  private Reject refusal(String sheet, UnreadableFileException refusal) {
    RejectReason reason =
        switch (refusal.why()) {
          case EMPTY -> RejectReason.FILE_EMPTY;
          case DAMAGED -> RejectReason.FILE_UNREADABLE;
          case TEXT -> RejectReason.TEXT_DAMAGED;
          case KIND -> RejectReason.FILE_KIND;
          case LIMIT -> RejectReason.FILE_LIMIT;
          case UNSAFE -> RejectReason.FILE_UNSAFE;
          case PROTECTED -> RejectReason.FILE_PROTECTED;
        };
    return new Reject(
        delivery.path(), sheet, 0, 0, "", "", reason, "", said(sheet, refusal.text()));
  }

  static Reject reject(Delivery delivery, Remark remark) {
    RejectReason reason =
        switch (remark.kind()) {
          case NOT_READ -> RejectReason.NOT_READ;
          case HIDDEN_SHEET -> RejectReason.HIDDEN_SHEET;
          case ACTIVE_CONTENT -> RejectReason.ACTIVE_CONTENT;
        };
    return new Reject(
        delivery.path(),
        remark.sheet(),
        0,
        0,
        "",
        "",
        reason,
        "",
        said(delivery, remark.sheet(), remark.message()));
  }
}
