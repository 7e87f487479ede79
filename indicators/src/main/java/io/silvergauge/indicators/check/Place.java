package io.silvergauge.indicators.check;

import java.time.LocalDate;
import java.util.Optional;

/** One unit in one period, as a check sees it. */
public interface Place {
  /**
   * What it has of a statistic.
   *
   * @param back how many periods of the same length before the evaluated one; 0 for that one
   * @return empty where it has no value, where the statistic does not apply, and where a part of it
   *     was too small to show
   */
  Optional<Seen> seen(String statistic, int back);

  /** Whether it should report a statistic and has said nothing that could be used. */
  boolean silent(String statistic);

  /** Last day of the evaluated period. */
  LocalDate lastDay();
}
