package io.silvergauge.indicators.evaluation;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a scheme says beside weights and rules: statuses, bonuses, caps, vetoes, thresholds, levels.
 * Care holds first (3) and second (1) and weighs 60, place holds third and weighs 40; posts are 0
 * and 100.
 */
class PolicyTest {
  private static final String CITY = "410100";
  private static final String STANDING = ResultKind.STANDING.code();
  private static final String FULFILMENT = ResultKind.FULFILMENT.code();

  private static RegionEvaluation city(String scheme, String... values) {
    return new FourIndicators(scheme).city(CITY, "prefecture", values).evaluate(CITY);
  }

  private static String with(String policy) {
    return changed(FourIndicators.SCHEME, "grades:", policy + "\ngrades:");
  }

  private static NodeScore node(RegionEvaluation city, String result, String node) {
    return city.score(result, node).orElseThrow();
  }

  private static void assertScore(RegionEvaluation city, String result, String node, String score) {
    assertThat(node(city, result, node).score()).as("%s", node).isEqualByComparingTo(score);
  }

  @Test
  void countsADoubtfulValueByWhatItsStatusIsWorth() {
    String scheme = with("statuses: {disputed: 50}");
    RegionEvaluation city = city(scheme, "80 disputed", "40", "30", "7");
    // first 80 × 50 % = 40, care (3 × 40 + 40) / 4 = 40, total 0.6 × 40 + 0.4 × 30 = 36
    assertScore(city, STANDING, "first", "40");
    assertScore(city, STANDING, "care", "40");
    assertScore(city, STANDING, "total", "36");
    // all alike: 80, care 70, total 54
    assertThat(node(city, STANDING, "first").beforeStatuses()).isEqualByComparingTo("80");
    assertThat(node(city, STANDING, "total").beforeStatuses()).isEqualByComparingTo("54");
    assertThat(node(city, STANDING, "place").beforeStatuses()).isNull();
    assertThat(node(city, STANDING, "first").remarks())
        .containsExactly(
            new Bilingual("数据状态“有争议”按 50% 计分", "value status 'disputed' counts 50 % of the score"));
  }

