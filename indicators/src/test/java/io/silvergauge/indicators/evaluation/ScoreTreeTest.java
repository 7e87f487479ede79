package io.silvergauge.indicators.evaluation;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One city's scores, from indicators to the total. */
class ScoreTreeTest {
  private static final String CITY = "410100";
  private static final String FULFILMENT = ResultKind.FULFILMENT.code();
  private static final String STANDING = ResultKind.STANDING.code();

  private static NodeScore node(RegionEvaluation city, String result, String node) {
    return city.score(result, node).orElseThrow();
  }

  private static void assertScore(
      RegionEvaluation city, String result, String node, String score, String coverage) {
    NodeScore found = node(city, result, node);
    assertThat(found.score()).as("%s %s", result, node).isEqualByComparingTo(score);
    assertThat(found.coverage()).as("coverage of %s", node).isEqualByComparingTo(coverage);
    assertThat(found.reason()).isNull();
  }

  private static void assertWithheld(
      RegionEvaluation city, String result, String node, String coverage, String why) {
    NodeScore found = node(city, result, node);
    assertThat(found.score()).as("%s %s", result, node).isNull();
    assertThat(found.grade()).isNull();
    assertThat(found.coverage()).as("coverage of %s", node).isEqualByComparingTo(coverage);
    assertThat(found.reason().en()).isEqualTo(why);
  }

  private static RegionEvaluation city(String scheme, String... values) {
    return new FourIndicators(scheme).city(CITY, "prefecture", values).evaluate(CITY);
  }

