package io.silvergauge.indicators.statistic;

/** How a statistic's reported periods fill the period that is evaluated. */
public enum Fill {
  /** The value of the last month of the period. */
  LAST,
  /** The sum of its parts; every part must be there. */
  SUM,
  /** The mean over its months; every month must be there. */
  MEAN,
  /** The least of its months; every month must be there. */
  MIN,
  /** Only a value for exactly this period, or every month of it: nothing is carried forward. */
  ALL_MONTHS,
  /** Year to date at the end of the period less year to date before it. */
  DIFFERENCE,
  /** Year to date at the end of the period, as it stands. */
  CUMULATIVE;

  /** What a statistic does unless it says otherwise. */
  public static Fill usual(TimeKind time) {
    return switch (time) {
      case STOCK, STATED -> LAST;
      case FLOW -> SUM;
      case YEAR_TO_DATE -> DIFFERENCE;
    };
  }

  /** Whether it makes sense for such a statistic. */
  public boolean fits(TimeKind time) {
    return switch (time) {
      case STOCK -> this == LAST || this == MEAN || this == MIN || this == ALL_MONTHS;
      case FLOW -> this == SUM || this == MEAN || this == MIN;
      case STATED -> this == LAST || this == ALL_MONTHS;
      case YEAR_TO_DATE -> this == DIFFERENCE || this == CUMULATIVE;
    };
  }
}
