package io.silvergauge.indicators.evaluation;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.scheme.Robustness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How sure ranks and grades are, and what would change them. */
class OutlookTest {
  private static final String ROBUSTNESS =
      "robustness: {seed: 7, replications: 200, weights: 25, leave_one_out: true}\n";

  private static FourIndicators asked() {
    return new FourIndicators(FourIndicators.SCHEME + ROBUSTNESS);
  }

  /** Standings 90, 50 and 10, whatever the weights are. */
  private static FourIndicators even() {
    return asked()
        .city("a", "prefecture", "90", "90", "90", "0")
        .city("b", "prefecture", "50", "50", "50", "0")
        .city("c", "prefecture", "10", "10", "10", "0");
  }

  private static Outlook of(FourIndicators cities) {
    return OutlookMaker.of(SchemeView.of(cities.scheme()), cities.ranked(), List.of());
  }

  private static Outlook.CityOutlook of(FourIndicators cities, String code) {
    return of(cities).city(code).orElseThrow();
  }

  @Test
  void keepsRanksThatNoWeightCanChange() {
    assertThat(of(even()).reason()).isNull();
    assertThat(of(even()).cities())
        .extracting(
            Outlook.CityOutlook::code,
            city -> city.ranks().median().intValueExact(),
            city -> city.ranks().low().intValueExact(),
            city -> city.ranks().high().intValueExact(),
            city -> city.ranks().next())
        .containsExactly(
            tuple("a", 1, 1, 1, "b"), tuple("b", 2, 2, 2, "c"), tuple("c", 3, 3, 3, null));
    assertThat(of(even(), "a").ranks().ahead()).isEqualByComparingTo("1");
  }

  @Test
  void widensRanksThatRestOnWeights() {
    // a leads by care (60), b by place (40): without one of them the order turns.
    FourIndicators close =
        asked()
            .city("a", "prefecture", "60", "60", "40", "0")
            .city("b", "prefecture", "40", "40", "65", "0");
    // 0.6·60 + 0.4·40 = 52 and 0.6·40 + 0.4·65 = 50; with place alone, or 48 : 52, b is ahead
    Outlook.RankRange first = of(close, "a").ranks();
    assertThat(first.low()).isEqualByComparingTo("1");
    assertThat(first.high()).isEqualByComparingTo("2");
    assertThat(first.ahead()).isBetween(new BigDecimal("0.4"), new BigDecimal("0.95"));
  }

  /** Care may weigh less than 60 and place more: 60c + 40p becomes 50 : 50 and further. */
  @Test
  void drawsTheWeightsOfAGroupTogether() {
    FourIndicators close =
        new FourIndicators(
                FourIndicators.SCHEME
                    + "robustness: {seed: 7, replications: 200, dirichlet: {total: 10}}\n")
            .city("a", "prefecture", "60", "60", "40", "0")
            .city("b", "prefecture", "40", "40", "65", "0")
            .city("c", "prefecture", "10", "10", "10", "0");
    assertThat(of(close).reason()).isNull();
    assertThat(of(close, "a").ranks().high()).isEqualByComparingTo("2");
    assertThat(of(close, "a").ranks().low()).isEqualByComparingTo("1");
    assertThat(of(close, "c").ranks().low()).isEqualByComparingTo("3");
  }

  @Test
  void givesTheShareOfDrawsInWhichAGradeIsEarned() {
    // c reaches 10 of 50, 10 of 50, and fails the third: at most 20 points, never 80
    assertThat(of(even(), "c").graded()).isEqualTo("fulfilment");
    assertThat(of(even(), "c").grades())
        .extracting(Outlook.GradeShare::grade, share -> share.share().doubleValue())
        .containsExactly(tuple("good", 0.0), tuple("poor", 1.0));
  }

