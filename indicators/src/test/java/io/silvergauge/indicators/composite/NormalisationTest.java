package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalisationTest {
  /** Three values, a gap, and the middle one twice. */
  private static final Column VALUES =
      Column.of(
          List.of(
              OptionalDouble.of(10),
              OptionalDouble.of(30),
              OptionalDouble.empty(),
              OptionalDouble.of(20),
              OptionalDouble.of(20)));

  private static final Column CONSTANT = Column.of(7, 7, 7);

  @Test
  void minMaxSpansTheRangeExactlyInBothDirections() {
    // By hand: (20 − 10) / (30 − 10) · 99 + 1 = 50.5
    assertThat(scores(new Normalisation.MinMax(1, 100), Direction.HIGHER))
        .hasToString("[1.0, 100.0, -, 50.5, 50.5]");
    assertThat(scores(new Normalisation.MinMax(1, 100), Direction.LOWER))
        .hasToString("[100.0, 1.0, -, 50.5, 50.5]");
  }

  @Test
  void zScoreUsesTheSampleDeviationAndTurnsFallingIndicators() {
    // By hand: 1, 2, 3 have mean 2 and deviation 1; onto mean 50, deviation 10: 40, 50, 60
    Column values = Column.of(1, 2, 3);
    Normalisation z = new Normalisation.ZScore(50, 10);
    assertThat(z.fit(values, Direction.HIGHER, WhenConstant.ABSENT).apply(values))
        .isEqualTo(Column.of(40, 50, 60));
    assertThat(z.fit(values, Direction.LOWER, WhenConstant.ABSENT).apply(values))
        .isEqualTo(Column.of(60, 50, 40));
  }

  @Test
  void placesShareTheLowerPlaceAndCountOnlyWhatIsThere() {
    assertThat(scores(new Normalisation.Places(Normalisation.Count.RANK), Direction.HIGHER))
        .hasToString("[1.0, 4.0, -, 2.0, 2.0]");
    assertThat(scores(new Normalisation.Places(Normalisation.Count.RANK), Direction.LOWER))
        .hasToString("[4.0, 1.0, -, 2.0, 2.0]");
    assertThat(scores(new Normalisation.Places(Normalisation.Count.BORDA), Direction.HIGHER))
        .hasToString("[0.0, 3.0, -, 1.0, 1.0]");
    // By hand: (2 − 1) / (4 − 1)
    assertThat(scores(new Normalisation.Places(Normalisation.Count.PERCENTILE), Direction.HIGHER))
        .isEqualTo(
            Column.of(
                List.of(
                    OptionalDouble.of(0),
                    OptionalDouble.of(1),
                    OptionalDouble.empty(),
                    OptionalDouble.of(1 / 3.0),
                    OptionalDouble.of(1 / 3.0))));
  }

  @Test
  void distancesLeadFromTheWorstToBestUnitOrTarget() {
    assertThat(scores(new Normalisation.DistanceToBest(), Direction.HIGHER))
        .hasToString("[0.0, 1.0, -, 0.5, 0.5]");
    // By hand: from 10 to the fourth unit's 20; 30 lies twice as far
    assertThat(scores(new Normalisation.DistanceToUnit(3, false), Direction.HIGHER))
        .hasToString("[0.0, 2.0, -, 1.0, 1.0]");
    assertThat(scores(new Normalisation.DistanceToUnit(3, true), Direction.HIGHER))
        .hasToString("[0.0, 1.0, -, 1.0, 1.0]");
    // By hand, less is better: from 30 to the target 5; 20 has come 10 of 25
    assertThat(scores(new Normalisation.DistanceToTarget(5, true), Direction.LOWER))
        .hasToString("[0.8, 0.0, -, 0.4, 0.4]");
  }

  @Test
  void fractionOfTheBestIsTurnedRoundWhereLessIsBetter() {
    Column values = Column.of(10, 40, 20);
    Normalisation fraction = new Normalisation.FractionOfBest();
    assertThat(fraction.fit(values, Direction.HIGHER, WhenConstant.ABSENT).apply(values))
        .isEqualTo(Column.of(0.25, 1, 0.5));
    assertThat(fraction.fit(values, Direction.LOWER, WhenConstant.ABSENT).apply(values))
        .isEqualTo(Column.of(1, 0.25, 0.5));
    assertThat(fraction.fit(Column.of(-1, 2), Direction.HIGHER, WhenConstant.ABSENT).flaw().get())
        .isEqualTo(Scale.Flaw.NOT_POSITIVE);
  }

  @Test
  void goalpostsHoldInBothDirectionsAndAnyRange() {
    // By hand: 30 → 0, 10 → 100; 25 lies a quarter of the way, 35 and 5 beyond
    Column values = Column.of(25, 35, 5);
    assertThat(
            new Normalisation.Goalposts(30, 10, 0, 100, true)
                .fit(values, Direction.LOWER, WhenConstant.ABSENT)
                .apply(values))
        .isEqualTo(Column.of(25, 0, 100));
    assertThat(
            new Normalisation.Goalposts(30, 10, 1, 101, false)
                .fit(values, Direction.LOWER, WhenConstant.ABSENT)
                .apply(values))
        .isEqualTo(Column.of(26, -24, 126));
  }

  @Test
  void goalpostsThatRunAgainstTheDirectionAreRefusedByName() {
    assertThatThrownBy(
            () -> rule(new Normalisation.Goalposts(0, 60, 0, 100, true), Direction.LOWER))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("indicator 'beds': full (60) must lie below zero (0)");
  }

  @Test
  void aConstantIndicatorHasADeclaredOutcomeAndSaysSo() {
    Normalisation method = new Normalisation.MinMax(0, 100);
    Scale absent = method.fit(CONSTANT, Direction.HIGHER, WhenConstant.ABSENT);
    assertThat(absent.apply(CONSTANT).count()).isZero();
    assertThat(absent.flaw()).contains(Scale.Flaw.CONSTANT);
    Scale middle = method.fit(CONSTANT, Direction.HIGHER, WhenConstant.MIDDLE);
    assertThat(middle.apply(CONSTANT)).isEqualTo(Column.of(50, 50, 50));
    assertThat(middle.flaw()).contains(Scale.Flaw.CONSTANT);
    // Three of a kind share places 1 to 3, whose middle is 2.
    assertThat(
            new Normalisation.Places(Normalisation.Count.RANK)
                .fit(CONSTANT, Direction.HIGHER, WhenConstant.MIDDLE)
                .score(7))
        .hasValue(2);
    // Fixed posts tell a constant indicator from others: it is no flaw there.
    assertThat(
            new Normalisation.Goalposts(0, 14, 0, 100, true)
                .fit(CONSTANT, Direction.HIGHER, WhenConstant.ABSENT)
                .apply(CONSTANT))
        .isEqualTo(Column.of(50, 50, 50));
  }

  @Test
  void aTargetWorseThanEveryValueLeadsNowhere() {
    assertThat(
            new Normalisation.DistanceToTarget(5, false)
                .fit(VALUES, Direction.HIGHER, WhenConstant.ABSENT)
                .flaw())
        .contains(Scale.Flaw.TARGET_NOT_BETTER);
  }

  @Test
  void postsOverAllPeriodsKeepPeriodsComparable() {
    Column first = Column.of(10, 20);
    Column second = Column.of(20, 30);
    Scale both =
        new Normalisation.MinMax(0, 100)
            .fit(Column.joined(List.of(first, second)), Direction.HIGHER, WhenConstant.ABSENT);
    assertThat(both.apply(first)).isEqualTo(Column.of(0, 50));
    assertThat(both.apply(second)).isEqualTo(Column.of(50, 100));
  }

  @Test
  void incomeIndexOfTheHumanDevelopmentReport() {
    // UNDP, technical note 1: income between 100 and 75,000 $ in logarithms. Income 12,992.87 $:
    // (ln 12992.87 − ln 100) / (ln 75000 − ln 100) = 4.866986 / 6.620073 = 0.735186
    Yardstick income =
        new Yardstick.Rule(
                "income",
                Direction.HIGHER,
                new Transform.Ln(),
                new Normalisation.Goalposts(100, 75_000, 0, 1, true),
                WhenConstant.ABSENT)
            .fit(Column.of(1, 2));
    assertThat(income.score(12_992.87).getAsDouble()).isCloseTo(0.735186, within(5e-7));
    assertThat(income.score(100_000)).hasValue(1);
    assertThat(income.score(-3)).as("outside the domain lies beyond the lower post").hasValue(0);
  }

  @Test
  void theRuleStandsBesideTheResultInOneLine() {
    Yardstick beds = rule(new Normalisation.Goalposts(0, 60, 0, 100, true), Direction.HIGHER);
    assertThat(beds.explain(45).en())
        .isEqualTo("goalposts (more is better): 0 + (45 − 0) ÷ (60 − 0) × (100 − 0) = 75");
    assertThat(beds.explain(66).zh())
        .isEqualTo("goalposts（越高越好）：0 + (66 − 0) ÷ (60 − 0) × (100 − 0) = 110，取边界 100");
    assertThat(
            rule(new Normalisation.Places(Normalisation.Count.BORDA), Direction.LOWER)
                .explain(20)
                .en())
        .isEqualTo("borda (less is better): 20: of 4 values 1 are worse; (0 + 1) ÷ 1 = 1");
  }

  static List<Normalisation> relative() {
    return List.of(
        new Normalisation.MinMax(0, 100),
        new Normalisation.ZScore(0, 1),
        new Normalisation.Places(Normalisation.Count.RANK),
        new Normalisation.Places(Normalisation.Count.PERCENTILE),
        new Normalisation.Places(Normalisation.Count.BORDA),
        new Normalisation.DistanceToBest(),
        new Normalisation.DistanceToUnit(1, false));
  }

  @ParameterizedTest
  @MethodSource("relative")
  void relativeMethodsDoNotDependOnUnitOrZeroAndKeepTheOrder(Normalisation method) {
    double[] raw = {3, 11, 5, 8, 2, 7};
    double[] other = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      other[i] = raw[i] * 32 + 64; // exact in binary, so that ties stay ties
    }
    Column one =
        method.fit(Column.of(raw), Direction.HIGHER, WhenConstant.ABSENT).apply(Column.of(raw));
    Column two =
        method.fit(Column.of(other), Direction.HIGHER, WhenConstant.ABSENT).apply(Column.of(other));
    Column falling =
        method.fit(Column.of(raw), Direction.LOWER, WhenConstant.ABSENT).apply(Column.of(raw));
    for (int i = 0; i < raw.length; i++) {
      assertThat(one.at(i)).isCloseTo(two.at(i), within(1e-12));
      for (int j = 0; j < raw.length; j++) {
        if (raw[i] < raw[j]) {
          assertThat(one.at(i)).isLessThan(one.at(j));
        }
      }
    }
    if (falling.count() > 0) {
      assertThat(falling.at(4)).isGreaterThan(falling.at(0));
    }
  }

  @Test
  void transformsNameTheValuesOutsideTheirDomain() {
    Transform.Transformed ln = new Transform.Ln().apply(Column.of(1, 0, -1));
    assertThat(ln.column().find(0)).hasValue(0);
    assertThat(ln.outside()).containsExactly(1, 2);
    assertThat(new Transform.SquareRoot().of(9)).hasValue(3);
    assertThat(new Transform.BoxCox(0.5).of(9).getAsDouble()).isCloseTo(4, within(1e-12));
    assertThat(new Transform.BoxCox(0).of(StrictMath.E).getAsDouble()).isCloseTo(1, within(1e-15));
    // A negative exponent keeps the order: (1/4 − 1) / −1 = 0.75 lies below (1/8 − 1) / −1 = 0.875
    assertThat(new Transform.BoxCox(-1).of(4).getAsDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(new Transform.BoxCox(-1).of(8).getAsDouble()).isCloseTo(0.875, within(1e-12));
  }

  @Test
  void refusesRangesAndPostsWithoutExtent() {
    assertThatThrownBy(() -> new Normalisation.MinMax(100, 0))
        .hasMessage("range of scores: from (100) must lie below to (0)");
    assertThatThrownBy(() -> new Normalisation.Goalposts(5, 5, 0, 1, true))
        .hasMessage("posts: the two ends must differ, but both are 5");
    assertThatThrownBy(() -> new Normalisation.ZScore(0, 0))
        .hasMessage("deviation must lie from 0.000001 to 10000, but was 0");
    assertThatThrownBy(
            () ->
                new Yardstick.Rule(
                    "income",
                    Direction.HIGHER,
                    new Transform.Ln(),
                    new Normalisation.Goalposts(0, 75_000, 0, 1, true),
                    WhenConstant.ABSENT))
        .hasMessage("zero: 0 cannot be transformed by ln");
    assertThatThrownBy(() -> Column.of(1, Double.NaN)).hasMessageContaining("Unit 1");
  }

  private static Column scores(Normalisation method, Direction direction) {
    return method.fit(VALUES, direction, WhenConstant.ABSENT).apply(VALUES);
  }

  private static Yardstick rule(Normalisation method, Direction direction) {
    return new Yardstick.Rule("beds", direction, new Transform.None(), method, WhenConstant.ABSENT)
        .fit(VALUES);
  }
}
