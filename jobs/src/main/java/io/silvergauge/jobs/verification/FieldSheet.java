package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.SampleFrame;
import io.silvergauge.jobs.export.CsvTables;
import io.silvergauge.jobs.round.SampleRecord;
import io.silvergauge.reports.office.FixedZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet evaluators take along: a row a thing to look at, with what was reported and where, and
 * empty cells for what is found. Evidence is named by its hash; the thing itself stays where it is.
 */
public final class FieldSheet {
  private static final String HEAD = "DCE6F1";

  private final Frame frame;
  private final List<Frame.Unit> drawn;
  private final byte[] record;

  /** The sheet of a drawn sample; {@code wanted} is how many were asked for. */
  public FieldSheet(
      Evaluation evaluation, Frame frame, List<Frame.Unit> drawn, int wanted, long seed) {
    this.frame = frame;
    this.drawn = List.copyOf(drawn);
    this.record =
        new SampleRecord(
                SampleRecord.MODEL,
                frame.indicator(),
                evaluation.period(),
                evaluation.asOf(),
                evaluation.snapshot(),
                seed,
                wanted,
                frame.sha256(),
                frame.sizes(),
                drawn.stream().map(unit -> SampleRecord.Drawn.of(unit.thing())).toList())
            .bytes();
  }

  /** As CSV. */
  public byte[] csv() {
    return CsvTables.table(SampleRecord.COLUMNS, rows());
  }

  private List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (Frame.Unit unit : drawn) {
      SampleFrame.Thing thing = unit.thing();
      List<Object> row = new ArrayList<>();
      row.add(BigDecimal.valueOf(rows.size() + 1L));
      row.add(SampleRecord.id(record));
      row.add(thing.city());
      row.add(unit.cityName().zh());
      row.add(thing.region());
      row.add(thing.record());
      row.add(thing.name().zh());
      row.add(frame.indicator());
      row.add(thing.numerator());
      row.add(thing.denominator() == null ? "" : thing.denominator());
      row.add(unit.places());
      row.addAll(Arrays.asList("", "", "", "", "", ""));
      rows.add(row);
    }
    return rows;
  }

  /** As a workbook; the same sample gives the same bytes. */
  public byte[] xlsx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "SilverGauge", "01.0000")) {
      Worksheet sheet = workbook.newWorksheet("核查表 field sheet");
      for (int i = 0; i < SampleRecord.COLUMNS.size(); i++) {
        sheet.value(0, i, SampleRecord.COLUMNS.get(i));
        sheet.style(0, i).bold().fillColor(HEAD).set();
        sheet.width(i, SampleRecord.COLUMNS.get(i).equals("places") ? 40 : 16);
      }
      int at = 1;
      for (List<Object> row : rows()) {
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i) instanceof BigDecimal number) {
            sheet.value(at, i, number);
          } else if (!row.get(i).toString().isEmpty()) {
            sheet.value(at, i, row.get(i).toString());
          }
        }
        at++;
      }
      sheet.freezePane(0, 1);
    }
    return FixedZip.of(out.toByteArray());
  }

  /** How it was drawn, as {@link SampleRecord}. */
  public byte[] record() {
    return record.clone();
  }
}
