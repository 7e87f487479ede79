package io.silvergauge.indicators.statistic;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;

/**
 * A unit of measure.
 *
 * @param symbol how it is written, for example {@code 公顷}
 * @param quantity what it measures; only units of one quantity can be converted into each other
 * @param factor how many of the quantity's base unit it is, exactly
 */
public record Unit(String symbol, String quantity, Fraction factor) implements Serializable {
  public Unit {
    if (symbol.isBlank() || quantity.isBlank()) {
      throw new IllegalArgumentException("A unit needs a symbol and a quantity");
    }
    if (factor.signum() <= 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "单位“%s”的 factor 应大于 0，却是 %s",
              "Unit '%s': its factor must be positive, but was %s",
              symbol,
              factor.printed().toPlainString()));
    }
  }
}
