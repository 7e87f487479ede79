package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import java.util.List;

/**
 * What stands in tables beside the model and documents need: what was refused, what is owed and
 * what was restated. Small counts and personal data are hidden in them already.
 *
 * @param refused by file, then by reason
 * @param owed by the day it was due
 * @param restated by region, statistic and period
 */
public record Sent(List<Refused> refused, List<Owed> owed, List<Restated> restated) {
  /** How many places of a file and reason are kept. */
  public static final int PLACES = 3;

  /** Nothing. */
  public static final Sent NOTHING = new Sent(List.of(), List.of(), List.of());

  public Sent {
    refused = List.copyOf(refused);
    owed = List.copyOf(owed);
    restated = List.copyOf(restated);
  }

  /**
   * What was refused of one file for one reason.
   *
   * @param file its path
   * @param reason code, as in {@code rejects.csv}
   * @param remark whether nothing is refused by it
   * @param count how often
   * @param messages of the first {@value #PLACES}: where, what was found, what would be right
   */
  public record Refused(
      String file, String reason, boolean remark, int count, List<Bilingual> messages) {
    public Refused {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Something a sender owes that is not there in full and in time.
   *
   * @param status {@code missing}, {@code in_part} or {@code late}
   * @param lacking how many units nothing came of
   * @param units which
   */
  public record Owed(
      String sender,
      String source,
      String period,
      String due,
      String status,
      long daysLate,
      int lacking,
      String units) {}

  /**
   * A value that a later delivery changed.
   *
   * @param statistic the statistic's id; empty for a register
   * @param register the register's id; empty for a statistic
   * @param record which of the register
   * @param field which field of that; empty for the whole record
   * @param before of a statistic a number or a word for none, of a register what stands in the
   *     field; empty where nothing was said
   * @param after the same since
   */
  public record Restated(
      String region,
      String statistic,
      String register,
      String record,
      String field,
      String period,
      String unit,
      String before,
      String after,
      String received,
      String file) {}
}
