package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.List;

/**
 * What was refused of that which a city's units sent, as far as its period reads it.
 *
 * @param all how many cells, rows and files were refused
 * @param listed the first of them, {@value #LISTED} at most: those of each unit and file come
 *     before further ones of the same; by place
 */
public record Refusals(int all, List<Refusal> listed) implements Serializable {
  /** How many are listed; all stand in {@code rejects.csv}. */
  public static final int LISTED = 200;

  /** Nothing refused. */
  public static final Refusals NONE = new Refusals(0, List.of());

  /**
   * Something refused: where, why, and what would be right.
   *
   * @param region code of the unit whose row it is; null where the row does not say for certain, or
   *     a whole file is meant: then it may be of any unit of the sender's
   * @param name names of the unit; null without one
   * @param statistics what it would have said; empty for anything
   * @param period period it is for
   * @param file delivery it came in
   * @param sheet sheet of a workbook; null for text files
   * @param row record number; 0 where the whole file is meant
   * @param column header of the column; null where the whole row is meant
   * @param reason code, as in {@code rejects.csv}
   * @param message what is wrong and what would be right, without the place; personal data are
   *     never in it
   */
  public record Refusal(
      String region,
      Bilingual name,
      List<String> statistics,
      String period,
      String file,
      String sheet,
      long row,
      String column,
      String reason,
      Bilingual message)
      implements Serializable {
    public Refusal {
      statistics = List.copyOf(statistics);
    }

    /** Whether it can be why a unit has no value of one of some statistics. */
    public boolean explains(String unit, List<String> wanted) {
      boolean itsOwn = region == null ? row == 0 : region.equals(unit);
      return itsOwn && (statistics.isEmpty() || statistics.stream().anyMatch(wanted::contains));
    }
  }

  public Refusals {
    listed = List.copyOf(listed);
  }
}
