package io.silvergauge.jobs.export;

import io.silvergauge.jobs.ingest.Reject;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** {@code rejects.csv}, written row by row: there may be more than can be held. */
public final class RejectTable implements Closeable {
  private final Writer out;
  private final CsvText csv;

  private RejectTable(OutputStream to) {
    this.out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    this.csv =
        new CsvText(
            out, "file", "sheet", "row", "column", "value", "reason", "message_zh", "message_en");
  }

  /**
   * Begins it.
   *
   * @param to is closed with it
   */
  public static RejectTable plain(OutputStream to) {
    return new RejectTable(to);
  }

  /** Begins it as Excel opens it; see {@link CsvText#forExcel}. */
  public static RejectTable forExcel(OutputStream to) throws IOException {
    to.write(CsvText.MARK);
    return new RejectTable(to);
  }

  /** Adds a row; they come in the order of their places. */
  public void add(Reject reject) {
    csv.row(
        reject.file(),
        reject.sheet(),
        reject.row() == 0 ? null : BigDecimal.valueOf(reject.row()),
        reject.column(),
        reject.value(),
        reject.reason().name(),
        reject.message().zh(),
        reject.message().en());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
