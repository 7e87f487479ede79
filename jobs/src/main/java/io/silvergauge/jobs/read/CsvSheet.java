package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A text file as a sheet, or a part of one. */
final class CsvSheet implements Sheet {
  private final String name;
  private final Text text;
  private final Separator separator;
  private final long before;
  private final Optional<PlainText> plain;

  /** Opens a text that is known, or is now found, to be without damage. */
  @FunctionalInterface
  interface Text {
    Reader open() throws StrictText.DamagedTextException;
  }

  /** What stands between cells. */
  @FunctionalInterface
  interface Separator {
    char find() throws StrictText.DamagedTextException, IOException;
  }

  /**
   * A text file.
   *
   * @param name empty, or the entry's name in a container
   * @param content its bytes
   * @param encoding how they are decoded
   * @param separator what stands between cells; {@link SourceDescription#AUTO_SEPARATOR} where the
   *     file tells
   */
  CsvSheet(String name, byte[] content, SourceDescription.Encoding encoding, char separator) {
    this(
        name,
        () -> StrictText.open(content, encoding),
        () ->
            separator == SourceDescription.AUTO_SEPARATOR
                ? Separators.of(StrictText.open(content, encoding))
                : separator,
        0,
        PlainText.of(content, encoding, separator));
  }

  /**
   * A part of a text.
   *
   * @param before how many records, and as many lines, stand before it
   * @param plain its bytes, where they can be read as they stand
   */
  CsvSheet(String name, Text text, Separator separator, long before, Optional<PlainText> plain) {
    this.name = name;
    this.text = text;
    this.separator = separator;
    this.before = before;
    this.plain = plain;
  }

  @Override
  public Optional<PlainText> plain() {
    return plain;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return "";
  }

  @Override
  public boolean ragged() {
    return true;
  }

  @Override
  public Rows open() throws UnreadableFileException {
    if (plain.isPresent()) {
      return new PlainTextRows(plain.get());
    }
    try {
      return new CsvRows(text.open(), separator.find(), before);
    } catch (StrictText.DamagedTextException e) {
      throw UnreadableFileException.of(
          Why.TEXT,
          "第 %d 字节起不是有效的 UTF-8 或 GB18030 文本，请另存为 UTF-8 后重新报送",
          "no valid UTF-8 or GB18030 text from byte %d on; please save it as UTF-8 and send it"
              + " again",
          e.offset() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory
    }
  }

  private static final class CsvRows implements Rows {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long before;
    private long given;
    private long lastLine;

    CsvRows(Reader text, char separator, long before) throws IOException {
      this.before = before;
      lastLine = before;
      parser =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separator)
              .setIgnoreEmptyLines(false)
              .get()
              .parse(text);
      records = parser.iterator();
    }

    @Override
    public Optional<SheetRow> next() throws UnreadableFileException {
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        CSVRecord record = records.next();
        List<Cell> cells = new ArrayList<>(record.size());
        record.forEach(text -> cells.add(Cell.of(text)));
        given++;
        lastLine = before + parser.getCurrentLineNumber();
        return Optional.of(new SheetRow(before + record.getRecordNumber(), lastLine, false, cells));
      } catch (UncheckedIOException | IllegalStateException e) {
        throw UnreadableFileException.of(
            Why.DAMAGED,
            "第 %d 条记录（始于第 %d 行）无法按 CSV 读取；请检查引号是否成对，引号内的引号是否写成两个",
            "record %d, which begins on line %d, is not readable as CSV; please check that its"
                + " quotes are closed, and doubled inside a quoted cell",
            before + given + 1,
            lastLine + 1);
      }
    }

    @Override
    public long given() {
      return given;
    }
  }
}
