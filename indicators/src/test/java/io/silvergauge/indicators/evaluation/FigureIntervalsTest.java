package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals that rest on other indicators, from the rule book to the figure. */
class FigureIntervalsTest {
  private static final String STUDENT =
      FourIndicators.SCHEME
              .replace("count: {of: one}", "per_head: {of: one, in: two, unit: 个/个}")
              .replaceFirst("unit: 个, by: 2023Q4", "unit: 个/个, by: 2023Q4")
              .replace("at_least: 90, unit: 个", "at_least: 90, unit: 个/个")
          + "robustness: {replications: 200, intervals: {first: {method: student, squares: third}}}\n";

  private static final String DOBSON =
      FourIndicators.SCHEME.replace("count: {of: one}", "amount: {of: one}")
          + "robustness: {replications: 200, intervals: {first: {method: dobson, per: 1000, strata: ["
          + "{events: second, population: third, standard: 7}]}}}\n";

  private static FigureInterval first(String scheme, String... values) {
    return new FourIndicators(scheme)
        .city("a", "prefecture", values)
        .evaluate("a")
        .indicators()
        .get(0)
        .interval();
  }

  private static BigDecimal rounded(BigDecimal number, int digits) {
    return number.setScale(digits, RoundingMode.HALF_EVEN);
  }

  /** Answers 3, 3, 7, 7: sum 20, squares 116, s² = (116 − 100) / 3; t(3) = 3.182446, √(16/3/4). */
  @Test
  void takesTheDeviationOfAMeanFromItsSumOfSquares() {
    FigureInterval found = first(STUDENT, "20", "4", "116", "1");
    assertThat(found.method()).isEqualTo("student");
    // 5 ∓ 3.182446 · 1.154701 = 5 ∓ 3.674772
    assertThat(rounded(found.low(), 5)).isEqualTo("1.32523");
    assertThat(rounded(found.high(), 5)).isEqualTo("8.67477");
  }

  @Test
  void saysWhyAMeanHasNoInterval() {
    assertThat(first(STUDENT, "5", "1", "25", "1").reason().en()).isEqualTo("too small a sample");
    assertThat(first(STUDENT, "20", "4", "-", "1").reason().en())
        .isEqualTo(
            "intervals: the interval of indicator 'first' of 'a' rests on indicator 'third', which"
                + " has no value");
    assertThat(first(STUDENT, "20", "4", "99", "1").reason().en())
        .contains("add up to 99, which is less than the square of their sum 20 over 4");
    assertThat(first(STUDENT, "20", "4.5", "116", "1").reason().en())
        .contains("'first' of 'a': its denominator is 4.5, but student needs a whole number");
  }

  /** One age group of 1,000 with 10 events: the exact limits of 10 by the table. */
  @Test
  void standardisesByAgeGroup() {
    FigureInterval found = first(DOBSON, "10", "10", "1000", "1");
    assertThat(found.method()).isEqualTo("dobson");
    assertThat(rounded(found.low(), 4)).isEqualTo("4.7954");
    assertThat(rounded(found.high(), 4)).isEqualTo("18.3904");
  }

  @Test
  void refusesAnIntervalOfAnotherFigure() {
    assertThat(first(DOBSON, "11", "10", "1000", "1").reason().en())
        .contains("is 11, but its age groups standardise to 10.0");
  }

  /** Drawn anew within its interval, and the ranks say so. */
  @Test
  void drawsValuesWithinThem() {
    FourIndicators cities =
        new FourIndicators(STUDENT)
            .city("a", "prefecture", "20", "4", "116", "1")
            .city("b", "prefecture", "24", "4", "160", "1")
            .city("c", "prefecture", "280", "4", "20000", "1");
    Outlook outlook = OutlookMaker.of(SchemeView.of(cities.scheme()), cities.ranked(), List.of());
    assertThat(outlook.reason()).isNull();
    assertThat(outlook.drawn()).containsExactly("values");
  }
}
