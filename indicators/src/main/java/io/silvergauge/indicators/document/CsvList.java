package io.silvergauge.indicators.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a list that people keep as CSV (regions, cities, deliveries): UTF-8, one header line, the
 * columns by name. What is wrong becomes a fault with its line.
 */
public final class CsvList {
  /** Rows of a list at most. */
  static final int MAX_ROWS = 500_000;

  private CsvList() {}

  /**
   * One line of the list.
   *
   * @param file the list's name, for faults
   * @param line physical line on which the row ends, from 1
   * @param cells the row's texts by column, trimmed; empty where a column is not in the file
   */
  public record Row(String file, int line, Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    /** The text of a column; empty where the column or the cell is empty. */
    public String text(String column) {
      return cells.getOrDefault(column, "");
    }

    /** A date, or {@code absent} where the cell is empty; a fault where it is no date. */
    public LocalDate date(String column, LocalDate absent, Faults faults) {
      if (text(column).isEmpty()) {
        return absent;
      }
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException e) {
        fault(
            faults,
            column,
            Bilingual.of(
                "日期“%s”无效，应如 2023-12-31", "'%s' is not a date such as 2023-12-31", text(column)));
        return absent;
      }
    }

    /** Whether a cell holds personal data; a fault where one does, without what it says. */
    public boolean isPersonal(Faults faults) {
      return isPersonal(cells.keySet(), faults);
    }

    /** The same of some columns: what the program wrote itself is no matter of the people's. */
    public boolean isPersonal(Collection<String> columns, Faults faults) {
      boolean any = false;
      for (Map.Entry<String, String> cell : new TreeMap<>(cells).entrySet()) {
        if (columns.contains(cell.getKey())
            && !cell.getKey().endsWith("sha256")
            && (cell.getKey().equals("path")
                ? PersonalData.isInPath(cell.getValue())
                : PersonalData.isIn(cell.getValue()))) {
          fault(faults, cell.getKey(), PersonalData.FOUND);
          any = true;
        }
      }
      return any;
    }

    /** Records a fault at one of the row's columns. */
    public void fault(Faults faults, String column, Bilingual message) {
      faults.add(file, line, column, message);
    }
  }

  /**
   * Reads all rows.
   *
   * @param required columns that must be in the header
   * @param optional further columns that may be there; any other is a fault
   */
  public static List<Row> read(
      String file, byte[] content, List<String> required, List<String> optional, Faults faults) {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = format().parse(new StringReader(decode(content)))) {
      checkHeader(file, parser.getHeaderNames(), required, optional, faults);
      for (CSVRecord record : parser) {
        int line = (int) parser.getCurrentLineNumber();
        if (parser.getRecordNumber() > MAX_ROWS) {
          faults.add(
              file,
              line,
              "",
              Bilingual.of("多于 %d 行，其余未读", "more than %d rows; the rest is not read", MAX_ROWS));
          break;
        }
        if (!record.isConsistent()) {
          faults.add(
              file,
              line,
              "",
              Bilingual.of(
                  "该行有 %d 列，表头有 %d 列",
                  "the row has %d columns, the header %d",
                  record.size(),
                  parser.getHeaderNames().size()));
          continue;
        }
        rows.add(new Row(file, line, record.toMap()));
      }
    } catch (CharacterCodingException e) {
      faults.add(file, 0, "", new Bilingual("文件不是 UTF-8 编码", "the file is not UTF-8"));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      faults.add(
          file, 0, "", Bilingual.of("无法读取 CSV：%s", "not readable as CSV: %s", e.getMessage()));
    }
    return rows;
  }

  private static CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setTrim(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
        .get();
  }

  private static void checkHeader(
      String file,
      List<String> header,
      List<String> required,
      List<String> optional,
      Faults faults) {
    for (String column : required) {
      if (!header.contains(column)) {
        faults.add(file, 1, column, new Bilingual("缺少此列", "this column is missing"));
      }
    }
    for (String column : header) {
      if (!required.contains(column) && !optional.contains(column)) {
        faults.add(file, 1, column, new Bilingual("未知列", "unknown column"));
      }
    }
  }

  private static String decode(byte[] content) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
