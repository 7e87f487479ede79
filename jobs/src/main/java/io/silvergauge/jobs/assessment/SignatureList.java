package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.evaluation.Signing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code signatures.csv}: who stands for which evaluation; {@code sign} writes its rows. */
public final class SignatureList {
  /** Its name in an assessment folder. */
  public static final String FILE = "signatures.csv";

  /** Its columns. */
  public static final List<String> COLUMNS = List.of("period", "who", "role", "date", "sha256");

  private SignatureList() {}

  /** The columns of a list in the order of its header, which is its first line. */
  public static List<String> columns(String text) {
    String header = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return header
        .lines()
        .findFirst()
        .map(line -> Stream.of(line.split(",", -1)).map(SignatureList::bare).toList())
        .orElse(COLUMNS);
  }

  private static String bare(String cell) {
    return cell.strip().replaceAll("^\"|\"$", "");
  }

  /**
   * Reads the list.
   *
   * @return sorted by date, period, name
   */
  static List<Signing.Signature> read(byte[] content, Faults faults) {
    List<Signing.Signature> signatures = new ArrayList<>();
    for (CsvList.Row row : CsvList.read(FILE, content, COLUMNS, List.of(), faults)) {
      if (row.isPersonal(faults)) {
        continue;
      }
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
