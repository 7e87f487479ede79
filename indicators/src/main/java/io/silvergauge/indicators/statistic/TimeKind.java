package io.silvergauge.indicators.statistic;

/** How a statistic behaves in time. */
public enum TimeKind {
  /** A level at the end of its period. */
  STOCK,
  /** What happened during its period; its parts add up. */
  FLOW,
  /** What happened from January to the end of its period. */
  YEAR_TO_DATE,
  /**
   * A share or rate that was only stated; it is never summed, neither over time nor over regions.
   */
  STATED
}
