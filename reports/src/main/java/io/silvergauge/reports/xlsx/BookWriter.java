package io.silvergauge.reports.xlsx;

import io.silvergauge.reports.office.FixedZip;
import io.silvergauge.reports.text.Inert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes sheets as a workbook: what it is on top of each, the heads below stay in sight and filter,
 * then the rows. The same sheets give the same bytes.
 */
final class BookWriter {
  /** Row of the heads, counted from 0; what stands above is told by {@link #top}. */
  static final int HEADS = 2;

  private static final int NARROW = 24;
  private static final double HEAD_HEIGHT = 32;

  private final String title;
  private final String notice;
  private final String empty;

  /**
   * A writer of one evaluation's workbook.
   *
   * @param title what the workbook is about, on every sheet
   * @param notice what readers must know first; may be empty
   * @param empty what stands where a sheet has no rows
   */
  BookWriter(String title, String notice, String empty) {
    this.title = Inert.shown(title);
    this.notice = Inert.shown(notice);
    this.empty = empty;
  }

  byte[] bytes(List<Sheet> sheets) {
    try {
      return FixedZip.of(written(sheets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] written(List<Sheet> sheets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "SilverGauge", "01.0000")) {
      workbook.setCompressionLevel(Deflater.NO_COMPRESSION); // it is packed again
      workbook.properties().setTitle(title);
      for (Sheet sheet : sheets) {
        write(workbook.newWorksheet(sheet.name()), sheet);
      }
    }
    return out.toByteArray();
  }

  private void write(Worksheet to, Sheet sheet) {
    int last = sheet.columns().size() - 1;
    top(to, sheet, last);
    int first = HEADS + 1;
    int end = Math.max(first, HEADS + sheet.rows().size());
    if (sheet.rows().isEmpty()) {
      to.value(first, 0, empty);
    }
    for (int column = 0; column <= last; column++) {
      write(to, sheet, column, to.range(first, column, end, column));
    }
    to.setAutoFilter(HEADS, 0, end, last);
    to.freezePane(sheet.frozen(), HEADS + 1);
    printed(to, sheet);
  }

  private static void write(Worksheet to, Sheet sheet, int column, Range cells) {
    int at = column;
    String usual =
        sheet.rows().stream()
            .map(row -> CellWriter.format(row.get(at)))
            .filter(format -> !format.isEmpty())
            .findFirst()
            .orElse("");
    Column about = sheet.columns().get(column);
    StyleSetter style = cells.style().verticalAlignment("top");
    if (usual.isEmpty()) {
      style.horizontalAlignment("left").indent(1); // or it touches a number at its left
    } else {
      style.format(usual);
    }
    if (about.width() > NARROW) {
      style.wrapText(true);
    }
    style.set();
    int row = HEADS + 1;
    for (List<Cell> one : sheet.rows()) {
      CellWriter.write(to, row++, column, one.get(column), usual);
    }
    Colours.lay(about, cells);
  }

  private void top(Worksheet to, Sheet sheet, int last) {
    to.value(0, 0, sheet.name() + " · " + title);
    to.range(0, 0, 0, 0).style().bold().fontSize(14).set();
    to.value(1, 0, sheet.about() + (notice.isEmpty() ? "" : "  " + notice));
    to.range(1, 0, 1, 0).style().fontColor("6A4B00").set();
    for (int column = 0; column <= last; column++) {
      to.value(HEADS, column, new Cell.Words(sheet.columns().get(column).head()).text());
      to.width(column, sheet.columns().get(column).width());
    }
    to.rowHeight(HEADS, HEAD_HEIGHT);
    to.range(HEADS, 0, HEADS, last)
        .style()
        .bold()
        .wrapText(true)
        .verticalAlignment("center")
        .fillColor("DDE9EB")
        .borderStyle("thin")
        .borderColor("9BB4B8")
        .set();
  }

  private void printed(Worksheet to, Sheet sheet) {
    to.pageOrientation("landscape");
    to.setFitToPage(true);
    to.fitToWidth((short) 1);
    to.fitToHeight((short) 0);
    to.repeatRows(HEADS);
    to.header(marginal(sheet.name() + " · " + title), Position.LEFT);
    to.footer(marginal(notice), Position.LEFT, 8);
    to.footer("&P / &N", Position.RIGHT);
  }

  /** Ampersands begin codes in headers, and more than 255 letters make Excel mend the file. */
  private static String marginal(String text) {
    String plain = text.replace("&", "＆");
    return plain.length() <= 110 ? plain : plain.substring(0, 109) + "…";
  }
}
