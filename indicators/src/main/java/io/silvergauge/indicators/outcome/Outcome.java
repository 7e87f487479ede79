package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;

/** What an indicator came to for a region and period: an amount, or the reason there is none. */
public sealed interface Outcome extends Serializable {
  /**
   * An amount, exact.
   *
   * @param value in the indicator's unit
   * @param numerator what was counted or summed
   * @param denominator what it was set against; 1 where there is nothing
   */
  record Amount(Fraction value, Fraction numerator, Fraction denominator) implements Outcome {}

  /**
   * No amount.
   *
   * @param reason why
   * @param detail which input of which regions is at fault
   */
  record Absent(Reason reason, Bilingual detail) implements Outcome {}
}