  private static final String VETO =
      changed(
          FourIndicators.SCHEME + ROBUSTNESS,
          "grades:",
          "vetoes:\n  - {id: v, name: {zh: 底线, en: Floor}, when: {indicators: [second], is: unmet},"
              + " then: {grade_at_most: poor}}\ngrades:");

  /** first 100, second 40 / 50 = 80, care 95, third reached: 97, which alone is good. */
  @Test
  void drawsNoGradeThatAVetoHolds() {
    FourIndicators held =
        new FourIndicators(VETO)
            .city("a", "prefecture", "100", "40", "50", "7")
            .city("b", "prefecture", "25", "40", "0", "7")
            .city("c", "prefecture", "25", "50", "0", "7");
    assertThat(of(held, "a").grades()).isEmpty();
    assertThat(of(held, "a").nextGrade()).isNull();
    assertThat(of(held, "a").gradesReason().en())
        .isEqualTo(
            "the published grade of 'a', 'Poor', is not made by weights and rules alone (a veto is"
                + " called; the score of 97 alone gives 'Good'), so nothing is simulated");
    // b is poor by its score too, and no score would make it good while the veto is called
    assertThat(of(held, "b").nextGrade()).isNull();
    assertThat(of(held, "b").gradesReason().zh()).contains("触发了一票否决");
    // c calls none
    assertThat(of(held, "c").gradesReason()).isNull();
    assertThat(of(held, "c").nextGrade().id()).isEqualTo("good");
  }

  /** first counts half: 40 of 80; care (3 × 40 + 40) / 4 = 40, not 70; total 36, not 54. */
  @Test
  void saysWhatWeightsAndRulesAloneWouldGive() {
    FourIndicators disputed =
        new FourIndicators(
                changed(
                    FourIndicators.SCHEME + ROBUSTNESS,
                    "grades:",
                    "statuses: {disputed: 50}\ngrades:"))
            .city("a", "prefecture", "80 disputed", "40", "30", "7")
            .city("b", "prefecture", "10", "10", "10", "7");
    // from the indicators' own scores the ranks still come out, from the values they do not
    Standings standings =
        new Standings(SchemeView.of(disputed.scheme()), disputed.ranked(), disputed.ranked());
    RegionEvaluation a = disputed.ranked().get(0);
    assertThat(standings.change(a, a).orElseThrow().reason().en())
        .isEqualTo(
            "the published score of 'a', 36, is not made by weights and rules alone, which give 54"
                + " (there are vetoes, caps, bonuses, deductions, value statuses that count in"
                + " part, or weights, yardsticks or rules by level), so nothing is simulated");
  }

  private static final String ZERO =
      changed(FourIndicators.SCHEME + ROBUSTNESS, "missing: reweight", "missing: zero");

  /** c has no first, which counts as nought: care (3 × 0 + 50) / 4 = 12.5, total 27.5; a has 60. */
  private static FourIndicators silent(String scheme) {
    return new FourIndicators(scheme)
        .city("a", "prefecture", "60", "60", "60", "0")
        .city("c", "prefecture", "-", "50", "50", "0");
  }

  @Test
  void startsFromNowhereWhereAValueIsMissing() {
    // 0.6 · (3v + 50) / 4 + 0.4 · 50 = 60 needs v = 650 / 9
    Outlook.Goal goal = of(silent(ZERO), "c").nextRank();
    assertThat(goal.score()).isEqualByComparingTo("60");
    assertThat(goal.alone())
        .containsExactly(new Outlook.Step("first", null, new BigDecimal("72.222223")));
    assertThat(
            SchemaFiles.errors(
                "evaluation", SchemaFiles.json(EvaluationJson.write(silent(ZERO).evaluation()))))
        .isEmpty();
  }

