package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoherenceTest {
  private static final List<Column> PARTS =
      List.of(
          Column.of(2, 4, 6, 8, 10, 3), Column.of(4, 3, 8, 7, 12, 5), Column.of(1, 5, 2, 9, 4, 8));
  private static final Column WHOLE = Column.of(7, 12, 16, 24, 26, 16);

  @Test
  void correlationsAlphaAndComponentsAreNumpys() {
    // numpy 2.4: corrcoef, eigh, var(ddof=1)
    Coherence found = Coherence.of(PARTS, WHOLE);
    assertThat(coefficient(found.pairs().get(0))).isCloseTo(0.88274713, within(5e-9));
    assertThat(coefficient(found.pairs().get(2))).isCloseTo(-0.04793898, within(5e-9));
    assertThat(found.alpha().orElseThrow()).isCloseTo(0.6132381570408827, within(1e-12));
    assertThat(found.components().stream().map(Coherence.Component::eigenvalue).toList())
        .satisfiesExactly(
            value -> assertThat(value).isCloseTo(1.89837051, within(5e-9)),
            value -> assertThat(value).isCloseTo(1.02187579, within(5e-9)),
            value -> assertThat(value).isCloseTo(0.07975369, within(5e-9)));
    List<Double> first = found.components().get(0).loadings();
    assertThat(first.get(0)).isCloseTo(0.97899734, within(5e-9));
    assertThat(first.get(1)).isCloseTo(0.95225747, within(5e-9));
    assertThat(first.get(2)).isCloseTo(0.18204513, within(5e-9));
    assertThat(found.components().get(0).share()).isCloseTo(1.89837051 / 3, within(5e-9));
  }

  @Test
  void twoPartsHaveTheEigenvaluesAndAlphaOfTheTextbook() {
    // Two parts of the same spread with correlation r: eigenvalues 1 ± r, α = 2r / (1 + r)
    // (Spearman and Brown).
    Column one = Column.of(1, 2, 3, 4);
    Column other = Column.of(2, 1, 4, 3);
    // By hand: deviations −1.5, −.5, .5, 1.5 and −.5, −1.5, 1.5, .5: products .75 + .75 + .75 + .75
    // = 3, squares 5 each, r = 0.6
    Coherence found = Coherence.of(List.of(one, other), Column.of(3, 3, 7, 7));
    assertThat(coefficient(found.pairs().get(0))).isCloseTo(0.6, within(1e-15));
    assertThat(found.components().get(0).eigenvalue()).isCloseTo(1.6, within(1e-14));
    assertThat(found.components().get(1).eigenvalue()).isCloseTo(0.4, within(1e-14));
    assertThat(found.alpha().orElseThrow()).isCloseTo(0.75, within(1e-14));
  }

  /**
   * Violent crime in the 50 states of 1973 (McNeil, Interactive Data Analysis, 1977; R's {@code
   * USArrests}). Standard deviations and loadings of the components as James, Witten, Hastie and
   * Tibshirani print them, An Introduction to Statistical Learning (2013), table 10.1 and lab 1.
   */
  @Test
  void componentsAndTheirWeightsArePublishedOnes() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Path.of("src/test/resources/published/us-arrests.csv"), StandardCharsets.UTF_8);
    List<Column> parts =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                column ->
                    Column.of(
                        lines.stream()
                            .skip(1)
                            .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
                            .toArray()))
            .toList();
    Coherence found = Coherence.of(parts, parts.get(0));
    double[] deviations = {1.5748783, 0.9948694, 0.5971291, 0.4164494};
    for (int i = 0; i < 4; i++) {
      assertThat(Math.sqrt(found.components().get(i).eigenvalue()))
          .isCloseTo(deviations[i], within(5e-8));
    }
    double[] first = {0.5358995, 0.5831836, 0.2781909, 0.5434321};
    double[] second = {0.4181809, 0.1879856, -0.8728062, -0.1673186};
    List<Double> weights = found.componentWeights().orElseThrow();
    for (int i = 0; i < 4; i++) {
      assertThat(found.components().get(0).loadings().get(i) / deviations[0])
          .isCloseTo(first[i], within(2e-7));
      assertThat(Math.abs(found.components().get(1).loadings().get(i) / deviations[1]))
          .isCloseTo(Math.abs(second[i]), within(2e-7));
      assertThat(weights.get(i)).isCloseTo(first[i] * first[i], within(2e-7));
    }
    assertThat(weights.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void noWeightsFollowWhereThereAreNoComponents() {
    Column flat = Column.of(7, 7, 7, 7);
    assertThat(Coherence.of(List.of(Column.of(1, 2, 3, 4), flat), flat).componentWeights())
        .isEmpty();
  }

  @Test
  void flagsNameWhatRepeatsWhatPullsAndWhatIsSilent() {
    Column up = Column.of(1, 2, 3, 4, 5);
    Column twice = Column.of(2, 4, 6, 8, 10);
    Column down = Column.of(5, 4, 3, 2, 1);
    Column flat = Column.of(7, 7, 7, 7, 7);
    Coherence found = Coherence.of(List.of(up, twice, down, flat), up);
    assertThat(found.pairs().stream().map(Coherence.Pair::flag))
        .containsExactly(
            Coherence.Flag.REDUNDANT,
            Coherence.Flag.CONFLICT,
            Coherence.Flag.NOT_COMPUTABLE,
            Coherence.Flag.CONFLICT,
            Coherence.Flag.NOT_COMPUTABLE,
            Coherence.Flag.NOT_COMPUTABLE);
    assertThat(found.withWhole().stream().map(Coherence.Pair::flag))
        .containsExactly(
            Coherence.Flag.NONE,
            Coherence.Flag.NONE,
            Coherence.Flag.SILENT,
            Coherence.Flag.NOT_COMPUTABLE);
    assertThat(found.components()).as("a part without spread has no correlations").isEmpty();
  }

  @Test
  void gapsLeaveOutUnitsPairByPair() {
    OptionalDouble none = OptionalDouble.empty();
    Column gaps =
        Column.of(
            List.of(OptionalDouble.of(1), none, OptionalDouble.of(3), OptionalDouble.of(2), none));
    Correlation found = Correlation.of(gaps, Column.of(2, 100, 6, 4, -50)).orElseThrow();
    assertThat(found.units()).isEqualTo(3);
    assertThat(found.coefficient()).isCloseTo(1, within(1e-15));
    assertThat(Coherence.of(List.of(gaps), gaps).alpha()).isEmpty();
  }

  @Test
  void componentsHoldAllVarianceWhateverTheOrderOfUnits() {
    List<Column> turned =
        PARTS.stream()
            .map(Column::present)
            .map(
                values ->
                    Column.of(values[5], values[3], values[0], values[1], values[4], values[2]))
            .toList();
    Coherence one = Coherence.of(PARTS, WHOLE);
    Coherence two = Coherence.of(turned, WHOLE);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += one.components().get(i).share();
      assertThat(two.components().get(i).eigenvalue())
          .isCloseTo(one.components().get(i).eigenvalue(), within(1e-12));
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void effectiveWeightsMultiplyDownAndAddUp() {
    // By hand: beds 3/4, half each; staff 1/4 alone
    Yardstick.Rule rule =
        new Yardstick.Rule(
            "a",
            Direction.HIGHER,
            new Transform.None(),
            new Normalisation.MinMax(0, 1),
            WhenConstant.ABSENT);
    Yardstick.Rule other =
        new Yardstick.Rule(
            "b", rule.direction(), rule.transform(), rule.normalisation(), rule.constant());
    Yardstick.Rule third =
        new Yardstick.Rule(
            "c", rule.direction(), rule.transform(), rule.normalisation(), rule.constant());
    Index index =
        new Index(
            new Index.Group(
                "all",
                1,
                new Aggregator.Arithmetic(),
                0,
                List.of(
                    new Index.Group(
                        "beds",
                        3,
                        new Aggregator.Arithmetic(),
                        0,
                        List.of(new Index.Indicator(rule, 2), new Index.Indicator(other, 2))),
                    new Index.Indicator(third, 1))));
    assertThat(EffectiveWeights.of(index))
        .isEqualTo(Map.of("all", 1.0, "beds", 0.75, "a", 0.375, "b", 0.375, "c", 0.25));
  }

  private static double coefficient(Coherence.Pair pair) {
    return pair.correlation().orElseThrow().coefficient();
  }
}
