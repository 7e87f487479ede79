package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A yardstick that is taken from the values of all cities instead of fixed posts. Scores then
 * follow the others too, so they do not compare over periods unless the yardstick is one of all
 * periods. Fields that a method does not use are null.
 *
 * @param method {@code min_max}, {@code z_score}, {@code rank}, {@code percentile_rank}, {@code
 *     borda}, {@code distance_to_best}, {@code distance_to_region}, {@code distance_to_target} or
 *     {@code fraction_of_best}
 * @param over {@code period}, or {@code all_periods} of the assessment together
 * @param constant what it gives where all values are the same: {@code absent} or {@code middle}
 * @param transform {@code none}, {@code ln}, {@code sqrt} or {@code box_cox}, done first
 * @param lambda exponent of {@code box_cox}; null where it is estimated, and for all others
 * @param from score of the worst value, of {@code min_max}
 * @param to score of the best value, of {@code min_max}
 * @param mean score of the mean, of {@code z_score}
 * @param deviation what a standard deviation is worth, of {@code z_score}
 * @param target value with full marks, of {@code distance_to_target}
 * @param region city with full marks, of {@code distance_to_region}
 * @param capped whether values beyond the target or that city's count as it
 */
public record Relative(
    String method,
    String over,
    String constant,
    String transform,
    BigDecimal lambda,
    BigDecimal from,
    BigDecimal to,
    BigDecimal mean,
    BigDecimal deviation,
    BigDecimal target,
    String region,
    Boolean capped)
    implements Serializable {
  /** The methods, in the order in which documents name them. */
  public static final List<String> METHODS =
      List.of(
          "min_max",
          "z_score",
          "rank",
          "percentile_rank",
          "borda",
          "distance_to_best",
          "distance_to_region",
          "distance_to_target",
          "fraction_of_best");

  /** Method onto the way to one city's value. */
  public static final String TO_REGION = "distance_to_region";

  /** Method onto the way to a target. */
  public static final String TO_TARGET = "distance_to_target";

  /** Yardstick of one period. */
  public static final String PERIOD = "period";

  /** Yardstick of all periods of the assessment together. */
  public static final String ALL_PERIODS = "all_periods";

  /** Whether it is taken from all periods together. */
  public boolean overAll() {
    return over.equals(ALL_PERIODS);
  }
}
