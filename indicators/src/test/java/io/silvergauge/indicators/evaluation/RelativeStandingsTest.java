package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yardsticks that follow the cities' values, outliers drawn in and gaps filled, in the standing.
 */
class RelativeStandingsTest {
  private static final String POSTS = "posts: {zero: 0, full: 100}\n    weight: 3";

  /** The indicator {@code first} with other fields in place of its posts. */
  private static String scheme(String fields) {
    assertThat(FourIndicators.SCHEME).contains(POSTS);
    return FourIndicators.SCHEME.replace(POSTS, fields + "\n    weight: 3");
  }

  private static List<RegionEvaluation> of(String scheme, FourIndicators... periods) {
    List<RegionEvaluation> all = new ArrayList<>();
    for (FourIndicators one : periods) {
      all.addAll(one.evaluated());
    }
    return RelativeStandings.of(new FourIndicators(scheme).scheme(), all);
  }

  private static NodeScore first(RegionEvaluation city) {
    return city.score("standing", "first").orElseThrow();
  }

  private static NodeScore first(List<RegionEvaluation> cities, String period, String code) {
    return cities.stream()
        .filter(one -> one.period().equals(period) && one.region().code().equals(code))
        .map(RelativeStandingsTest::first)
        .findFirst()
        .orElseThrow();
  }

