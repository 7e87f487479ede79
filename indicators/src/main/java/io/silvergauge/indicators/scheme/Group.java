package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Aggregation;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A dimension, or a group of dimensions, or the total.
 *
 * @param id its identifier
 * @param name its Chinese and English name
 * @param weight weight within the group above it
 * @param aggregation how the scores below it become its own
 * @param within id of the group above it; empty for the total
 */
public record Group(
    String id, Bilingual name, BigDecimal weight, Aggregation aggregation, String within)
    implements Serializable {
  /** Id of the topmost group. */
  public static final String TOTAL = "total";

  public Group {
    if (weight.signum() < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "权重不能为负，却是 %s", "weight must not be negative, but was %s", weight.toPlainString()));
    }
  }
}
