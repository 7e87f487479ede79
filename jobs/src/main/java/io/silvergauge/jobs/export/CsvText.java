package io.silvergauge.jobs.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as it is written out: plain numbers, and texts that no spreadsheet takes for a formula. */
public final class CsvText {
  /** By this Excel knows that a table is UTF-8. */
  static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Appendable text;
  private final CSVPrinter printer;

  /** Begins with a header. */
  public CsvText(String... header) {
    this(new StringBuilder(), header);
  }

  /** Begins with a header, and writes each row to where it is to go at once. */
  public CsvText(Appendable to, String... header) {
    this.text = to;
    try {
      this.printer = new CSVPrinter(to, CSVFormat.RFC4180);
      printer.printRecord((Object[]) header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a row.
   *
   * @param cells texts, numbers, or null for an empty cell
   */
  public void row(Object... cells) {
    List<String> written = new ArrayList<>();
    for (Object cell : cells) {
      written.add(
          cell instanceof BigDecimal number
              ? number.toPlainString()
              : cell == null ? "" : disarmed(cell.toString()));
    }
    try {
      printer.printRecord(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it, in UTF-8. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A table of this kind as Excel opens it: with the byte order mark that tells it of UTF-8. */
  public static byte[] forExcel(byte[] table) {
    byte[] marked = new byte[table.length + MARK.length];
    System.arraycopy(MARK, 0, marked, 0, MARK.length);
    System.arraycopy(table, 0, marked, MARK.length, table.length);
    return marked;
  }

  /** The text of a cell as it was before it was written into a table of this kind. */
  public static String rearmed(String cell) {
    boolean disarmed = cell.startsWith("'") && disarmed(cell.substring(1)).equals(cell);
    return disarmed ? cell.substring(1) : cell;
  }

  /** A text that begins like a formula gets an apostrophe; a plain number is none. */
  static String disarmed(String cell) {
    String folded = Normalizer.normalize(cell, Normalizer.Form.NFKC);
    boolean formula =
        !folded.isEmpty()
            && "=+-@\t\r\0".indexOf(folded.charAt(0)) >= 0
            && !folded.matches("[+-]?[0-9]+(\\.[0-9]+)?");
    return formula ? "'" + cell : cell;
  }
}