  @Test
  void weighsIndicatorsWithinDimensionsAndDimensionsWithinTheTotal() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "80", "40", "30", "7");
    // standing: care (3 × 80 + 40) / 4 = 70, place 30, total 0.6 × 70 + 0.4 × 30 = 54
    assertScore(city, STANDING, "first", "80", "1");
    assertScore(city, STANDING, "care", "70", "1");
    assertScore(city, STANDING, "place", "30", "1");
    assertScore(city, STANDING, "total", "54", "1");
    // fulfilment of 50: first 100, second 40/50 = 80, care (300 + 80) / 4 = 95; third fails, so 0
    assertScore(city, FULFILMENT, "second", "80", "1");
    assertScore(city, FULFILMENT, "care", "95", "1");
    assertScore(city, FULFILMENT, "place", "0", "1");
    assertScore(city, FULFILMENT, "total", "57", "1");
  }

  @Test
  void keepsTheVeryDoubleWithWhichAnIndicatorEntersItsGroup() {
    // 70.3 between posts of 0 and 100: 70.3 has no exact double, nor has the quotient
    RegionEvaluation city = city(FourIndicators.SCHEME, "70.3", "40", "30", "7");
    BigDecimal unrounded = node(city, STANDING, "first").unrounded();
    assertThat(unrounded.doubleValue()).isEqualTo(70.3 / 100);
    assertThat(unrounded.precision()).isLessThanOrEqualTo(17);
    assertThat(node(city, STANDING, "care").unrounded()).isNull();
  }

  @Test
  void listsIndicatorsThenDimensionsAndLastTheTotal() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "80", "40", "30", "7");
    assertThat(city.scores())
        .extracting(score -> score.result() + " " + score.level() + " " + score.node())
        .containsExactly(
            "fulfilment indicator first",
            "fulfilment indicator second",
            "fulfilment indicator third",
            "fulfilment dimension care",
            "fulfilment dimension place",
            "fulfilment total total",
            "standing indicator first",
            "standing indicator second",
            "standing indicator third",
            "standing dimension care",
            "standing dimension place",
            "standing total total");
  }

  @Test
  void gradesTheTotalOfTheFulfilmentOnly() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "100", "40", "50", "7");
    // care (3 × 100 + 80) / 4 = 95, place 100, total 97
    assertThat(node(city, FULFILMENT, "total").score()).isEqualByComparingTo("97");
    assertThat(node(city, FULFILMENT, "total").grade()).isEqualTo("good");
    assertThat(node(city, FULFILMENT, "care").grade()).isNull();
    assertThat(node(city, STANDING, "total").grade()).isNull();
  }

  @Test
  void gradesTheStandingWhereTheSchemeHasNoPlans() {
    String standing =
        changed(FourIndicators.SCHEME, "dimensions:", "results: [standing]\ndimensions:");
    // care 100, place 50: 0.6 × 100 + 0.4 × 50 = 80, the lower edge of good
    RegionEvaluation city = city(standing, "100", "100", "50", "7");
    assertThat(node(city, STANDING, "total").score()).isEqualByComparingTo("80");
    assertThat(node(city, STANDING, "total").grade()).isEqualTo("good");
  }

  @Test
  void sharesTheWeightOfWhatIsMissingAmongTheRest() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "-", "40", "30", "7");
    assertWithheld(city, STANDING, "first", "0", "no usable value: One");
    // care has only second: 40; a quarter of its weight is there
    assertScore(city, STANDING, "care", "40", "0.25");
    // total 0.6 × 40 + 0.4 × 30 = 36; coverage 0.6 × 0.25 + 0.4 = 0.55
    assertScore(city, STANDING, "total", "36", "0.55");
  }

  @Test
  void countsWhatIsMissingAsNoughtWhereTheSchemeSaysSo() {
    String zero = changed(FourIndicators.SCHEME, "missing: reweight", "missing: zero");
    RegionEvaluation city = city(zero, "-", "40", "30", "7");
    // care (3 × 0 + 40) / 4 = 10; total 0.6 × 10 + 0.4 × 30 = 18
    assertScore(city, STANDING, "care", "10", "0.25");
    assertScore(city, STANDING, "total", "18", "0.55");
    assertThat(node(city, STANDING, "first").score()).isNull();
  }

  @Test
  void withholdsADimensionWhereTheSchemeSaysSo() {
    String withhold = changed(FourIndicators.SCHEME, "missing: reweight", "missing: withhold");
    RegionEvaluation city = city(withhold, "-", "40", "30", "7");
    assertWithheld(
        city,
        STANDING,
        "care",
        "0.25",
        "indicator 'First' is missing, so the scheme withholds the score");
    // the total would rest on place alone: 40 of 100, less than the 50 % it is published from
    assertWithheld(
        city,
        STANDING,
        "total",
        "0.4",
        "coverage of 40 % is below the 50 % from which a score is published");
  }

  @Test
  void publishesATotalOnlyFromTheCoverageTheSchemeAsksFor() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "-", "40", "-", "7");
    // coverage 0.6 × 0.25 + 0.4 × 0 = 0.15
    assertWithheld(
        city,
        STANDING,
        "total",
        "0.15",
        "coverage of 15 % is below the 50 % from which a score is published");
    assertThat(node(city, STANDING, "total").reason().zh()).isEqualTo("覆盖率 15% 低于发布门槛 50%");
    assertWithheld(city, STANDING, "place", "0", "nothing below it has a score");

    String exactly = changed(FourIndicators.SCHEME, "publish_from: 50", "publish_from: 55");
    assertScore(city(exactly, "-", "40", "30", "7"), STANDING, "total", "36", "0.55");
    String more = changed(FourIndicators.SCHEME, "publish_from: 50", "publish_from: 55.000001");
    assertThat(node(city(more, "-", "40", "30", "7"), STANDING, "total").score()).isNull();
  }

  @Test
  void leavesOutWhatDoesNotApply() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "n/a", "40", "30", "7");
    assertThat(city.score(STANDING, "first")).isEmpty();
    assertScore(city, STANDING, "care", "40", "1");
    assertScore(city, STANDING, "total", "36", "1");
  }

  @Test
  void leavesOutADimensionInWhichNothingTakesPart() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "n/a", "n/a", "30", "7");
    assertThat(city.score(STANDING, "care")).isEmpty();
    assertScore(city, STANDING, "total", "30", "1");
  }

  @Test
  void holdsACityOnlyAgainstTheIndicatorsInItsPlan() {
    FourIndicators four = new FourIndicators().city(CITY, "prefecture", "80", "40", "30", "7");
    Plan plan =
        four.plan(
            """
            region: "410100"
            name: {zh: 方案, en: Plan}
            status: confirmed
            source: {document: 方案}
            targets:
              - {indicator: second, at_least: 80, unit: 个, by: 2023Q4}
            """);
    RegionEvaluation city = four.evaluate(plan);
    assertThat(city.score(FULFILMENT, "first")).isEmpty();
    assertThat(city.score(FULFILMENT, "place")).isEmpty();
    // 40 of 80; weights of what is not in the plan do not count
    assertScore(city, FULFILMENT, "care", "50", "1");
    assertScore(city, FULFILMENT, "total", "50", "1");
    assertScore(city, STANDING, "total", "54", "1");
    assertThat(city.plan())
        .isEqualTo(
            new RegionEvaluation.PlanView(
                new Bilingual("方案", "Plan"), "confirmed", "方案", List.of(), List.of()));
    assertThat(city.count("plan", "not_in_plan")).isEqualTo(3);
    assertThat(city.count("plan", "unmet")).isEqualTo(1);
  }

  @Test
  void scoresATargetThatAsksForLessFromAbove() {
    FourIndicators four = new FourIndicators().city(CITY, "prefecture", "80", "40", "30", "7");
    RegionEvaluation city =
        four.evaluate(
            four.plan(
                """
                region: "410100"
                name: {zh: 方案, en: Plan}
                status: illustrative
                targets:
                  - {indicator: first, at_most: 40, unit: 个, by: 2023Q4}
                """));
    // 40 over 80, though more is usually better: the plan's operator says which side is good
    assertScore(city, FULFILMENT, "total", "50", "1");
  }

  @Test
  void aggregatesGeometricallyWhereAsked() {
    String geometric =
        changed(FourIndicators.SCHEME, "aggregate: arithmetic", "aggregate: geometric");
    // care 100, place 0 → 0; care 100 and place 100 → 100
    assertScore(city(geometric, "100", "100", "0", "7"), STANDING, "total", "0", "1");
    assertScore(city(geometric, "100", "100", "100", "7"), STANDING, "total", "100", "1");
    // exp(0.6 ln 0.25 + 0.4 ln 1) = 0.25^0.6 = 2^−1.2 = 0.435275…
    assertThat(
            node(city(geometric, "25", "25", "100", "7"), STANDING, "total")
                .score()
                .setScale(4, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("43.5275");
  }

  @Test
  void givesDimensionsWithinDimensions() {
    String nested =
        changed(
            FourIndicators.SCHEME,
            "  - {id: place, name: {zh: 环境, en: Place}, weight: 40}",
            "  - {id: place, name: {zh: 环境, en: Place}, weight: 1, within: care}");
    // care: first 3 × 80, second 40, place 1 × 30 → 310 / 5 = 62
    assertScore(city(nested, "80", "40", "30", "7"), STANDING, "care", "62", "1");
    assertScore(city(nested, "80", "40", "30", "7"), STANDING, "total", "62", "1");
  }

  @Test
  void roundsScoresToTenDecimalsAndNothingElse() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "33.333333", "0", "0", "7");
    assertThat(node(city, STANDING, "first").score()).isEqualTo(new BigDecimal("33.3333330000"));
    // 33.333333 × 3 / 4 × 0.6 = 14.99999985
    assertThat(node(city, STANDING, "total").score()).isEqualTo(new BigDecimal("14.9999998500"));
  }

  @Test
  void keepsOnlyTheResultsTheSchemeAsksFor() {
    String standing =
        changed(FourIndicators.SCHEME, "dimensions:", "results: [standing]\ndimensions:");
    RegionEvaluation city = city(standing, "80", "40", "30", "7");
    assertThat(city.scores()).extracting(NodeScore::result).containsOnly("standing");
    assertThat(city.indicators().get(0).judgements())
        .extracting(IndicatorResult.JudgementResult::profile)
        .containsExactly("nation");
  }

  private static List<IndicatorResult.Step> asked(String by, int value) {
    return List.of(new IndicatorResult.Step(by, BigDecimal.valueOf(value), null));
  }

  @Test
  void judgesEachIndicatorAgainstPlanAndProfiles() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "80", "-", "30", "7");
    assertThat(city.indicators().get(0).judgements())
        .containsExactly(
            new IndicatorResult.JudgementResult(
                "plan",
                "met",
                ">=",
                new BigDecimal("50"),
                null,
                "2023Q4",
                null,
                asked("2023Q4", 50)),
            new IndicatorResult.JudgementResult(
                "nation",
                "not_due",
                ">=",
                new BigDecimal("90"),
                null,
                "2025Q4",
                new BigDecimal("10"),
                asked("2025Q4", 90)));
    assertThat(city.indicators().get(1).judgements().get(0))
        .isEqualTo(
            new IndicatorResult.JudgementResult(
                "plan",
                "not_computable",
                ">=",
                new BigDecimal("50"),
                null,
                "2023Q4",
                null,
                asked("2023Q4", 50)));
    assertThat(city.indicators().get(3).judgements())
        .extracting(IndicatorResult.JudgementResult::verdict)
        .containsExactly("not_in_plan", "not_in_plan");
    assertThat(city.indicators().get(1).reason()).isEqualTo("input_missing");
    assertThat(city.indicators().get(1).detail()).isEqualTo(new Bilingual("乙", "Two"));
  }

  @Test
  void listsTheInputsBehindItsFigures() {
    RegionEvaluation city = city(FourIndicators.SCHEME, "80", "-", "30", "7");
    assertThat(city.inputs())
        .extracting(RegionEvaluation.Input::statistic)
        .isEqualTo(List.of("four", "one", "three"));
    assertThat(city.inputs().get(1))
        .isEqualTo(
            new RegionEvaluation.Input(
                "410100",
                "one",
                "2023Q4",
                "number",
                new BigDecimal("80"),
                "个",
                1,
                "2023Q4/410100/long.csv",
                null,
                2,
                "value"));
  }

  @Test
  void printsACoverageBelowTheThresholdAsBelow() {
    BigDecimal bound = new BigDecimal("60");
    assertThat(ScoreTree.below(Fraction.parse("51"), bound)).isEqualTo("51");
    assertThat(ScoreTree.below(Fraction.parse("107/2"), bound)).isEqualTo("53.5");
    // 59.96 would be 60.0 with one decimal
    assertThat(ScoreTree.below(Fraction.parse("1499/25"), bound)).isEqualTo("59.96");
  }
}
