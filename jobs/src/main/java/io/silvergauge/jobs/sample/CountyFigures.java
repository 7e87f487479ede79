package io.silvergauge.jobs.sample;

import java.math.BigDecimal;

/**
 * The synthetic figures of one unit at one month. A city's shares rise towards an end in December
 * 2023 that lies between a low and a high mark, by its general quality and by chance for each
 * statistic; its units scatter around the city's share.
 */
final class CountyFigures {
  private static final int MONTHS_TO_THE_END = 24;
  private static final double WEIGHT_OF_QUALITY = 0.55;
  private static final double SCATTER = 0.08;
  private static final double JITTER = 0.006;

  private final Draws draws;
  private final Province.Reporter reporter;
  private final int months;

  /**
   * @param months months since December 2021
   */
  CountyFigures(Draws draws, Province.Reporter reporter, int months) {
    this.draws = draws;
    this.reporter = reporter;
    this.months = months;
  }

  CountyUnit unit() {
    return reporter.unit();
  }

  int months() {
    return months;
  }

  /** How good a city is at something, from 0 to 1. */
  static double quality(Draws draws, String city, String statistic) {
    return WEIGHT_OF_QUALITY * draws.uniform(city, "quality")
        + (1 - WEIGHT_OF_QUALITY) * draws.uniform(city, statistic);
  }

  /** A quantity in proportion to a base, growing by a share of itself each year. */
  double amount(String statistic, double base, double low, double high, double yearlyGrowth) {
    double ratio = draws.between(low, high, unit().code(), statistic);
    return base * ratio * (1 + yearlyGrowth * months / 12);
  }

  long count(String statistic, double base, double low, double high, double yearlyGrowth) {
    return Math.round(amount(statistic, base, low, high, yearlyGrowth));
  }

  /** The share of a whole that is reached; 1 once the city has reached all of it. */
  double share(String statistic, double low, double high) {
    double cityShare = cityShare(statistic, low, high);
    if (cityShare >= 1) {
      return 1;
    }
    double scatter = SCATTER * high * (draws.uniform(unit().code(), statistic, "scatter") - 0.5);
    double jitter =
        JITTER * (draws.uniform(unit().code(), statistic, Integer.toString(months)) - 0.5);
    return Math.min(1, Math.max(0, cityShare + scatter + jitter));
  }

  long part(String statistic, long whole, double low, double high) {
    return Math.round(whole * share(statistic, low, high));
  }

  /** Whether this unit is among those of its city that have something at all. */
  boolean reached(String statistic, double low, double high) {
    return draws.uniform(unit().code(), statistic, "reached") < cityShare(statistic, low, high);
  }

  private double cityShare(String statistic, double low, double high) {
    double end = low + (high - low) * quality(draws, reporter.city(), statistic);
    double rise = (high - low) * draws.between(0.2, 0.6, reporter.city(), statistic, "rise");
    return end - rise * (MONTHS_TO_THE_END - months) / MONTHS_TO_THE_END;
  }

  /** An amount as printed, with two decimals. */
  static String twoDecimals(double amount) {
    return BigDecimal.valueOf(Math.round(amount * 100), 2).toPlainString();
  }
}
