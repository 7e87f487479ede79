package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.evaluation.Signing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads {@code signatures.csv}: who stands for which evaluation; {@code sign} writes its rows. */
public final class SignatureList {
  /** Its name in an assessment folder. */
  public static final String FILE = "signatures.csv";

  /** Its columns. */
  public static final List<String> COLUMNS = List.of("period", "who", "role", "date", "sha256");

  private SignatureList() {}

  /**
   * Reads the list.
   *
   * @return sorted by date, period, name
   */
  static List<Signing.Signature> read(byte[] content, Faults faults) {
    List<Signing.Signature> signatures = new ArrayList<>();
    for (CsvList.Row row : CsvList.read(FILE, content, COLUMNS, List.of(), faults)) {
      for (String column : COLUMNS) {
        if (row.text(column).isEmpty()) {
          row.fault(faults, column, new Bilingual("不能为空", "must not be empty"));
        }
      }
      LocalDate date = row.date("date", LocalDate.MIN, faults);
      if (!row.text("sha256").matches("[0-9a-f]{64}")) {
        row.fault(
            faults,
            "sha256",
            Bilingual.of(
                "“%s”不是 SHA-256（64 位小写十六进制）",
                "'%s' is no SHA-256, 64 hexadecimal digits in lower case", row.text("sha256")));
      }
      signatures.add(
          new Signing.Signature(
              row.text("period"),
              row.text("who"),
              row.text("role"),
              date.toString(),
              row.text("sha256")));
    }
    signatures.sort(
        Comparator.comparing(Signing.Signature::date)
            .thenComparing(Signing.Signature::period)
            .thenComparing(Signing.Signature::who));
    return signatures;
  }
}
