package io.silvergauge.indicators.statistic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One reported value of a statistic for a region and period.
 *
 * @param region code of the region that reports
 * @param statistic the statistic's id
 * @param period period the value is for
 * @param mark whether it is a number, or why not
 * @param value the number in {@code unit}, at most six decimals; zero unless {@code mark} is NUMBER
 * @param unit unit as reported
 * @param status how far it has been confirmed
 * @param referenceDate 时点, the day it describes
 * @param document document it rests on; empty where none is named
 * @param origin where it stands
 */
public record Observation(
    String region,
    String statistic,
    Period period,
    Mark mark,
    BigDecimal value,
    String unit,
    ValueStatus status,
    LocalDate referenceDate,
    String document,
    Origin origin)
    implements Serializable {
  public Observation {
    if (value.scale() > 6) {
      throw new IllegalArgumentException("More than six decimals: " + value.toPlainString());
    }
  }
}
