package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.List;

/** A step of reading a row; what it refuses is added to the row. */
abstract class RowPart {
  final RowState row;
  final SheetRow record;
  final RowPlace place;
  final Delivery delivery;
  final SourceDescription description;
  final ReadingContext context;
  final Header header;
  final List<Reject> rejects;

  RowPart(RowState row) {
    this.row = row;
    this.record = row.record;
    this.place = row.place;
    this.delivery = row.table.delivery();
    this.description = row.table.description();
    this.context = row.table.context();
    this.header = row.table.header();
    this.rejects = row.rejects;
  }

  /** The text of the cell in a column; empty where there is none. */
  String cell(String column) {
    return header.place(column).map(record::text).orElse("");
  }

  void reject(String column, String value, RejectReason reason, Bilingual message) {
    rejects.add(Rejects.inRow(delivery, place, column, value, reason, row.periodText(), message));
  }

  /** Keeps a footnote mark that stood behind a figure. */
  void noteMark(String column, String mark) {
    if (!mark.isEmpty()) {
      row.footnotes.add(new MappedRow.Footnote(column, mark));
    }
  }

  /** Whether the row is a record of a register. */
  boolean isRecord() {
    return !description.registerForm().isEmpty();
  }
}
