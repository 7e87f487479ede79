package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the model says of an indicator over time. */
class IndicatorTrendTest {
  /** {@code first} is counted in a sample, the others in full. */
  private static final String SAMPLED =
      FourIndicators.SCHEME + "robustness: {weights: 25, intervals: {first: byar}}\n";

  private static FourIndicators city(String scheme, Period period, String first, String second) {
    return new FourIndicators(scheme, period).city("a", "prefecture", first, second, "10", "-");
  }

  private static List<IndicatorResult> told(String scheme, String[] was, String[] is) {
    FourIndicators now = city(scheme, FourIndicators.PERIOD, is[0], is[1]);
    Plan plan = now.scheme().planOf("a", "prefecture");
    RegionEvaluation before = city(scheme, Period.parse("2023Q3"), was[0], was[1]).evaluate(plan);
    return History.attached(
            SchemeView.of(now.scheme()), List.of(now.evaluate(plan)), List.of(List.of(before)))
        .get(0)
        .indicators();
  }

  private static String[] values(String... values) {
    return values;
  }

  @Test
  void testsASampledFigureByTheIntervalOfTheDifference() {
    // Byar: 20 → 12.21 to 30.89, 60 → 45.78 to 77.23; √(14.22² + 10.89²) = 17.9 below 40
    IndicatorTrend.Change change =
        told(SAMPLED, values("20", "40"), values("60", "40")).get(0).trend().change();
    assertThat(change.test()).isEqualTo("interval");
    assertThat(change.difference()).isEqualByComparingTo("40");
    assertThat(change.low().doubleValue()).isBetween(22.0, 22.2);
    assertThat(change.verdict()).isEqualTo("better");
    assertThat(
            told(SAMPLED, values("20", "40"), values("24", "40")).get(0).trend().change().verdict())
        .isEqualTo("unclear");
  }

  @Test
  void takesTheChangeOfAFullCountAsItIs() {
    IndicatorTrend.Change change =
        told(SAMPLED, values("20", "40"), values("20", "41")).get(1).trend().change();
    assertThat(change.test()).isEqualTo("none");
    assertThat(change.verdict()).isEqualTo("better");
    assertThat(change.reason().en()).isEqualTo("a full count needs no test");
    assertThat(
            told(SAMPLED, values("20", "40"), values("20", "40")).get(1).trend().change().verdict())
        .isEqualTo("same");
  }

  /** No interval of one of the two must not read as "no change". */
  @Test
  void keepsAStrongTrendWhereAnIntervalIsMissing() {
    // 20.5 events are no count: Byar's interval cannot be had
    IndicatorTrend.Change change =
        told(SAMPLED, values("20.5", "40"), values("60", "40")).get(0).trend().change();
    assertThat(change.test()).isEqualTo("none");
    assertThat(change.verdict()).isEqualTo("better");
    assertThat(change.reason().en()).isEqualTo("one of the two has no interval to test by");
  }

  @Test
  void carriesTheIntervalIntoTheStanding() {
    RegionEvaluation city = city(SAMPLED, FourIndicators.PERIOD, "20", "40").evaluate("a");
    assertThat(city.indicators().get(0).interval().method()).isEqualTo("byar");
    assertThat(city.indicators().get(1).interval().method()).isEqualTo("census");
    assertThat(city.indicators().get(1).interval().low()).isNull();
    // posts 0 and 100: the score's ends are the value's
    NodeScore.Ends ends = city.score("standing", "first").orElseThrow().interval();
    assertThat(ends.low()).isEqualByComparingTo(city.indicators().get(0).interval().low());
    assertThat(ends.high()).isEqualByComparingTo(city.indicators().get(0).interval().high());
    assertThat(city.score("standing", "second").orElseThrow().interval()).isNull();
    // care: 3 · 20 + 1 · 40 over 4 = 25, of which the first's 12.21 to 30.89 moves three quarters
    NodeScore care = city.score("standing", "care").orElseThrow();
    assertThat(care.interval().low().doubleValue())
        .isCloseTo(25 - 0.75 * (20 - ends.low().doubleValue()), within(1e-9));
    assertThat(care.interval().high().doubleValue())
        .isCloseTo(25 + 0.75 * (ends.high().doubleValue() - 20), within(1e-9));
    assertThat(care.remarks())
        .singleElement()
        .asString()
        .contains("its 95 % interval goes from 19.16 to 33.17");
    assertThat(city.score("standing", "place").orElseThrow().interval()).isNull();
    // total: 60 of 100 parts of care
    NodeScore total = city.score("standing", "total").orElseThrow();
    assertThat(total.score().subtract(total.interval().low()).doubleValue())
        .isCloseTo(0.6 * (25 - care.interval().low().doubleValue()), within(1e-9));
  }

