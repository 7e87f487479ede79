package io.silvergauge.indicators.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.score.Grades;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeastChangeTest {
  /** x weighs 3, y 1, z 1; posts 0 and 100; "good" from 60. */
  private static final Index INDEX =
      RankSimulationTest.index(
          new Aggregator.Arithmetic(),
          RankSimulationTest.indicator("x", 3),
          RankSimulationTest.indicator("y", 1),
          RankSimulationTest.indicator("z", 1));

  /** A has (3·90 + 50 + 50) / 5 = 74; B has (3·50 + 40 + 30) / 5 = 44. */
  private static final Pipeline AB =
      RankSimulationTest.pipeline(
          INDEX, new Imputation.None(), Column.of(90, 50), Column.of(50, 40), Column.of(50, 30));

  @Test
  void theLeastImprovementByEachIndicatorAlone() {
    // By hand: 16 points are missing, 80 in weighted sums: x by 80/3 to 76.6667; y has 60 left, z
    // 70
    List<LeastChange.Step> steps = new LeastChange(AB, 1, new Goal.Grade("good")).alone();
    assertThat(steps.get(0).verdict()).isEqualTo(LeastChange.Verdict.REACHES);
    assertThat(steps.get(0).from()).hasValue(50);
    assertThat(steps.get(0).to().getAsDouble()).isCloseTo(50 + 80 / 3.0, within(1e-9));
    assertThat(steps.get(1))
        .isEqualTo(
            new LeastChange.Step(
                "y",
                LeastChange.Verdict.NOT_ENOUGH,
                OptionalDouble.of(40),
                OptionalDouble.of(100)));
  }

  @Test
  void theLeastValueWithSoManyDecimals() {
    // By hand, as above: 76.6667 from below does not do with 76.66, and does with 76.67
    assertThat(new LeastChange(AB, 1, new Goal.Grade("good")).reaching(2))
        .containsExactly(
            new LeastChange.Step(
                "x", LeastChange.Verdict.REACHES, OptionalDouble.of(50), OptionalDouble.of(76.67)));
    assertThat(new LeastChange(AB, 0, new Goal.Grade("good")).reaching(2)).isEmpty();
    assertThatThrownBy(() -> new LeastChange(AB, 1, new Goal.Rank(1)).reaching(2))
        .hasMessageContaining("for grades alone");
  }

  /** By hand: scores have ten decimals, so 60.00000000005 is first reached by 60.0000000001. */
  @Test
  void anEdgeOfMoreThanTenDecimalsIsReachedFromAbove() {
    Pipeline fine =
        new Pipeline(
            RankSimulationTest.index(
                new Aggregator.Arithmetic(), RankSimulationTest.indicator("x", 1)),
            List.of("A"),
            List.of(Column.of(50)),
            List.of(),
            false,
            new Imputation.None(),
            List.of("all"),
            AB.ranks(),
            new Grades(
                List.of(
                    new Grades.Grade(
                        "good", Bilingual.same("good"), new BigDecimal("60.00000000005")),
                    new Grades.Grade("poor", Bilingual.same("poor"), BigDecimal.ZERO))));
    LeastChange asked = new LeastChange(fine, 0, new Goal.Grade("good"));
    assertThat(asked.reaching(9).get(0).to()).hasValue(60.000000001);
    assertThat(asked.alone().get(0).to().getAsDouble()).isBetween(60.00000000004, 60.0000000001);
    assertThat(new LeastChange(AB, 1, new Goal.Grade("good")).reaching(9).get(0).to())
        .as("60 itself: 50 + 80 / 3")
        .hasValue(76.666666667);
  }

  @Test
  void theLeastImprovementToTheNextRank() {
    // By hand: A's 74 needs (3x + 70) / 5, so x = 100: a tie shares the first rank
    LeastChange.Step step = new LeastChange(AB, 1, new Goal.Rank(1)).alone().get(0);
    assertThat(step.verdict()).isEqualTo(LeastChange.Verdict.REACHES);
    assertThat(step.to().getAsDouble()).isCloseTo(100, within(1e-9));
  }

  @Test
  void theCheapestCombinationTakesTheCheapestPointsFirst() {
    // Whole ways: x 50 left, worth 30 points; y 60, worth 12; z 70, worth 14. At costs 4, 1, 1 a
    // point costs 0.1333, 0.0833, 0.0714: all of z (14), then 2 of y's 12, which is 10 of its 60.
    LeastChange.Way way =
        new LeastChange(AB, 1, new Goal.Grade("good")).cheapest(Map.of("x", 4.0)).orElseThrow();
    assertThat(way.steps().stream().map(LeastChange.Step::indicator)).containsExactly("z", "y");
    assertThat(way.steps().get(0).to()).hasValue(100);
    assertThat(way.steps().get(1).to().getAsDouble()).isCloseTo(50, within(1e-8));
    assertThat(way.cost()).isCloseTo(1 + 10 / 60.0, within(1e-9));
    // How sure: with exactly 60 points at the declared weights, about half of all weights reach it.
    RankDistribution sure =
        RankSimulation.of(
                new Specification(4, 4000, 0.9, List.of(new Uncertainty.Weights(Set.of(), 0.25))),
                way.changed())
            .run(1);
    assertThat(sure.grades(1).get("good")).isBetween(0.4, 0.6);
  }

  @Test
  void nothingIsAskedOfWhoIsThereOrHasNoValue() {
    assertThat(new LeastChange(AB, 0, new Goal.Grade("good")).alone())
        .allMatch(step -> step.verdict() == LeastChange.Verdict.THERE_ALREADY);
    assertThat(
            new LeastChange(AB, 0, new Goal.Grade("good")).cheapest(Map.of()).orElseThrow().cost())
        .isZero();
    Pipeline gap =
        RankSimulationTest.pipeline(
            INDEX,
            new Imputation.None(),
            Column.of(90, 50),
            Column.of(List.of(OptionalDouble.of(50), OptionalDouble.empty())),
            Column.of(50, 30));
    assertThat(new LeastChange(gap, 1, new Goal.Grade("good")).alone().get(1).verdict())
        .isEqualTo(LeastChange.Verdict.NO_VALUE);
  }

  @Test
  void refusesWhereTheScoreIsNoSum() {
    Pipeline geometric =
        RankSimulationTest.pipeline(
            RankSimulationTest.index(
                new Aggregator.Geometric(), RankSimulationTest.indicator("x", 1)),
            new Imputation.None(),
            Column.of(90, 50));
    assertThatThrownBy(
            () -> new LeastChange(geometric, 1, new Goal.Grade("good")).cheapest(Map.of()))
        .hasMessage("cheapest combination: for grades and arithmetic means alone");
    // A value below the lower post gains nothing at first: the cheapest points are not the first
    // ones.
    Pipeline below =
        RankSimulationTest.pipeline(
            INDEX, new Imputation.None(), Column.of(90, 50), Column.of(50, 40), Column.of(50, -30));
    assertThatThrownBy(() -> new LeastChange(below, 1, new Goal.Grade("good")).cheapest(Map.of()))
        .hasMessageStartingWith("cheapest combination: the score of 'z' does not rise evenly");
    assertThat(new LeastChange(below, 0, new Goal.Grade("good")).cheapest(Map.of())).isPresent();
    assertThatThrownBy(() -> new LeastChange(AB, 1, new Goal.Grade("best")))
        .hasMessage("there is no grade 'best'");
  }

  @Test
  void oneChoiceAtATime() {
    // A, B, C have 90/10, 40/70 and 50/50: 50, 55, 50 at even weights, so ranks 2, 1, 2.
    Pipeline pipeline =
        RankSimulationTest.pipeline(
            RankSimulationTest.index(
                new Aggregator.Arithmetic(),
                RankSimulationTest.indicator("x", 1),
                RankSimulationTest.indicator("y", 1)),
            new Imputation.None(),
            Column.of(90, 40, 50),
            Column.of(10, 70, 50));
    List<WhatIf> cases =
        RankSimulation.of(
                new Specification(
                    1,
                    1,
                    0.9,
                    List.of(
                        new Uncertainty.Weights(Set.of("x"), 0.5),
                        new Uncertainty.Aggregations(Set.of(), List.of(new Aggregator.Minimum())))),
                pipeline)
            .oneAtATime();
    assertThat(cases.stream().map(each -> each.step() + " " + each.choice()))
        .containsExactly(
            "omitted x", "omitted y", "weight x × 0.5", "weight x × 1.5", "aggregation minimum");
    // Without x: y gives 10, 70, 50: ranks 3, 1, 2. Without y: 1, 3, 2. Minimum: 10, 40, 50: 3, 2,
    // 1
    assertThat(cases.get(0).ranks()).isEqualTo(ranks(3, 1, 2));
    assertThat(cases.get(1).ranks()).isEqualTo(ranks(1, 3, 2));
    assertThat(cases.get(1).largestShift()).isEqualTo(2);
    assertThat(cases.get(1).meanShift()).isCloseTo(1, within(1e-15));
    assertThat(cases.get(4).ranks()).isEqualTo(ranks(3, 2, 1));
    // x at 1.5: (135 + 10, 60 + 70, 75 + 50) / 2.5 = 58, 52, 50
    assertThat(cases.get(3).ranks()).isEqualTo(ranks(1, 2, 3));
  }

  private static List<OptionalInt> ranks(int a, int b, int c) {
    return List.of(OptionalInt.of(a), OptionalInt.of(b), OptionalInt.of(c));
  }
}
