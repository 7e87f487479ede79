package io.silvergauge.jobs.star;

import io.silvergauge.indicators.statistic.Period;

/** Periods in the time formats of SDMX 3.1 (section 6, "Time and time format"). */
final class SdmxPeriod {
  private static final int QUARTER = 3;
  private static final int HALF = 6;
  private static final int YEAR = 12;

  private SdmxPeriod() {}

  /**
   * A period as SDMX writes it: {@code 2023-10}, {@code 2023-Q4}, {@code 2023-S1}, {@code 2023},
   * else first day and duration, {@code 2023-01-01/P9M}.
   */
  static String of(Period period) {
    String shortest = period.toString();
    if (shortest.contains("/")) {
      return period.firstDay() + "/P" + period.months() + "M";
    }
    return switch (period.months()) {
      case QUARTER -> shortest.replace("Q", "-Q");
      case HALF -> shortest.replace("H", "-S");
      default -> shortest;
    };
  }

  /** Its code in CL_FREQ; {@code _O} (other) for a run of months that has none. */
  static String frequency(Period period) {
    if (period.toString().contains("/")) {
      return "_O";
    }
    return switch (period.months()) {
      case 1 -> "M";
      case QUARTER -> "Q";
      case HALF -> "S";
      case YEAR -> "A";
      default -> "_O";
    };
  }
}
