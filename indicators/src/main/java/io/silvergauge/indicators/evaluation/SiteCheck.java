package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What visits found of a figure, beside what was reported of it: an overlay that leaves the
 * reported value as it is. Percentages and values are exact up to twelve decimals, ends of
 * intervals doubles at ten.
 *
 * @param sample tells the sample it rests on
 * @param file the sheet that came back, below the assessment's folder
 * @param sha256 hash of that sheet
 * @param seed what the sample was drawn with
 * @param drawnAsOf date of the evaluation it was drawn from
 * @param received day from which on it counts
 * @param redrawn whether drawing again from what stands behind the figure now gives the same sample
 * @param units how many things stand behind the figure
 * @param drawn how many of them were drawn
 * @param looked how many were looked at
 * @param confirmed how many were found to be as reported
 * @param corrected how many were found in another number
 * @param notFound how many were not found
 * @param falseClaims how many were found to be false
 * @param part percent of what was reported that holds; null where it cannot be told
 * @param partLow lower end of its 95 % interval; null where there is none
 * @param partHigh upper end; null where there is none
 * @param verified the reported value times that part; null where it cannot be told
 * @param low lower end of its 95 % interval, in the indicator's unit; null where there is none
 * @param high upper end; null where there is none
 * @param differs whether the reported value lies outside the interval; null where there is none
 * @param reason why nothing can be told, why there is no interval, or why what was found cannot
 *     count; null where there is nothing to explain
 * @param policy {@code use_reported}, {@code use_verified}, {@code deduct} or {@code veto}
 * @param rule the policy in words
 * @param applied whether it took hold
 * @param counts the value that counts instead of the reported one; null where that counts
 * @param strata what was found in each stratum, by code
 * @param visits what was found of each thing, by stratum, in the order of the sheet
 */
public record SiteCheck(
    String sample,
    String file,
    String sha256,
    long seed,
    String drawnAsOf,
    String received,
    boolean redrawn,
    int units,
    int drawn,
    int looked,
    int confirmed,
    int corrected,
    int notFound,
    int falseClaims,
    BigDecimal part,
    BigDecimal partLow,
    BigDecimal partHigh,
    BigDecimal verified,
    BigDecimal low,
    BigDecimal high,
    Boolean differs,
    Bilingual reason,
    String policy,
    Bilingual rule,
    boolean applied,
    BigDecimal counts,
    List<Stratum> strata,
    List<Visited> visits)
    implements Serializable {
  /**
   * What was found in a stratum.
   *
   * @param region code of the region that is the stratum
   * @param name its names; may be empty
   * @param units how many things it has
   * @param looked how many of them were looked at
   * @param confirmed how many were found to be as reported
   * @param reported what was reported of those that were looked at
   * @param found what was found of them
   * @param part percent of what was reported that holds; null where it cannot be told
   * @param partLow lower end of its 95 % interval; null where there is none
   * @param partHigh upper end; null where there is none
   */
  public record Stratum(
      String region,
      Bilingual name,
      int units,
      int looked,
      int confirmed,
      BigDecimal reported,
      BigDecimal found,
      BigDecimal part,
      BigDecimal partLow,
      BigDecimal partHigh)
      implements Serializable {}

  /**
   * What was found of a thing.
   *
   * @param region code of the unit, or of the region a record lies in: its stratum where it is one
   * @param record id of the record; null for a unit
   * @param name its names; may be empty
   * @param result {@code confirmed}, {@code corrected}, {@code not_found} or {@code false}
   * @param reported what is reported of it now; another than when it was drawn where it was put
   *     right
   * @param found what was found
   * @param evidence hash of what shows it
   * @param by who was there
   * @param date day of the visit
   * @param remark anything else; null for nothing
   * @param sheet sheet of a workbook; null for a text
   * @param row record of its row in the sheet that came back
   * @param place where a record was reported, as file, sheet and record; null for a unit
   */
  public record Visited(
      String region,
      String record,
      Bilingual name,
      String result,
      BigDecimal reported,
      BigDecimal found,
      String evidence,
      String by,
      String date,
      String remark,
      String sheet,
      long row,
      String place)
      implements Serializable {
    /** What tells it from all others behind the figure. */
    public String key() {
      return record == null ? region : record;
    }
  }

  public SiteCheck {
    strata = List.copyOf(strata);
    visits = List.copyOf(visits);
  }
}
