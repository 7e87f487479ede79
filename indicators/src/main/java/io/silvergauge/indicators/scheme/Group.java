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
 * @param publishFrom percent of its weight that must be present, else its score is withheld
 * @param cap its highest score, in percent of full marks; 100 unless bonuses may pass it
 */
public record Group(
    String id,
    Bilingual name,
    BigDecimal weight,
    Aggregation aggregation,
    String within,
    BigDecimal publishFrom,
    BigDecimal cap)
    implements Serializable {
  /** Id of the topmost group. */
  public static final String TOTAL = "total";

  public Group {
    if (publishFrom.signum() < 0 || publishFrom.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "publish_from 应为 0 至 100 的百分数，却是 %s",
              "publish_from is a percentage from 0 to 100, but was %s",
              publishFrom.toPlainString()));
    }
    if (cap.signum() <= 0) {
      throw new InvalidValueException(
          Bilingual.of("cap 须大于 0，却是 %s", "cap must be above 0, but was %s", cap.toPlainString()));
    }
    if (weight.signum() < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "权重不能为负，却是 %s", "weight must not be negative, but was %s", weight.toPlainString()));
    }
  }
}