  private static FourIndicators values(String scheme, String... firsts) {
    FourIndicators cities = new FourIndicators(scheme);
    for (int i = 0; i < firsts.length; i++) {
      cities.city("c" + (i + 1), "prefecture", firsts[i], "50", "50", "0");
    }
    return cities;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Of 10, 30, 20, 20 the third city's 20, higher is better, on the scale to 100
        "{method: min_max} | 50",
        "{method: min_max, from: 1, to: 100} | 50.5",
        // Mean 20, squares 200 over 3: s = 8.1649658; 20 is the mean
        "{method: z_score} | 50",
        // One value is worse: place 2 of 4, (2 − 1) of (4 − 1), one of three
        "{method: rank} | 50",
        "{method: percentile_rank} | 33.3333333333",
        "{method: borda} | 33.3333333333",
        "{method: distance_to_best} | 50",
        // On the way from 10 to the 20 of c4 nothing is missing
        "{method: distance_to_region, region: c4} | 100",
        // From 10 to 18 and on: 10 / 8, held at the target or not
        "{method: distance_to_target, target: 18} | 100",
        "{method: distance_to_target, target: 18, capped: false} | 125",
        "{method: distance_to_target, target: 60} | 20",
        "{method: fraction_of_best} | 66.6666666667",
        // (ln 20 − ln 10) / (ln 30 − ln 10) = 0.6931471806 / 1.0986122887
        "{method: min_max, transform: ln} | 63.0929753571",
        // (√20 − √10) / (√30 − √10) = 1.3098582948 / 2.3149479148
        "{method: min_max, transform: sqrt} | 56.5826249",
        // λ = −1: (1/10 − 1/20) / (1/10 − 1/30) = 0.05 / 0.0666667
        "{method: min_max, transform: box_cox, lambda: -1} | 75"
      })
  void eachMethodGivesTheScoreWorkedOutByHand(String relative, double score) {
    String scheme = scheme("relative: " + relative);
    List<RegionEvaluation> cities = of(scheme, values(scheme, "10", "30", "20", "20"));
    assertThat(first(cities.get(2)).score().doubleValue()).isCloseTo(score, within(1e-7));
    assertThat(first(cities.get(2)).rule().en())
        .startsWith("20, higher is better; " + relative.replaceAll("\\{method: (\\w+).*", "$1"))
        .contains("over 4 values of 2023Q4");
  }

  @Test
  void lowerIsBetterTurnsTheYardstickOnce() {
    String scheme =
        scheme("relative: {method: min_max}")
            .replaceFirst("better: higher", "better: lower")
            .replaceFirst("at_least: 50", "at_most: 50");
    List<RegionEvaluation> cities = of(scheme, values(scheme, "10", "30", "25"));
    assertThat(cities)
        .extracting(city -> first(city).score().doubleValue())
        .containsExactly(100.0, 0.0, 25.0);
  }

  @Test
  void aConstantIndicatorHasTheDeclaredOutcomeAndIsNotTakenForMissing() {
    String absent = scheme("relative: {method: min_max}");
    NodeScore none = first(of(absent, values(absent, "7", "7", "7")).get(0));
    assertThat(none.score()).isNull();
    assertThat(none.reason().en()).contains("all values are the same").contains("over 3 values");
    String middle = scheme("relative: {method: min_max, constant: middle}");
    assertThat(first(of(middle, values(middle, "7", "7", "7")).get(0)).score())
        .isEqualByComparingTo("50");
  }

  @Test
  void anOutlierIsDrawnInAndRecorded() {
    String scheme = scheme("relative: {method: min_max}\n    treatment: {most_points: 5}");
    List<RegionEvaluation> cities =
        of(scheme, values(scheme, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "100"));
    NodeScore far = first(cities, "2023Q4", "c11");
    assertThat(far.treated()).isEqualByComparingTo("10");
    assertThat(far.score()).isEqualByComparingTo("100");
    assertThat(far.rule().en()).contains("the outlier 100 drawn in to 10");
    assertThat(first(cities, "2023Q4", "c10").treated()).isNull();
    assertThat(first(cities, "2023Q4", "c10").score()).isEqualByComparingTo("100");
    // By hand: (4 − 1) / (10 − 1)
    assertThat(first(cities, "2023Q4", "c4").score()).isEqualByComparingTo("33.3333333333");
  }

  @Test
  void anImputedValueCountsInTheStandingCoversNothingAndLeavesTheFigureAbsent() {
    String scheme = scheme("posts: {zero: 0, full: 100}\n    impute: {method: group_median}");
    List<RegionEvaluation> cities = of(scheme, values(scheme, "10", "-", "40", "30"));
    RegionEvaluation city = cities.get(1);
    NodeScore filled = first(city);
    assertThat(filled.score()).isEqualByComparingTo("30");
    assertThat(filled.imputed().value()).isEqualByComparingTo("30");
    assertThat(filled.imputed().method()).isEqualTo("group_median");
    assertThat(filled.imputed().from().en())
        .isEqualTo("the median of the 3 cities of its group that have one");
    assertThat(filled.remarks()).singleElement().asString().contains("imputed, not reported");
    assertThat(filled.coverage()).isZero();
    // care: 3 · 30 + 1 · 50 over 4 = 35, of whose weight a quarter is reported
    NodeScore care = city.score("standing", "care").orElseThrow();
    assertThat(care.score()).isEqualByComparingTo("35");
    assertThat(care.coverage()).isEqualByComparingTo("0.25");
    assertThat(city.indicators().get(0).amount()).isNull();
    assertThat(city.indicators().get(0).reason()).isEqualTo("input_missing");
    assertThat(city.score("fulfilment", "first").orElseThrow().score()).isNull();
    assertThat(first(cities.get(0)).imputed()).isNull();
    assertThat(
            SchemaFiles.errors("region-evaluation", SchemaFiles.json(EvaluationJson.write(city))))
        .isEmpty();
  }

  @Test
  void anEarlierValueHasItsAgeAndALineLeadsToALaterOne() {
    String last =
        scheme("posts: {zero: 0, full: 100}\n    impute: {method: last_earlier, max_age: 2}");
    List<RegionEvaluation> cities = of(last, quarters(last, "20", "-", "-", "-"));
    assertThat(first(cities, "2023Q3", "a").imputed().age()).isEqualTo(2);
    assertThat(first(cities, "2023Q3", "a").score()).isEqualByComparingTo("20");
    assertThat(first(cities, "2023Q3", "a").imputed().from().en())
        .isEqualTo("its last earlier value, of 2023Q1, 2 periods before");
    assertThat(first(cities, "2023Q4", "a").score()).as("older than allowed").isNull();
    String linear = scheme("posts: {zero: 0, full: 100}\n    impute: {method: linear}");
    List<RegionEvaluation> lined = of(linear, quarters(linear, "20", "-", "-", "26"));
    // By hand: 20 + 6 · 2/3
    assertThat(first(lined, "2023Q3", "a").score()).isEqualByComparingTo("24");
    assertThat(first(lined, "2023Q3", "a").imputed().from().en())
        .isEqualTo("on the straight line between its values of 2023Q1 and 2023Q4");
  }

  private static FourIndicators[] quarters(String scheme, String... values) {
    FourIndicators[] quarters = new FourIndicators[values.length];
    for (int i = 0; i < values.length; i++) {
      quarters[i] =
          new FourIndicators(scheme, Period.parse("2023Q" + (i + 1)))
              .city("a", "prefecture", values[i], "50", "50", "0")
              .city("b", "prefecture", "90", "50", "50", "0");
    }
    return quarters;
  }

  @Test
  void whatIsContradictedIsNotFilledIn() {
    String scheme = scheme("posts: {zero: 0, full: 100}\n    impute: {method: group_mean}");
    RegionEvaluation city = of(scheme, values(scheme, "10", "n/a", "40")).get(1);
    assertThat(city.score("standing", "first")).as("does not apply to it").isEmpty();
  }

  @Test
  void aZeroDenominatorLeavesTheOthersScoresAlone() {
    String scheme =
        scheme("relative: {method: min_max}\n    impute: {method: group_mean}")
            .replace("count: {of: one}", "share: {of: one, in: two}")
            .replaceFirst("at_least: 50, unit: 个", "at_least: 50, unit: \"%\"")
            .replace("first, at_least: 90, unit: 个", "first, at_least: 90, unit: \"%\"");
    FourIndicators cities =
        new FourIndicators(scheme)
            .city("a", "prefecture", "10", "20", "1", "0") // 50 %
            .city("b", "prefecture", "5", "0", "1", "0")
            .city("c", "prefecture", "30", "40", "1", "0") // 75 %
            .city("d", "prefecture", "24", "40", "1", "0"); // 60 %
    List<RegionEvaluation> scored = of(scheme, cities);
    assertThat(first(scored.get(0)).score()).isZero();
    assertThat(first(scored.get(1)).score()).isNull();
    assertThat(first(scored.get(1)).imputed()).as("nothing is missing there").isNull();
    assertThat(first(scored.get(1)).reason().en()).startsWith("zero denominator");
    assertThat(first(scored.get(2)).score()).isEqualByComparingTo("100");
    assertThat(first(scored.get(3)).score()).isEqualByComparingTo("40");
  }

  @Test
  void aYardstickOfAllPeriodsIsTheSameInEach() {
    String scheme = scheme("relative: {method: min_max, over: all_periods}");
    List<RegionEvaluation> cities = of(scheme, quarters(scheme, "10", "50"));
    // Of 10, 90, 50, 90: 0 and 100, then 50 and 100
    assertThat(first(cities, "2023Q1", "a").score()).isEqualByComparingTo("0");
    assertThat(first(cities, "2023Q2", "a").score()).isEqualByComparingTo("50");
    assertThat(first(cities, "2023Q2", "a").rule().en())
        .contains("min_max over 4 values of 2023Q1 to 2023Q2");
  }

  @Test
  void yardsticksAreTakenFromWhatWasReportedNotFromWhatWasFilledIn() {
    String scheme = scheme("relative: {method: percentile_rank}\n    impute: {method: group_mean}");
    List<RegionEvaluation> cities = of(scheme, values(scheme, "10", "-", "40"));
    // The mean, 25, beats one of two: 1 / (2 − 1); were it counted, it would be 1 / (3 − 1)
    assertThat(first(cities.get(1)).score()).isEqualByComparingTo("100");
    assertThat(first(cities.get(2)).score()).isEqualByComparingTo("100");
    assertThat(first(cities.get(0)).score()).isZero();
  }

  @Test
  void aCityAloneSaysThatItIsScoredBesideOthersAndSchemesWithoutStepsAreLeftAlone() {
    String scheme = scheme("relative: {method: min_max}");
    assertThat(first(values(scheme, "10", "20").evaluated().get(0)).reason().en())
        .isEqualTo("scored beside all cities, not alone");
    List<RegionEvaluation> plain = values(FourIndicators.SCHEME, "10", "20").evaluated();
    assertThat(RelativeStandings.of(new FourIndicators().scheme(), plain)).isSameAs(plain);
  }

  private static Robustness robustness(String imputation) {
    return new Robustness(
        1,
        200,
        BigDecimal.valueOf(90),
        null,
        Map.of(),
        List.of(),
        List.of(),
        List.of(imputation),
        false,
        BigDecimal.valueOf(95),
        Map.of(),
        Map.of());
  }

  private static List<RegionEvaluation> ranked(String scheme, FourIndicators cities) {
    return Comparison.ranked(cities.scheme(), of(scheme, cities));
  }

  @Test
  void aSimulationMayFillGapsOtherwise() {
    String scheme = scheme("posts: {zero: 0, full: 100}\n    impute: {method: group_median}");
    FourIndicators cities = values(scheme, "0", "-", "10", "90", "100", "20", "30");
    List<RegionEvaluation> ranked = ranked(scheme, cities);
    // Median of 0, 10, 20, 30, 90, 100 is 25, the mean 41.67: fourth, then third
    RankTest test = new RankTest(SchemeView.of(cities.scheme()), robustness("group_mean"), ranked);
    assertThat(first(ranked.get(1)).score()).isEqualByComparingTo("25");
    assertThat(test.run(1).published(1).orElseThrow()).isEqualTo(4);
    Map<Integer, Integer> seen = new TreeMap<>();
    test.oneAtATime().forEach(one -> seen.merge(one.ranks().get(1).orElseThrow(), 1, Integer::sum));
    assertThat(seen.keySet()).contains(3);
  }

  @Test
  void ranksOnARelativeYardstickComeOutOfWhatIsPublished() {
    String scheme =
        scheme(
            "relative: {method: min_max, transform: box_cox}\n    treatment: {most_points: 5}\n"
                + "    impute: {method: group_mean}");
    FourIndicators cities =
        values(scheme, "1", "-", "3", "4", "5", "6", "7", "8", "9", "10", "100");
    List<RegionEvaluation> ranked = ranked(scheme, cities);
    RankTest test =
        new RankTest(SchemeView.of(cities.scheme()), robustness("group_median"), ranked);
    assertThat(test.isByValues()).isTrue();
    assertThat(test.cities()).hasSize(11);
    assertThat(
            SchemaFiles.errors(
                "evaluation", SchemaFiles.json(EvaluationJson.write(cities.evaluation()))))
        .isEmpty();
  }

  @Test
  void partsAreNotMergedWhereScoresFollowTheOthers() {
    String scheme = scheme("relative: {method: min_max}");
    Evaluation one = values(scheme, "10", "20").evaluation();
    List<RegionEvaluation> cities = values(scheme, "10", "20").ranked();
    assertThatThrownBy(
            () ->
                Merge.of(
                    List.of(
                        new Merge.Part("a", one, cities.subList(0, 1)),
                        new Merge.Part("b", one, cities.subList(1, 2)))))
        .hasMessageContaining("evaluate all cities together");
  }
}
