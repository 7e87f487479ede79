package io.silvergauge.indicators.statistic;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A named quantity that provinces report.
 *
 * @param id its identifier, used in formulas and source descriptions
 * @param name its Chinese and English name
 * @param unit unit in which formulas see it
 * @param yesNo whether it is 1 for yes and 0 for no, and nothing else
 * @param grain which regions report it
 * @param time how it behaves in time
 * @param fill how reported periods fill an evaluated one
 * @param maxAge how many months an older value is carried forward, counted from the end of its
 *     period to the end of the evaluated one; 0 for not at all
 * @param partOf statistic it can never exceed in the same row; empty for none
 * @param most largest value it can take, in its own unit; a share's is 100 %
 * @param negative whether it may be below zero
 * @param note remark on its definition; may be empty
 */
public record Statistic(
    String id,
    Bilingual name,
    String unit,
    boolean yesNo,
    Grain grain,
    TimeKind time,
    Fill fill,
    int maxAge,
    String partOf,
    BigDecimal most,
    boolean negative,
    String note)
    implements Serializable {
  /** What {@link #most} is where there is no limit but that of storage, DECIMAL(18,6). */
  public static final BigDecimal UNLIMITED = new BigDecimal("999999999999.999999");

  public Statistic {
    if (!fill.fits(time)) {
      throw new InvalidValueException(
          Bilingual.of(
              "统计量“%s”：fill %s 与 time %s 不相配",
              "Statistic '%s': fill %s does not fit time %s", id, fill, time));
    }
    if (maxAge < 0) {
      throw new IllegalArgumentException(
          "Statistic '%s': max_age must not be negative, but was %s".formatted(id, maxAge));
    }
  }

  /**
   * Whether evaluating a period can need what was reported for another: the same time, an older
   * value that is carried forward, or year to date before it.
   */
  public boolean reaches(Period evaluated, Period reported) {
    if (reported.from().isAfter(evaluated.to())) {
      return false;
    }
    boolean sameYear =
        time == TimeKind.YEAR_TO_DATE && reported.to().getYear() >= evaluated.from().getYear();
    int age = Period.month(evaluated.from()).monthsSince(reported);
    return !reported.to().isBefore(evaluated.from()) || sameYear || age <= maxAge;
  }
}
