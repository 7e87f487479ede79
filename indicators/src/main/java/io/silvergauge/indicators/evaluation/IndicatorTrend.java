package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How an indicator moved, and where it stands on the way to its target in the plan. Earlier values
 * are those that this period's rules give.
 *
 * @param change against the newest earlier period with a value; null where there is none
 * @param way towards the plan's target; null where the plan asks nothing, and for yes and no
 */
public record IndicatorTrend(Change change, Way way) implements Serializable {
  /**
   * A change between two periods.
   *
   * @param since the earlier period
   * @param before its value
   * @param difference this period's value less that one, exact
   * @param verdict {@code better}, {@code worse}, {@code same} where there is no difference at all,
   *     {@code unclear} where its interval holds nought
   * @param test {@code interval} where the interval of the difference decides (Newcombe's method
   *     10), {@code none} where the difference itself does
   * @param confidence percent of that interval; null without test
   * @param low its lower end; null without test
   * @param high its upper end; null without test
   * @param reason why there is no test; null where there is one
   */
  public record Change(
      String since,
      BigDecimal before,
      BigDecimal difference,
      String verdict,
      String test,
      BigDecimal confidence,
      BigDecimal low,
      BigDecimal high,
      Bilingual reason)
      implements Serializable {}

  /**
   * Where the value stands on the way from milestone to milestone.
   *
   * @param state {@code reached}, {@code on_track}, {@code behind} or {@code not_computable}
   * @param by period at whose end the target is due
   * @param target the bound the value is held against
   * @param expected what the way asks of this period; null where none can be drawn
   * @param behind how far the value falls short of that; null unless it does
   * @param months how many months a pace is for
   * @param pace change in so many months so far, by least squares; null for fewer than two values
   * @param needed change in so many months that the next step asks; null where it is reached or all
   *     are due
   * @param arrival month in which the target is reached at this pace; null where it is reached, or
   *     cannot be computed
   * @param earliest earlier end of that month's interval; null where there is none
   * @param latest later end; null where there is none
   * @param confidence percent of that interval
   * @param reason why no way can be drawn; null where one is
   * @param arrivalReason why arrival or an end of it cannot be computed; null where all are
   */
  public record Way(
      String state,
      String by,
      BigDecimal target,
      BigDecimal expected,
      BigDecimal behind,
      int months,
      BigDecimal pace,
      BigDecimal needed,
      String arrival,
      String earliest,
      String latest,
      BigDecimal confidence,
      Bilingual reason,
      Bilingual arrivalReason)
      implements Serializable {}
}