  @Test
  void sharesTheWeightOfATotalAmongStatuses() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "80 verified", "-", "30 evidenced", "7");
    // care: first 3 of 4; total: verified 0.6 × 0.75 = 0.45, evidenced 0.4; 0.15 has no score
    assertThat(node(city, STANDING, "total").statuses())
        .containsExactly(
            new NodeScore.StatusShare("verified", new BigDecimal("0.45")),
            new NodeScore.StatusShare("evidenced", new BigDecimal("0.4")));
    assertThat(node(city, STANDING, "care").statuses())
        .containsExactly(new NodeScore.StatusShare("verified", new BigDecimal("0.75")));
    assertThat(node(city, STANDING, "first").statuses()).isEmpty();
    assertThat(node(city, STANDING, "total").coverage()).isEqualByComparingTo("0.85");
  }

  @Test
  void takesPointsOffTheTotalForAFalsifiedValue() {
    String scheme = with("statuses: {falsified: {worth: 0, deduct: 5}}");
    RegionEvaluation city = city(scheme, "80 falsified", "40", "30", "7");
    // first 0, care 40 / 4 = 10, total 0.6 × 10 + 0.4 × 30 − 5 = 13
    assertScore(city, STANDING, "first", "0");
    assertScore(city, STANDING, "care", "10");
    assertScore(city, STANDING, "total", "13");
    assertThat(node(city, STANDING, "total").remarks())
        .containsExactly(
            new Bilingual(
                "指标“一”数据状态为“失实”，扣 5 分",
                "indicator 'First' has value status 'falsified': 5 points are taken off"));
    // what is left is never less than nothing: 0.6 × 0 + 0.4 × 0 − 5
    assertScore(city(scheme, "80 falsified", "0", "0", "7"), STANDING, "total", "0");
  }

  private static final String BONUS =
      changed(
          FourIndicators.SCHEME,
          """
            - id: fourth
              name: {zh: 四, en: Fourth}
              dimension: place
              count: {of: four}
              better: higher
              weight: 1
          """,
          """
            - id: fourth
              name: {zh: 四, en: Fourth}
              dimension: place
              count: {of: four}
              better: higher
              posts: {zero: 0, full: 10}
              adds: 20
          """);

  @Test
  void addsABonusOnTopAndHoldsTheGroupToItsCap() {
    // fourth 7 of 10 adds 14 to place: 30 + 14 = 44; total 0.6 × 70 + 0.4 × 44 = 59.6
    RegionEvaluation city = city(BONUS, "80", "40", "30", "7");
    assertScore(city, STANDING, "place", "44");
    assertScore(city, STANDING, "total", "59.6");
    assertThat(node(city, STANDING, "place").remarks())
        .containsExactly(new Bilingual("加分项“四”加 14 分", "bonus 'Fourth' adds 14 points"));
    assertThat(node(city, STANDING, "place").coverage()).isEqualByComparingTo("1");
    // 95 + 20 is held to 100
    RegionEvaluation full = city(BONUS, "100", "100", "95", "10");
    assertScore(full, STANDING, "place", "100");
    assertThat(node(full, STANDING, "place").remarks())
        .extracting(Bilingual::en)
        .containsExactly("bonus 'Fourth' adds 20 points", "held to its cap of 100 points");
  }

  @Test
  void passesFullMarksOnlyAsFarAsTheCapsOfGroupAndTotalSay() {
    String capped = changed(BONUS, "en: Place}, weight: 40}", "en: Place}, weight: 40, cap: 110}");
    capped = changed(capped, "publish_from: 50}", "publish_from: 50, cap: 103}");
    // place 95 + 20 = 115, held to 110; total 0.6 × 100 + 0.4 × 110 = 104, held to 103
    RegionEvaluation city = city(capped, "100", "100", "95", "10");
    assertScore(city, STANDING, "place", "110");
    assertScore(city, STANDING, "total", "103");
    // 0.6 × 100 + 0.4 × 105 = 102
    assertScore(city(capped, "100", "100", "85", "10"), STANDING, "total", "102");
  }

  @Test
  void losesNothingForABonusThatIsMissing() {
    RegionEvaluation city = city(BONUS, "80", "40", "30", "-");
    assertScore(city, STANDING, "place", "30");
    assertScore(city, STANDING, "total", "54");
    assertThat(node(city, STANDING, "total").coverage()).isEqualByComparingTo("1");
  }

  private static String veto(String when, String then) {
    return with(
        "vetoes:\n  - {id: v, name: {zh: 底线, en: Floor}, when: {%s}, then: {%s}}"
            .formatted(when, then));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a total of 54 in the standing
        "status: disputed | score_at_most: 0 | 80 falsified | 0",
        "status: disputed | score_at_most: 0 | 80 disputed | 0",
        "status: disputed | score_at_most: 0 | 80 reported | 54",
        "status: disputed, indicators: [second, third] | score_at_most: 0 | 80 falsified | 54",
        "indicators: [first], at_least: 80 | score_at_most: 20 | 80 | 20",
        "indicators: [first], at_most: 79 | score_at_most: 20 | 80 | 54",
        // care is 70 and held to 10: 0.6 × 10 + 0.4 × 30 = 18
        "indicators: [first], at_least: 80 | node: care, score_at_most: 10 | 80 | 18",
        // without first care is 40 of second; the veto holds it to 10
        "indicators: first, is: absent | node: care, score_at_most: 10 | - | 18",
        "indicators: first, is: absent | node: care, score_at_most: 10 | 80 | 54"
      })
  void holdsAScoreDownWhereOneFigureCallsAVeto(
      String when, String then, String first, String total) {
    RegionEvaluation city = city(veto(when, then), first, "40", "30", "7");
    assertScore(city, STANDING, "total", total);
  }

  @Test
  void holdsTheGradeDownWhereATargetIsUnmet() {
    String scheme = veto("indicators: [second], is: unmet", "grade_at_most: poor");
    // first 100, second 40 / 50 = 80, care 95, third reached: total 97, which alone is good
    RegionEvaluation city = city(scheme, "100", "40", "50", "7");
    assertScore(city, FULFILMENT, "total", "97");
    assertThat(node(city, FULFILMENT, "total").grade()).isEqualTo("poor");
    assertThat(node(city, FULFILMENT, "total").remarks())
        .extracting(Bilingual::en)
        .containsExactly("veto 'Floor' (indicator 'Second'): the grade is 'Poor' at most");
    assertThat(node(city(scheme, "100", "50", "50", "7"), FULFILMENT, "total").grade())
        .isEqualTo("good");
  }

  @Test
  void withholdsADimensionBelowItsOwnThreshold() {
    String scheme =
        changed(
            FourIndicators.SCHEME,
            "en: Care}, weight: 60}",
            "en: Care}, weight: 60, publish_from: 30}");
    NodeScore care = node(city(scheme, "-", "40", "30", "7"), STANDING, "care");
    assertThat(care.score()).isNull();
    assertThat(care.reason().en())
        .isEqualTo("coverage of 25 % is below the 30 % from which a score is published");
  }

  @Test
  void usesTheTargetAndTheYardstickOfTheCitysLevel() {
    String scheme =
        changed(
            FourIndicators.SCHEME,
            """
                target: {at_least: 50, unit: 个, by: 2023Q4}
                posts: {zero: 0, full: 100}
                weight: 3
            """,
            """
                targets:
                  - {at_least: 20, unit: 个, by: 2023Q4, levels: [county]}
                  - {within: [50, 60], unit: 个, by: 2023Q4, levels: [prefecture]}
                posts: {zero: 0, full: 100}
                by_level:
                  - {levels: [county], posts: {zero: 0, full: 40}, scoring: {rule: pass_fail}}
                weight: 3
            """);
    FourIndicators four =
        new FourIndicators(scheme)
            .city(CITY, "prefecture", "80", "40", "30", "7")
            .city("410122", "county", "10", "40", "30", "7")
            .city("410102", "district", "80", "40", "30", "7");
    // 80 above 50 to 60: 60 / 80 = 75
    assertScore(four.evaluate(CITY), FULFILMENT, "first", "75");
    assertScore(four.evaluate(CITY), STANDING, "first", "80");
    IndicatorResult.JudgementResult plan =
        four.evaluate(CITY).indicators().get(0).judgements().get(0);
    assertThat(plan)
        .isEqualTo(
            new IndicatorResult.JudgementResult(
                "plan",
                "unmet",
                "within",
                new BigDecimal("50"),
                new BigDecimal("60"),
                "2023Q4",
                new BigDecimal("20"),
                plan.path()));
    // 10 of 20 fails; 10 between 0 and 40
    assertScore(four.evaluate("410122"), FULFILMENT, "first", "0");
    assertScore(four.evaluate("410122"), STANDING, "first", "25");
    // no target is for districts
    assertThat(four.evaluate("410102").score(FULFILMENT, "first")).isEmpty();
  }

  /**
   * Of first, second and third, which have posts: two values are 66.7 %, one of them nought leaves
   * 50 %. The fulfilment is the city's own and stays.
   */
  @ParameterizedTest
  @CsvSource({
    "'present: 66', 40, 40, -, true",
    "'present: 67', 40, 40, -, false",
    "'present: 67', 40, 40, n/a, true", // of two that apply both are there
    "'non_zero: 50', 40, 0, -, true",
    "'present: 60, non_zero: 51', 40, 0, -, false",
  })
  void comparesNoCityOfTooFewValues(
      String asked, String first, String second, String third, boolean kept) {
    RegionEvaluation city =
        new FourIndicators(FourIndicators.SCHEME + "screening: {" + asked + "}\n")
            .city(CITY, "prefecture", first, second, third, "7")
            .evaluate(CITY);
    NodeScore total = city.score(STANDING, "total").orElseThrow();
    assertThat(total.score() != null).isEqualTo(kept);
    assertThat(city.score(FULFILMENT, "total").orElseThrow().score()).isNotNull();
    if (asked.equals("present: 67") && !kept) {
      assertThat(total.reason().en())
          .isEqualTo(
              "screened out: of 3 indicators 2 have a value (67 % are asked), and of those 2 are"
                  + " not nought (0 % are asked)");
    }
  }

  @Test
  void saysWhatItScreens() {
    SchemeView view =
        SchemeView.of(
            new FourIndicators(FourIndicators.SCHEME + "screening: {present: 62.5}\n").scheme());
    assertThat(view.policies().screening().en()).contains("at least 62.5 % have a value");
    assertThat(SchemeView.of(new FourIndicators().scheme()).policies().screening()).isNull();
  }

  @Test
  void scoresARangeFromEitherSide() {
    FourIndicators four = new FourIndicators().city(CITY, "prefecture", "40", "40", "30", "7");
    Plan plan =
        four.plan(
            """
            region: "410100"
            name: {zh: 方案, en: Plan}
            status: confirmed
            targets:
              - {indicator: first, within: [50, 60], unit: 个, by: 2023Q4}
              - {indicator: second, within: [40, 40], unit: 个, by: 2023Q4}
              - {indicator: third, within: [10, 15], unit: 个, by: 2023Q4}
            """);
    RegionEvaluation city = four.evaluate(plan);
    // 40 / 50; reached; pass or fail, and 30 lies above 15 by 15
    assertScore(city, FULFILMENT, "first", "80");
    assertScore(city, FULFILMENT, "second", "100");
    assertScore(city, FULFILMENT, "third", "0");
    assertThat(city.indicators().get(2).judgements().get(0).shortfall()).isEqualByComparingTo("15");
  }

  @Test
  void countsAPlansOwnIndicatorsAndWeightsForTheFulfilmentOnly() {
    FourIndicators four =
        new FourIndicators(with("plan_limits: {weights: 100, add: 1}"))
            .city(CITY, "prefecture", "25", "50", "50", "7");
    RegionEvaluation city =
        four.evaluate(
            four.plan(
                """
                region: "410100"
                name: {zh: 方案, en: Plan}
                status: confirmed
                indicators: {without: [third]}
                weights: {first: 1}
                add:
                  - id: own
                    name: {zh: 自选, en: Own}
                    dimension: care
                    count: {of: four}
                    better: higher
                    target: {at_least: 10, unit: 个, by: 2023Q4}
                    weight: 2
                """));
    // first 25 / 50 = 50, second 100, own 7 / 10 = 70: care (50 + 100 + 2 × 70) / 4 = 72.5
    assertScore(city, FULFILMENT, "own", "70");
    assertScore(city, FULFILMENT, "care", "72.5");
    assertScore(city, FULFILMENT, "total", "72.5");
    // the standing keeps the scheme's weights: (3 × 25 + 50) / 4 = 31.25
    assertScore(city, STANDING, "care", "31.25");
    assertThat(city.score(STANDING, "own")).isEmpty();
    assertThat(city.plan().indicators())
        .extracting(SchemeView.IndicatorView::id)
        .containsExactly("own");
    assertThat(city.plan().weights())
        .containsExactly(new RegionEvaluation.OwnWeight("first", BigDecimal.ONE));
    SchemeView seen = SchemeView.of(four.scheme()).with(city.plan());
    assertThat(seen.indicator("first").orElseThrow().weight()).isEqualByComparingTo("1");
    assertThat(seen.indicator("own").orElseThrow().name().en()).isEqualTo("Own");
  }
}
