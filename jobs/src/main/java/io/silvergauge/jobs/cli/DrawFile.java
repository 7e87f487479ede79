package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.robustness.DrawTable;
import io.silvergauge.indicators.robustness.Specification;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.export.CsvText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The parameters of all draws as a file, so that anybody can replay them, or draw their own. */
final class DrawFile {
  private DrawFile() {}

  static void write(DrawTable table, Path file) throws IOException {
    CsvText csv = new CsvText(table.header().toArray(String[]::new));
    table.rows().forEach(row -> csv.row(row.toArray()));
    Files.write(file, csv.bytes());
  }

  /**
   * Reads a table.
   *
   * @throws RunFailure if the file is no table of at least one row
   */
  static DrawTable read(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text(file)))) {
      for (CSVRecord row : parser) {
        rows.add(row.toList());
      }
    } catch (UncheckedIOException e) {
      throw refused(file, new Bilingual("不是 CSV 文件", "it is no CSV file"));
    }
    if (rows.size() < 2) {
      throw refused(file, new Bilingual("没有参数行", "it has no row of parameters"));
    }
    if (rows.size() - 1 > Specification.MOST) {
      throw refused(file, Bilingual.of("多于 %d 行", "it has more than %d rows", Specification.MOST));
    }
    return new DrawTable(rows.get(0), rows.subList(1, rows.size()));
  }

  private static String text(Path file) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(file, new Bilingual("不是 UTF-8 文本", "it is no UTF-8 text"));
    }
  }

  private static RunFailure refused(Path file, Bilingual why) {
    return new RunFailure(
        ExitCode.USAGE, Bilingual.of("参数表 %s：%s", "table of parameters %s: %s", file, why));
  }
}