  /** A range from 30 to 40 is asked at the end, and 20 to 50 half a year before. */
  @Test
  void goesByOneSideOfARangeAllTheWay() {
    String ranged =
        SAMPLED.replaceFirst(
            "target: \\{at_least: 50, unit: 个, by: 2023Q4}",
            "target: {within: [30, 40], unit: 个, by: 2024Q2, milestones: [{by: 2023Q4, within: [20,"
                + " 50]}]}");
    assertThat(ranged).contains("within: [20, 50]");
    // 45 lies above the target's range and inside what is asked by now: by upper bounds, 50 is
    // allowed now, and 5 less in six months are 2.5 a quarter
    IndicatorTrend.Way much =
        told(ranged, values("44", "1"), values("45", "1")).get(0).trend().way();
    assertThat(much.state()).isEqualTo("on_track");
    assertThat(much.expected()).isEqualByComparingTo("50");
    assertThat(much.needed()).isEqualByComparingTo("-2.5");
    // 25 lies below the target's range and inside what is asked by now: by lower bounds
    IndicatorTrend.Way little =
        told(ranged, values("24", "1"), values("25", "1")).get(0).trend().way();
    assertThat(little.state()).isEqualTo("on_track");
    assertThat(little.expected()).isEqualByComparingTo("20");
    assertThat(little.needed()).isEqualByComparingTo("2.5");
  }

  @Test
  void leavesWhatIsNoWeightedMeanWithoutAnInterval() {
    String geometric =
        SAMPLED.replace("en: Care}, weight: 60}", "en: Care}, weight: 60, aggregate: geometric}");
    assertThat(geometric).contains("geometric");
    RegionEvaluation city = city(geometric, FourIndicators.PERIOD, "20", "40").evaluate("a");
    assertThat(city.score("standing", "first").orElseThrow().interval()).isNotNull();
    assertThat(city.score("standing", "care").orElseThrow().interval()).isNull();
  }

  @Test
  void standsOnTheWayToThePlansTarget() {
    // third: 50 due 2024Q4; 10 in 2023Q3 and 2023Q4: 3 of 15 months on, 18 are expected;
    // 40 in 12 months are 10 a quarter
    IndicatorTrend.Way way = told(SAMPLED, values("1", "1"), values("1", "1")).get(2).trend().way();
    assertThat(way.state()).isEqualTo("behind");
    assertThat(way.by()).isEqualTo("2024Q4");
    assertThat(way.expected()).isEqualByComparingTo("18");
    assertThat(way.behind()).isEqualByComparingTo("8");
    assertThat(way.needed()).isEqualByComparingTo("10");
    assertThat(way.pace()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(way.arrival()).isNull();
    assertThat(way.arrivalReason().en()).isEqualTo("the values do not move towards the target");
  }

  @Test
  void namesTheMonthInWhichTheTargetIsReached() {
    // first: 50 due now; 20 then 41 rise by 7 a month: 9 more take 2 months
    IndicatorTrend.Way way =
        told(SAMPLED, values("20", "1"), values("41", "1")).get(0).trend().way();
    assertThat(way.arrival()).isEqualTo("2024-02");
    assertThat(way.earliest()).isNull();
    assertThat(way.arrivalReason().en()).isEqualTo("two values alone have no interval");
  }

  @Test
  void isDescribedByTheSchema() {
    FourIndicators now = city(SAMPLED, FourIndicators.PERIOD, "20", "40");
    RegionEvaluation before = city(SAMPLED, Period.parse("2023Q3"), "10", "50").evaluate("a");
    RegionEvaluation city =
        History.attached(
                SchemeView.of(now.scheme()), List.of(now.evaluate("a")), List.of(List.of(before)))
            .get(0);
    assertThat(
            SchemaFiles.errors("region-evaluation", SchemaFiles.json(EvaluationJson.write(city))))
        .isEmpty();
  }
}
