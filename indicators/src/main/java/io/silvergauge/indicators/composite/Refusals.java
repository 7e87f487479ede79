package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.math.BigDecimal;

/** What is refused in the same words everywhere. */
final class Refusals {
  private Refusals() {}

  /** Refuses a number outside a range, or none. */
  static void outside(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s 应在 %s 至 %s 之间，却是 %s",
              "%s must lie from %s to %s, but was %s",
              field,
              plain(least),
              plain(most),
              plain(value)));
    }
  }

  /** Refuses two numbers that must differ. */
  static void same(String field, double one, double other) {
    if (one == other) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s：两端不能相同，却都是 %s",
              "%s: the two ends must differ, but both are %s", field, plain(one)));
    }
  }

  /** A number as a person would write it: no exponent for those in use, no trailing noughts. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
