package io.silvergauge.indicators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private static double score(
      ScoringRule rule, double value, double target, boolean higher, boolean reached) {
    return rule.score(
        Fraction.of(BigDecimal.valueOf(value)),
        Fraction.of(BigDecimal.valueOf(target)),
        higher,
        reached);
  }

  private static Posts posts(String zero, String full) {
    return new Posts(decimal(zero), decimal(full), Posts.Transform.NONE);
  }

  private static ScoringRule.Band band(String from, String points) {
    return new ScoringRule.Band(decimal(from), decimal(points));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.0 / 3, 0.703, 2.0 / 3, 1e-17, 0.1 + 0.2, 1 - 0x1p-53, 0x1p-52})
  void anUnroundedScoreComesBackAsTheSameDouble(double score) {
    BigDecimal unrounded = Scores.unrounded(score);
    assertThat(unrounded.precision()).isLessThanOrEqualTo(17);
    assertThat(Double.parseDouble(unrounded.toPlainString())).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({
    // more is better: value over target
    "40, 50, true, false, 0.8",
    "50, 50, true, true, 1",
    "70, 50, true, true, 1",
    "0, 50, true, false, 0",
    "-5, 50, true, false, 0",
    // less is better: target over value
    "50, 40, false, false, 0.8",
    "40, 40, false, true, 1",
    "0, 40, false, true, 1",
    "5, 0, false, false, 0",
    // a target of nought that is not reached
    "-1, 0, true, false, 0"
  })
  void givesThePartOfTheTargetThatIsReached(
      double value, double target, boolean higher, boolean reached, double score) {
    assertThat(score(new ScoringRule.Proportional(), value, target, higher, reached))
        .isEqualTo(score);
  }

  @Test
  void passesOrFails() {
    ScoringRule rule = new ScoringRule.PassFail();
    assertThat(score(rule, 49.999, 50, true, false)).isZero();
    assertThat(score(rule, 50, 50, true, true)).isEqualTo(1);
    assertThat(rule.name()).isEqualTo("pass_fail");
  }

  /** Star sheet of institutions: training rate from 90 % 30 points, 80 25, 70 20, 60 15, 50 10. */
  @ParameterizedTest
  @CsvSource({
    "100, 1",
    "90, 1",
    "89.5, 0.8",
    "80, 0.8",
    "79.999, 0.6",
    "50, 0.3",
    "49.9, 0",
    "0, 0"
  })
  void givesTheScoreOfTheBandWhoseLowerEdgeIsReached(double value, double score) {
    ScoringRule rule =
        new ScoringRule.Bands(
            List.of(
                band("90", "100"),
                band("80", "80"),
                band("70", "60"),
                band("50", "30"),
                band("0", "0")));
    assertThat(score(rule, value, 0, true, false)).isEqualTo(score);
  }

  @Test
  void refusesBandsThatDoNotGoDownOrLeaveTheScale() {
    assertThatThrownBy(() -> new ScoringRule.Bands(List.of()))
        .hasMessage("bands: at least one is needed");
    assertThatThrownBy(() -> new ScoringRule.Bands(List.of(band("50", "1"), band("50", "2"))))
        .hasMessage("bands must go down: 50 does not lie below 50");
    assertThatThrownBy(() -> band("50", "101"))
        .hasMessage("bands: points lie from 0 to 100, but were 101");
  }

  /** UNDP, Human Development Report 2023/24, China 2022; worked out in docs/examples/hdi. */
  @Test
  void placesChinasLifeExpectancyAndIncomeAsUndpDoes() {
    assertThat(posts("20", "85").place(78.587)).isCloseTo(0.901338, within(5e-7));
    Posts income = new Posts(decimal("100"), decimal("75000"), Posts.Transform.LN);
    assertThat(income.place(18_024.88747)).isCloseTo(0.784635, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60, -1, 0", "0, 60, 0, 0", "0, 60, 30, 0.5", "0, 60, 60, 1", "0, 60, 75, 1",
    "100, 0, 100, 0", "100, 0, 25, 0.75", "100, 0, 0, 1", "100, 0, 120, 0", "100, 0, -3, 1"
  })
  void countsValuesBeyondAPostAsThePost(String zero, String full, double value, double place) {
    assertThat(posts(zero, full).place(value)).isEqualTo(place);
    assertThat(score(new ScoringRule.Goalposts(posts(zero, full)), value, 7, true, true))
        .isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    // half way between 1 and 100 by logarithm is 10
    "1, 100, 10, 0.5",
    "1, 100, 0, 0",
    "1, 100, -4, 0",
    "1, 100, 100000, 1",
    "100, 1, 10, 0.5",
    "100, 1, 0, 1"
  })
  void placesByLogarithmWhereAsked(String zero, String full, double value, double place) {
    Posts posts = new Posts(decimal(zero), decimal(full), Posts.Transform.LN);
    assertThat(posts.place(value)).isCloseTo(place, within(1e-15));
  }

  @Test
  void refusesPostsThatDoNotDifferOrHaveNoLogarithm() {
    assertThatThrownBy(() -> posts("50", "50.0"))
        .hasMessage("posts: zero and full must differ, but both are 50");
    assertThatThrownBy(() -> new Posts(decimal("0"), decimal("1"), Posts.Transform.LN))
        .hasMessage("posts: with transform ln both must be above 0, but were 0 and 1");
  }

  @Test
  void takesTheWeightedMean() {
    // (1 × 0.5 + 3 × 1) / 4 = 0.875
    assertThat(Aggregation.ARITHMETIC.of(new double[] {0.5, 1}, new double[] {1, 3}))
        .isEqualTo(0.875);
  }

  @Test
  void takesTheGeometricMean() {
    // √(0.25 × 1) = 0.5; (0.001 × 1 × 1)^(1/3) = 0.1
    assertThat(Aggregation.GEOMETRIC.of(new double[] {0.25, 1}, new double[] {2, 2}))
        .isCloseTo(0.5, within(1e-15));
    assertThat(Aggregation.GEOMETRIC.of(new double[] {0.001, 1, 1}, new double[] {1, 1, 1}))
        .isCloseTo(0.1, within(1e-15));
  }

  @Test
  void takesAGeometricMeanWithANoughtForNought() {
    assertThat(Aggregation.GEOMETRIC.of(new double[] {0, 1}, new double[] {1, 99})).isZero();
    assertThat(Aggregation.GEOMETRIC.of(new double[] {0, 0.5}, new double[] {0, 1}))
        .as("what weighs nothing does not count")
        .isCloseTo(0.5, within(1e-15));
  }

  private static Grades.Grade grade(String id, String from) {
    return new Grades.Grade(id, Bilingual.same(id), decimal(from));
  }

  /** 优 90(含)-100, 良 80(含)-90, 中 60(含)-80, 差 below 60. */
  @ParameterizedTest
  @CsvSource({
    "100, 优",
    "90, 优",
    "89.9999999999, 良",
    "89.5, 良",
    "80, 良",
    "79.99, 中",
    "60, 中",
    "59.9999999999, 差",
    "0, 差",
    "-1, 差"
  })
  void gradesWithoutGaps(BigDecimal score, String grade) {
    Grades grades =
        new Grades(List.of(grade("优", "90"), grade("良", "80"), grade("中", "60"), grade("差", "0")));
    assertThat(grades.of(score).id()).isEqualTo(grade);
  }

  @Test
  void refusesGradesThatDoNotGoDownToNought() {
    assertThatThrownBy(() -> new Grades(List.of(grade("a", "60"), grade("b", "80"))))
        .hasMessage("grades must go down: 'b' does not lie below 'a'");
    assertThatThrownBy(() -> new Grades(List.of(grade("a", "60"))))
        .hasMessage("grades: the last must begin at 0, so that none is left out");
    assertThatThrownBy(() -> new Grades(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, BigDecimal> scores(String... scores) {
    Map<String, BigDecimal> byCity = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      byCity.put(String.valueOf((char) ('a' + i)), decimal(scores[i]));
    }
    return byCity;
  }

  private static List<Integer> ranks(RankPolicy.Basis on, RankPolicy.Ties ties, String... scores) {
    return List.copyOf(new RankPolicy(on, 2, ties).ranks(scores(scores)).values());
  }

  @Test
  void leavesPlacesOutAfterATieOrNot() {
    String[] scores = {"80", "90", "70", "80.0000000000"};
    assertThat(ranks(RankPolicy.Basis.EXACT, RankPolicy.Ties.COMPETITION, scores))
        .containsExactly(2, 1, 4, 2);
    assertThat(ranks(RankPolicy.Basis.EXACT, RankPolicy.Ties.DENSE, scores))
        .containsExactly(2, 1, 3, 2);
  }

  @Test
  void tiesRoundedScoresThatAreNotEqual() {
    // HALF_EVEN: 80.005 is printed as 80.00, 80.015 as 80.02
    String[] scores = {"80.0049", "80.005", "80.00", "80.015"};
    assertThat(ranks(RankPolicy.Basis.ROUNDED, RankPolicy.Ties.COMPETITION, scores))
        .containsExactly(2, 2, 2, 1);
    assertThat(ranks(RankPolicy.Basis.EXACT, RankPolicy.Ties.COMPETITION, scores))
        .containsExactly(3, 2, 4, 1);
  }

  @Test
  void ranksNobodyWithoutScores() {
    assertThat(ranks(RankPolicy.Basis.EXACT, RankPolicy.Ties.DENSE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5000000000", "0.88888888888, 0.8888888889", "1E-11, 0E-10", "-0.0, 0E-10"})
  void roundsScoresToTenDecimals(double score, BigDecimal rounded) {
    assertThat(Scores.rounded(score)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesScoresThatAreNoNumbers(double score) {
    assertThatThrownBy(() -> Scores.rounded(score)).isInstanceOf(ArithmeticException.class);
  }

  /** Capped at 130 %, and from 150 % of the target 2 points lost for each 10 %, down to 60. */
  private static final ScoringRule OVERSHOOT =
      new ScoringRule.Proportional(
          decimal("130"),
          List.of(
              new ScoringRule.Overshoot(
                  decimal("150"), decimal("2"), decimal("10"), decimal("60"))));

  @ParameterizedTest
  @CsvSource({
    // 25 of 50, 50, 60 (120 %), 70 (140 % held to 130)
    "25, 50, true, false, 0.5",
    "50, 50, true, true, 1",
    "60, 50, true, true, 1.2",
    "70, 50, true, true, 1.3",
    // 75 is 150 %, nothing lost yet; 100 is 200 %: 1.3 − 50 / 10 × 0.02 = 1.2
    "75, 50, true, true, 1.3",
    "100, 50, true, true, 1.2",
    // 300 is 600 %: 1.3 − 450 / 10 × 0.02 = 0.4, and 0.6 remains
    "300, 50, true, true, 0.6",
    // less is better: 20 against 25 is 125 %
    "20, 25, false, true, 1.25",
    // where less is better, nought is beyond the target without end: 0.6 remains, as of 0.001
    "0.001, 25, false, true, 0.6",
    "0, 25, false, true, 0.6",
    "-5, 25, false, true, 0.6",
    // a target of nought gives no quotient
    "-5, 0, false, true, 1",
    "5, -1, true, true, 1"
  })
  void countsWhatLiesBeyondTheTargetAsFarAsTheRuleSays(
      double value, double target, boolean higher, boolean reached, double expected) {
    assertThat(score(OVERSHOOT, value, target, higher, reached)).isCloseTo(expected, within(1e-12));
  }

  /** As 0.001 of 25, which is 25,000 times as good. */
  @Test
  void givesTheCapWhereLessIsBetterAndNothingIsLeft() {
    ScoringRule capped = new ScoringRule.Proportional(decimal("130"), List.of());
    assertThat(score(capped, 0.001, 25, false, true)).isEqualTo(1.3);
    assertThat(score(capped, 0, 25, false, true)).isEqualTo(1.3);
    assertThat(score(capped, 0, 25, true, false)).isZero();
  }

  /** 2 points for each 5 short, 30 remain: 38 against 50 is 12 short, 100 − 12 / 5 × 2 = 95.2. */
  @ParameterizedTest
  @CsvSource({
    "50, 50, true, true, 1",
    "90, 50, true, true, 1",
    "38, 50, true, false, 0.952",
    "-200, 50, true, false, 0.3",
    "62, 50, false, false, 0.952"
  })
  void losesPointsForEachUnitShort(
      double value, double target, boolean higher, boolean reached, double expected) {
    ScoringRule rule = new ScoringRule.Deduction(decimal("2"), decimal("5"), decimal("30"));
    assertThat(score(rule, value, target, higher, reached)).isCloseTo(expected, within(1e-12));
  }

  /** 5 points for each 10 beyond, at most 110: 62 against 50 gives 100 + 12 / 10 × 5 = 106. */
  @ParameterizedTest
  @CsvSource({"40, 0.8", "50, 1", "62, 1.06", "70, 1.1", "500, 1.1"})
  void givesABonusBeyondTheTarget(double value, double expected) {
    ScoringRule rule = new ScoringRule.Bonus(decimal("5"), decimal("10"), decimal("110"));
    assertThat(score(rule, value, 50, true, value >= 50)).isCloseTo(expected, within(1e-12));
  }

  /** 30 points from 20, 50 more from 50, 20 where it is 80 at most. */
  @ParameterizedTest
  @CsvSource({"10, 0.2", "19.999999, 0.2", "20, 0.5", "50, 1", "80, 1", "80.000001, 0.8"})
  void addsUpThePointsOfEveryPartThatIsReached(double value, double expected) {
    ScoringRule rule =
        new ScoringRule.Additive(
            List.of(part(true, "20", "30"), part(true, "50", "50"), part(false, "80", "20")));
    assertThat(score(rule, value, 0, true, false)).isCloseTo(expected, within(1e-12));
  }

  private static ScoringRule.Part part(boolean atLeast, String bound, String points) {
    return new ScoringRule.Part(atLeast, decimal(bound), decimal(points));
  }

  @Test
  void tellsAnEdgeExactlyWhereADoubleCannot() {
    ScoringRule rule = new ScoringRule.Bands(List.of(band("50", "100"), band("0", "0")));
    Fraction justBelow = Fraction.parse("49999999999999999999/1000000000000000000");
    assertThat(justBelow.toDouble()).isEqualTo(50.0);
    assertThat(rule.score(justBelow, Fraction.ZERO, true, false)).isZero();
  }

  @Test
  void refusesRulesThatCannotBeMeant() {
    assertThatThrownBy(() -> new ScoringRule.Additive(List.of(part(true, "20", "30"))))
        .hasMessage("the points of parts add up to 100, but were 30");
    assertThatThrownBy(() -> new ScoringRule.Deduction(decimal("2"), decimal("0"), decimal("0")))
        .hasMessage("per must be above 0, but was 0");
    assertThatThrownBy(() -> new ScoringRule.Bonus(decimal("2"), decimal("1"), decimal("90")))
        .hasMessage("most must be 100 or more, but was 90");
    assertThatThrownBy(() -> new ScoringRule.Proportional(decimal("90"), List.of()))
        .hasMessage("cap must be 100 or more, but was 90");
    assertThatThrownBy(() -> new Statuses.Worth(decimal("101"), decimal("0")))
        .hasMessage("worth is a percentage from 0 to 100, but was 101");
    assertThatThrownBy(() -> new Statuses.Worth(decimal("50"), decimal("-1")))
        .hasMessage("deduct must not be negative, but was -1");
  }

  @Test
  void saysARuleInWords() {
    assertThat(OVERSHOOT.words().en())
        .isEqualTo(
            "in proportion to the target, beyond it up to 130 %; above 150 % of it, each 10 % loses"
                + " 2 points, down to 60");
    assertThat(OVERSHOOT.words().zh())
        .isEqualTo("按完成比例，超出部分最高计至 130%；超过目标的 150% 后每 10% 扣 2 分，最低 60 分");
  }

  @Test
  void countsAStatusInFullUnlessThePolicyNamesIt() {
    Statuses statuses =
        new Statuses(Map.of(ValueStatus.DISPUTED, new Statuses.Worth(decimal("50"), decimal("0"))));
    assertThat(statuses.of(ValueStatus.DISPUTED).of(0.8)).isEqualTo(0.4);
    assertThat(statuses.of(ValueStatus.FALSIFIED).of(0.8)).isEqualTo(0.8);
    assertThat(statuses.of(ValueStatus.FALSIFIED).isAll()).isTrue();
  }

  /** Weights 1 and 3, scores 0.2 and 0.6. */
  @ParameterizedTest
  @CsvSource({
    // (0.2 + 1.8) / 4; 4 / (1 / 0.2 + 3 / 0.6) = 4 / 10; the lower of the two
    "ARITHMETIC, 0.5",
    "HARMONIC, 0.4",
    "MINIMUM, 0.2",
    // 0.2^(1/4) × 0.6^(3/4) = (0.2 × 0.216)^(1/4) = 0.0432^0.25
    "GEOMETRIC, 0.4559014"
  })
  void bringsScoresTogether(Aggregation aggregation, double expected) {
    assertThat(aggregation.of(new double[] {0.2, 0.6}, new double[] {1, 3}))
        .isCloseTo(expected, within(5e-8));
  }

  @ParameterizedTest
  @CsvSource({"HARMONIC, 0", "GEOMETRIC, 0", "MINIMUM, 0", "ARITHMETIC, 0.25"})
  void isNoughtWhereOneScoreIsExceptForTheMean(Aggregation aggregation, double expected) {
    assertThat(aggregation.of(new double[] {0, 0.5}, new double[] {2, 2})).isEqualTo(expected);
    // what does not weigh changes nothing
    assertThat(aggregation.of(new double[] {0, 0.5}, new double[] {0, 2}))
        .isCloseTo(0.5, within(1e-15));
  }
}
