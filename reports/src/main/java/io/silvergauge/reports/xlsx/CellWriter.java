package io.silvergauge.reports.xlsx;

import org.dhatim.fastexcel.Worksheet;

/** Writes one cell; nothing is ever written as a formula. */
final class CellWriter {
  private static final String QUIET = "6B757C";

  private CellWriter() {}

  /**
   * Writes a cell into a column whose cells have a format already.
   *
   * @param usual that format; empty for none
   */
  static void write(Worksheet sheet, int row, int column, Cell cell, String usual) {
    String format = format(cell);
    if (!format.isEmpty() && !format.equals(usual)) {
      sheet.style(row, column).format(format).set();
    }
    if (cell instanceof Cell.Words words) {
      sheet.value(row, column, words.text());
    } else if (cell instanceof Cell.Figure figure) {
      sheet.value(row, column, figure.value());
    } else if (cell instanceof Cell.Share share) {
      sheet.value(row, column, share.part());
    } else if (cell instanceof Cell.Day day) {
      sheet.value(row, column, day.day());
    } else if (cell instanceof Cell.Gap gap) {
      sheet.value(row, column, gap.reason());
      sheet.style(row, column).italic().fontColor(QUIET).set();
    } else {
      sheet.value(row, column, "—");
      sheet.style(row, column).fontColor(QUIET).horizontalAlignment("center").set();
    }
  }

  /** The number format of a cell; empty where it holds none. */
  static String format(Cell cell) {
    if (cell instanceof Cell.Figure figure) {
      return figure.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(figure.decimals());
    }
    if (cell instanceof Cell.Share) {
      return "0.0%";
    }
    return cell instanceof Cell.Day ? "yyyy-mm-dd" : "";
  }
}
