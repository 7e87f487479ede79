package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a value's status is worth: a policy of the evaluator, printed with every report. No rule in
 * force gives figures for it.
 *
 * @param worths by status; a status that is not named is worth all of its score
 */
public record Statuses(Map<ValueStatus, Worth> worths) implements Serializable {
  /** Every status is worth all of its score. */
  public static final Statuses ALIKE = new Statuses(Map.of());

  /**
   * What one status is worth.
   *
   * @param percent percent of the indicator's score that counts, from 0 to 100
   * @param deduct points taken off the total besides, on the scheme's scale, for each indicator
   */
  public record Worth(BigDecimal percent, BigDecimal deduct) implements Serializable {
    static final Worth ALL = new Worth(BigDecimal.valueOf(100), BigDecimal.ZERO);

    public Worth {
      if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new InvalidValueException(
            Bilingual.of(
                "worth 应为 0 至 100 的百分数，却是 %s",
                "worth is a percentage from 0 to 100, but was %s", percent.toPlainString()));
      }
      if (deduct.signum() < 0) {
        throw new InvalidValueException(
            Bilingual.of(
                "deduct 不能为负，却是 %s",
                "deduct must not be negative, but was %s", deduct.toPlainString()));
      }
    }

    /** Whether a score stays as it is. */
    public boolean isAll() {
      return percent.compareTo(BigDecimal.valueOf(100)) == 0 && deduct.signum() == 0;
    }

    /** What remains of a score. */
    public double of(double score) {
      return score * percent.doubleValue() / 100;
    }
  }

  public Statuses {
    Map<ValueStatus, Worth> copy = new EnumMap<>(ValueStatus.class);
    copy.putAll(worths);
    worths = Collections.unmodifiableMap(copy);
  }

  /** What a status is worth. */
  public Worth of(ValueStatus status) {
    return worths.getOrDefault(status, Worth.ALL);
  }
}
