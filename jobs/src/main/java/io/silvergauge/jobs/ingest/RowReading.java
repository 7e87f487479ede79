package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import java.time.LocalDate;
import java.util.Optional;

/** Reads one row: what must not be in it, then which region and period, then its figures. */
final class RowReading extends RowPart {
  private final RowRegion region;
  private final RowPeriod period;

  RowReading(RowState row) {
    super(row);
    this.region = new RowRegion(row);
    this.period = new RowPeriod(row);
  }

  /**
   * Reads it.
   *
   * @param merged the place of a figure that is merged with others
   */
  void read(Optional<Integer> merged) {
    new RowCells(row).check();
    if (!rejects.isEmpty()) {
      row.about = region.named();
      lookWhereItLies();
      return; // other checks would show what must not be shown, or repeat the damage
    }
    row.period = period.period();
    String code = region.region();
    row.about = region.named();
    LocalDate reference = period.referenceDate();
    boolean register = isRecord();
    if (merged.isPresent() && !register) {
      rejectMerged(merged.get());
      return;
    }
    if (!description.longForm().isEmpty()) {
      new LongRow(row).read(code, description.longForm().get(0), reference);
    } else if (register) {
      new RecordRow(row).read(code);
      merged.ifPresent(this::rejectMerged);
    } else if (!description.crossForm().isEmpty()) {
      new CrossRow(row).read(code, description.crossForm().get(0), reference);
    } else {
      new WideRow(row).read(code, reference);
    }
    description.checks().forEach(new RowSums(row)::check);
  }

  /** Finds out where a row lies of which nothing else is told. */
  private void lookWhereItLies() {
    int told = rejects.size();
    row.period = period.period();
    region.region();
    rejects.subList(told, rejects.size()).clear();
    row.period = Optional.empty();
    row.combined = "";
  }

  private void rejectMerged(int at) {
    reject(
        header.names().at(at),
        "",
        RejectReason.MERGED_FIGURE,
        Bilingual.of(
            "该数值所在单元格是合并单元格，无法判断属于哪一行或哪一列；请取消合并并逐格填写",
            "its figure stands in merged cells, and nothing tells to which row or column it"
                + " belongs; please unmerge them and fill in each"));
  }

  /** What came of it. */
  MappedRow mapped() {
    MappedRow mapped =
        MappedRow.of(place, row.periodText(), row.observations, rejects)
            .combinedWith(row.combined)
            .withFootnotes(row.footnotes)
            .about(row.about, row.told);
    if (row.registered.isEmpty() && isRecord() && !rejects.isEmpty()) {
      row.registered = Optional.of(new RecordRow(row).somewhere());
    }
    return row.registered.map(mapped::withRecord).orElse(mapped);
  }
}