  /** 40 where there was nothing: 0.6 · 3/4 · 40 = 18 points, and no value has changed. */
  @Test
  void aValueThatComesInIsNoChangeOfAValue() {
    FourIndicators cities = silent(ZERO).city("d", "prefecture", "40", "50", "50", "0");
    RegionEvaluation before = cities.ranked().get(1);
    RegionEvaluation after = cities.ranked().get(2);
    Standings standings =
        new Standings(SchemeView.of(cities.scheme()), cities.ranked(), cities.ranked());
    for (boolean forth : new boolean[] {true, false}) {
      Outlook.ScoreChange change =
          standings.change(forth ? before : after, forth ? after : before).orElseThrow();
      assertThat(change.parts())
          .extracting(
              Outlook.ChangePart::cause,
              Outlook.ChangePart::indicator,
              part -> part.points().intValueExact())
          .containsExactly(tuple("membership", "first", forth ? 18 : -18));
    }
  }

  @Test
  void takesNoRelativeYardstickFromAValueThatNobodyReported() {
    String relative = changed(ZERO, "weights: 25,", "weights: 25, normalisation: [min_max],");
    assertThat(of(silent(relative)).reason().en())
        .isEqualTo(
            "normalisation: 'c' has no value of indicator 'first', which counts as nought; no"
                + " relative yardstick can be taken from that");
    assertThat(of(silent(ZERO)).reason()).isNull();
  }

  @Test
  void findsTheIndicatorThatAloneReachesTheCityAhead() {
    // c has 10 and needs 50. First adds 0.6·3/4 = 0.45 a point: 10 + 40/0.45 = 98.888889.
    // Second adds 0.15 and third 0.4 a point: 90 points more of either are not enough.
    Outlook.Goal goal = of(even(), "c").nextRank();
    assertThat(goal.id()).isEqualTo("b");
    assertThat(goal.score()).isEqualByComparingTo("50");
    assertThat(goal.alone())
        .containsExactly(new Outlook.Step("first", BigDecimal.TEN, new BigDecimal("98.888889")));
    assertThat(goal.together()).isEmpty();
  }

  /** Ten decimals are all a score has: as many for ranks ask for the score ahead itself. */
  @Test
  void asksForTheScoreAheadWhereRanksHaveTenDecimals() {
    FourIndicators fine =
        new FourIndicators(FourIndicators.SCHEME + "ranking: {on: rounded, decimals: 10}\n")
            .city("b", "prefecture", "50", "50", "50", "0")
            .city("c", "prefecture", "10", "10", "10", "0");
    assertThat(of(fine, "c").nextRank().score()).isEqualByComparingTo("50");
    // as above: 10 + 40 / 0.45
    assertThat(of(fine, "c").nextRank().alone())
        .containsExactly(new Outlook.Step("first", BigDecimal.TEN, new BigDecimal("98.888889")));
  }

  @Test
  void combinesIndicatorsWhereNoneReachesItAlone() {
    // b has 50 and needs 90. First to its post: +22.5; third then needs 17.5/0.4 = 43.75 more.
    Outlook.Goal goal = of(even(), "b").nextRank();
    assertThat(goal.alone()).isEmpty();
    assertThat(goal.together())
        .extracting(Outlook.Step::indicator, step -> step.to().doubleValue())
        .containsExactly(tuple("first", 100.0), tuple("third", 93.75));
    assertThat(of(even(), "a").nextRank()).isNull();
  }

  @Test
  void takesTheChangeSinceThePeriodBeforeApart() {
    // Before: care (3·40 + 80)/4 = 50, place 20: 0.6·50 + 0.4·20 = 38.
    // Then third is missing: care alone, 50 (+12); first 40 to 60: 65 (+15).
    List<RegionEvaluation> before = asked().city("a", "prefecture", "40", "80", "20", "0").ranked();
    FourIndicators now = asked().city("a", "prefecture", "60", "80", "-", "0");
    Outlook outlook = OutlookMaker.of(SchemeView.of(now.scheme()), now.ranked(), before);
    Outlook.ScoreChange change = outlook.city("a").orElseThrow().change();
    assertThat(change.before()).isEqualByComparingTo("38");
    assertThat(change.after()).isEqualByComparingTo("65");
    assertThat(change.parts())
        .extracting(
            Outlook.ChangePart::cause,
            Outlook.ChangePart::indicator,
            part -> part.points().doubleValue())
        .containsExactly(tuple("membership", "third", 12.0), tuple("data", "first", 15.0));
  }

