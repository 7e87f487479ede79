package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Something refused: where, which value, why, and what would be right.
 *
 * @param file path of the delivery below the assessment's data folder
 * @param sheet sheet of a workbook; empty for text files
 * @param row number of the record, from 1; 0 where the whole file is meant
 * @param line physical line on which the record ends; 0 where the whole file is meant
 * @param column header of the column; empty where the whole row is meant
 * @param value what was found; empty where it is withheld or there is none
 * @param reason why
 * @param period the row's own period; empty where it has no valid one
 * @param message all of it in words
 * @param region code of the region the row is of; empty where that cannot be told
 * @param statistic the one statistic the row is of; empty where it is of several or none is known
 */
public record Reject(
    String file,
    String sheet,
    long row,
    long line,
    String column,
    String value,
    RejectReason reason,
    String period,
    Bilingual message,
    String region,
    String statistic)
    implements Serializable {
  /** By place, then by reason. */
  public static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::file)
          .thenComparing(Reject::sheet)
          .thenComparing(Reject::row)
          .thenComparing(Reject::column)
          .thenComparing(Reject::reason)
          .thenComparing(reject -> reject.message().en());

  /** A reject of which nobody knows what it is about. */
  public Reject(
      String file,
      String sheet,
      long row,
      long line,
      String column,
      String value,
      RejectReason reason,
      String period,
      Bilingual message) {
    this(file, sheet, row, line, column, value, reason, period, message, "", "");
  }

  /** The same, of a row that is about this. */
  Reject about(String ofRegion, String ofStatistic) {
    return new Reject(
        file, sheet, row, line, column, value, reason, period, message, ofRegion, ofStatistic);
  }

  /** The message without the place, for where that stands beside it. */
  public Bilingual sentence() {
    Bilingual place =
        row == 0
            ? Bilingual.same(RowPlace.shown(file, sheet))
            : Rejects.place(file, sheet, row, column);
    return new Bilingual(
        without(place.zh() + "：", message.zh()), without(place.en() + ": ", message.en()));
  }

  private static String without(String beginning, String text) {
    return text.startsWith(beginning) ? text.substring(beginning.length()) : text;
  }

  /** A reject of a whole file. */
  public static Reject ofFile(String file, RejectReason reason, Bilingual message) {
    return new Reject(file, "", 0, 0, "", "", reason, "", message);
  }
}
