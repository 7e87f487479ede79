package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.CellNote;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is written beside the cells of a sheet. It is no figure and changes none; somebody should
 * know of it, and a row beside which a person's numbers stand is refused as if they stood in it.
 */
final class CellNotes {
  /** How many notes of a sheet are told one by one. */
  static final int TOLD = 100;

  private final Sheet sheet;
  private final Delivery delivery;
  private final List<CellNote> notes;
  private final Map<Long, List<CellNote>> personal = new HashMap<>();
  private final Set<CellNote> refusing = new HashSet<>();

  CellNotes(Sheet sheet, Delivery delivery) throws UnreadableFileException {
    this.sheet = sheet;
    this.delivery = delivery;
    this.notes = sheet.notes();
    for (CellNote note : notes) {
      if (PersonalData.isIn(note.text())) {
        personal.computeIfAbsent(note.row(), row -> new ArrayList<>()).add(note);
      }
    }
  }

  /** Refuses a row beside which personal data stand. */
  MappedRow held(MappedRow row, HeaderNames header) {
    if (row.isSetAside()) {
      return row;
    }
    for (CellNote note : personal.getOrDefault(row.place().number(), List.of())) {
      refusing.add(note);
      row.reject(
          Rejects.inRow(
              delivery,
              row.place(),
              header.at(note.column()),
              "",
              RejectReason.PERSONAL_DATA,
              row.period(),
              Bilingual.of(
                  "单元格 %s 的批注疑似含有身份证号或电话号码（内容不予显示）；请删除后重新报送",
                  "the note beside cell %s seems to hold an identity or telephone number (not"
                      + " shown); please remove it and send the file again",
                  note.cell())));
    }
    return row;
  }

  /** A remark for each note, and one for those beyond so many. */
  List<Reject> remarks() {
    List<CellNote> all = notes.stream().filter(note -> !refusing.contains(note)).toList();
    List<Reject> remarks = new ArrayList<>();
    all.stream().limit(TOLD).forEach(note -> remarks.add(remark(note)));
    if (all.size() > TOLD) {
      remarks.add(
          remark(
              all.get(TOLD),
              "",
              Bilingual.of(
                  "自此单元格起还有 %d 条批注，未逐条列出",
                  "%d more notes from here on are not listed one by one", all.size() - TOLD)));
    }
    return remarks;
  }

  private Reject remark(CellNote note) {
    if (PersonalData.isIn(note.text())) {
      return remark(
          note,
          "",
          RejectReason.PERSONAL_DATA,
          new Bilingual(
              "批注疑似含有身份证号或电话号码（内容不予显示），所在行不是数据；请删除",
              "its note seems to hold an identity or telephone number (not shown), beside a row that"
                  + " is no data; please remove it"));
    }
    String text = note.text().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return remark(
        note,
        text,
        text.length() > Rejects.SHOWN
            ? Bilingual.of(
                "批注（共 %d 字）：“%s”", "note of %d letters: '%s'", text.length(), Rejects.shown(text))
            : Bilingual.of("批注：“%s”", "note: '%s'", text));
  }

  private Reject remark(CellNote note, String value, Bilingual said) {
    return remark(note, value, RejectReason.CELL_NOTE, said);
  }

  private Reject remark(CellNote note, String value, RejectReason reason, Bilingual said) {
    return new Reject(
        delivery.path(),
        sheet.name(),
        note.row(),
        note.row(),
        note.cell(),
        Rejects.shown(value),
        reason,
        "",
        Bilingual.of(
            "%s：%s",
            "%s: %s", Rejects.place(delivery.path(), sheet.name(), note.row(), note.cell()), said));
  }
}
