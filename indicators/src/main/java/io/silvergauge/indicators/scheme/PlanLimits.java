package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How far a city's plan may leave its scheme.
 *
 * @param weights percent of the scheme's weight by which a plan's own may differ; 0 for not at all
 * @param targets what targets of its own a plan may set
 * @param add how many indicators of its own a plan may add
 */
public record PlanLimits(BigDecimal weights, Targets targets, int add) implements Serializable {
  /** Own targets are free, weights are the scheme's, nothing is added. */
  public static final PlanLimits USUAL = new PlanLimits(BigDecimal.ZERO, Targets.FREE, 0);

  /** What targets of its own a plan may set. */
  public enum Targets {
    /** Any. */
    FREE,
    /** None that asks for less than the scheme's own. */
    NOT_BELOW_SCHEME
  }

  public PlanLimits {
    if (weights.signum() < 0 || weights.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "weights 应为 0 至 100 的百分数，却是 %s",
              "weights is a percentage from 0 to 100, but was %s", weights.toPlainString()));
    }
  }

  /** The lowest weight a plan may give where the scheme gives {@code weight}. */
  public BigDecimal least(BigDecimal weight) {
    return weight.subtract(part(weight));
  }

  /** The highest weight a plan may give where the scheme gives {@code weight}. */
  public BigDecimal most(BigDecimal weight) {
    return weight.add(part(weight));
  }

  private BigDecimal part(BigDecimal weight) {
    return weight.multiply(weights).movePointLeft(2);
  }
}
