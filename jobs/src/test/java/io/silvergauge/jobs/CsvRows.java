package io.silvergauge.jobs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A published table as a user's own program reads it. */
public final class CsvRows {
  private CsvRows() {}

  /** The names of the columns. */
  public static List<String> header(Path file) {
    try (CSVParser parser = parser(file)) {
      return parser.getHeaderNames();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows, each a text by column. */
  public static List<Map<String, String>> read(Path file) {
    try (CSVParser parser = parser(file)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows, each as one line with bars between some of its cells. */
  public static List<String> lines(Path file, String... columns) {
    return read(file).stream()
        .map(row -> List.of(columns).stream().map(row::get).collect(Collectors.joining("|")))
        .toList();
  }

  private static CSVParser parser(Path file) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Repository.text(file)));
  }
}