  @Test
  void saysWhyThereAreNoIntervals() {
    FourIndicators unasked = new FourIndicators().city("a", "prefecture", "1", "1", "1", "0");
    assertThat(of(unasked).reason().en()).isEqualTo("the scheme has no section 'robustness'");
    assertThat(of(asked().city("a", "prefecture", "1", "1", "1", "0")).reason().en())
        .isEqualTo("fewer than two cities have a rank");
    String posts =
        FourIndicators.SCHEME + ROBUSTNESS.replace("weights: 25", "aggregation: [geometric]");
    FourIndicators zeros =
        new FourIndicators(posts)
            .city("a", "prefecture", "50", "50", "50", "0")
            .city("b", "prefecture", "0", "50", "50", "0");
    assertThat(of(zeros).reason().en()).contains("'first' of 'b' scores 0.0");
  }

  /** Poisson's limits are those of whole events; half an event is said, and the run goes on. */
  @Test
  void saysWhichCountIsNoWholeNumber() {
    String events = FourIndicators.SCHEME + "robustness: {intervals: {first: poisson}}\n";
    FourIndicators half =
        new FourIndicators(events)
            .city("a", "prefecture", "90", "90", "90", "0")
            .city("b", "prefecture", "50.5", "50", "50", "0");
    assertThat(of(half).reason().en())
        .isEqualTo(
            "intervals: indicator 'first' of 'b': its value is 50.5, but poisson needs a whole number");
    assertThat(of(half).reason().zh()).isEqualTo("intervals：指标“first”在“b”：数值 为 50.5，poisson 需要整数");
    FourIndicators whole =
        new FourIndicators(events)
            .city("a", "prefecture", "90", "90", "90", "0")
            .city("b", "prefecture", "50.0", "50", "50", "0");
    assertThat(of(whole).reason()).isNull();
  }

  /** By hand, Wilson at 95 %: 0 of 1 reaches up to z² / (1 + z²) = 3.841459 / 4.841459. */
  @Test
  void takesNoughtOfOneForAShareToo() {
    IndicatorResult nought =
        asked().city("a", "prefecture", "0", "1", "1", "0").evaluate("a").indicators().get(0);
    assertThat(nought.denominator()).isNull();
    Robustness wilson =
        new Robustness(
            1,
            1,
            BigDecimal.valueOf(90),
            null,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            BigDecimal.valueOf(95),
            Map.of("first", "wilson"),
            Map.of());
    Interval interval =
        new FigureIntervals(wilson, "a", List.of(nought))
            .of(nought, new Estimate.Confidence(0.95))
            .orElseThrow();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(0.793450, within(1e-6));
  }

  @Test
  void namesStrengthsAndWeaknessesButNotOfItemsThatAreMetOrNot() {
    // first: 10, 20 … 50, quartiles 20 and 40; second: 0 or 100, quartiles at both ends
    FourIndicators five = asked();
    IntStream.rangeClosed(1, 5)
        .forEach(
            i -> five.city("p" + i, "prefecture", i + "0", i % 2 == 0 ? "100" : "0", "50", "0"));
    assertThat(of(five, "p5").strengths()).containsExactly("first");
    assertThat(of(five, "p1").weaknesses()).containsExactly("first");
    assertThat(of(five, "p3").strengths()).isEmpty();
  }

  @Test
  void isDescribedByTheSchema() {
    assertThat(
            SchemaFiles.errors(
                "evaluation", SchemaFiles.json(EvaluationJson.write(even().evaluation()))))
        .isEmpty();
  }
}
