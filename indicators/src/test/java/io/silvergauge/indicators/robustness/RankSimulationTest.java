package io.silvergauge.indicators.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.score.Scores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RankSimulationTest {
  private static final RankPolicy EXACT =
      new RankPolicy(RankPolicy.Basis.EXACT, 2, RankPolicy.Ties.COMPETITION);
  private static final Grades BANDS =
      new Grades(
          List.of(
              new Grades.Grade("good", Bilingual.same("good"), BigDecimal.valueOf(60)),
              new Grades.Grade("poor", Bilingual.same("poor"), BigDecimal.ZERO)));
  private static final Uncertainty.Weights QUARTER = new Uncertainty.Weights(Set.of(), 0.25);

  /** Two indicators of even weight between posts 0 and 100. */
  private static final Index TWO =
      index(new Aggregator.Arithmetic(), indicator("x", 1), indicator("y", 1));

  /** A is ahead in both, B and C differ: 90/80, 70/40, 40/60, so 85, 55 and 50. */
  private static final Pipeline ABC =
      pipeline(TWO, new Imputation.None(), Column.of(90, 70, 40), Column.of(80, 40, 60));

  @Test
  void whoIsAheadInEverythingStaysAhead() {
    RankDistribution found = run(2000, QUARTER);
    assertThat(found.published(0)).hasValue(1);
    assertThat(found.median(0)).isEqualTo(1);
    assertThat(found.interval(0)).isEqualTo(new Interval(1, 1));
    assertThat(found.ahead(0, 1)).isEqualTo(1);
    assertThat(found.ahead(1, 0)).isZero();
  }

  @Test
  void theChanceToBeAheadIsThatOfTheWeights() {
    // By hand: B is ahead of C while 70u + 40v > 40u + 60v, so v < 1.5 u. With u and v even in
    // 0.5 to 1.5 what is lost is the triangle over u from 0.5 to 1: ∫ (1.5 − 1.5u) du = 0.1875,
    // where 1.5 u lies from 0.75 to 1.5.
    RankDistribution found = run(40_000, new Uncertainty.Weights(Set.of(), 0.5));
    assertThat(found.ahead(1, 2)).isCloseTo(1 - 0.1875, within(0.008)); // four deviations
    assertThat(found.ahead(1, 2) + found.ahead(2, 1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void gradesAreEarnedWithTheirChances() {
    // By hand: B has 60 and more where 70u + 40v ≥ 60u + 60v, so v ≤ u/2; with u and v even in 0 to
    // 2
    // that is a quarter of the square.
    RankDistribution found = run(40_000, new Uncertainty.Weights(Set.of(), 1));
    assertThat(found.grades(1).get("good")).isCloseTo(0.25, within(0.009));
    assertThat(found.grades(1).get("good") + found.grades(1).get("poor"))
        .isCloseTo(1, within(1e-12));
    assertThat(found.grades(0)).isEqualTo(Map.of("good", 1.0, "poor", 0.0));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameAndAnotherSeedDoesNot() {
    Specification specification =
        new Specification(7, 500, 0.9, List.of(QUARTER, new Uncertainty.LeaveOneOut(), valueOfB()));
    RankSimulation simulation = RankSimulation.of(specification, ABC);
    assertThat(ranks(simulation.run(1), 500)).isEqualTo(ranks(simulation.run(4), 500));
    Specification other = new Specification(8, 500, 0.9, specification.uncertainties());
    assertThat(ranks(RankSimulation.of(other, ABC).run(1), 500))
        .isNotEqualTo(ranks(simulation.run(1), 500));
  }

  @Test
  void aTableOfParametersIsReplayedRankByRank() {
    Specification specification =
        new Specification(
            3,
            300,
            0.9,
            List.of(
                QUARTER,
                new Uncertainty.Normalisations(List.of(new Normalisation.ZScore(50, 10))),
                new Uncertainty.Aggregations(Set.of(), List.of(new Aggregator.Minimum())),
                new Uncertainty.LeaveOneOut(),
                valueOfB()));
    RankSimulation simulation = RankSimulation.of(specification, ABC);
    DrawTable table = simulation.table();
    assertThat(ranks(simulation.replay(table, 2), 300)).isEqualTo(ranks(simulation.run(1), 300));
    assertThat(table.header())
        .containsExactly(
            "weight.x",
            "weight.y",
            "normalisation",
            "aggregation",
            "imputation",
            "omitted",
            "values");
  }

  @Test
  void aTableOfWeightsFromElsewhereGivesTheRanksOfThoseWeights() {
    // By hand: with weights 1 and 3, B has 47.5 and C 55; with 3 and 1, B 62.5 and C 45
    DrawTable table =
        new DrawTable(
            List.of("weight.x", "weight.y"), List.of(List.of("1", "3"), List.of("3", "1")));
    RankDistribution found = simulation(10, QUARTER).replay(table, 1);
    assertThat(found.rank(1, 0)).hasValue(3);
    assertThat(found.rank(2, 0)).hasValue(2);
    assertThat(found.rank(1, 1)).hasValue(2);
    assertThatThrownBy(
            () ->
                simulation(10, QUARTER)
                    .replay(new DrawTable(List.of("weight.x"), List.of(List.of("-1"))), 1))
        .hasMessage("table of parameters, row 1, column 'weight.x': cannot be '-1'");
    assertThatThrownBy(
            () ->
                simulation(10, QUARTER)
                    .replay(new DrawTable(List.of("weight.z"), List.of(List.of("1"))), 1))
        .hasMessage("there is no column 'weight.z'");
  }

  @Test
  void failedReplicationsAreCountedAndWidenTheInterval() {
    // C has y alone, so it fails where y is left out: one replication in three.
    Pipeline gap =
        pipeline(
            TWO,
            new Imputation.None(),
            Column.of(
                List.of(OptionalDouble.of(90), OptionalDouble.of(70), OptionalDouble.empty())),
            Column.of(80, 40, 60));
    RankDistribution found =
        RankSimulation.of(
                new Specification(1, 3000, 0.9, List.of(new Uncertainty.LeaveOneOut())), gap)
            .run(1);
    assertThat(found.failures(2) / 3000.0).isCloseTo(1 / 3.0, within(0.035));
    assertThat(found.failures(0)).isZero();
    assertThat(found.interval(2)).as("as if first, as if last").isEqualTo(new Interval(1, 3));
    double graded = found.grades(2).values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(graded).isCloseTo(1 - found.failures(2) / 3000.0, within(1e-12));
    assertThat(found.ahead(0, 2) + found.ahead(2, 0))
        .isCloseTo(1 - found.failures(2) / 3000.0, within(1e-12));
  }

  @Test
  void valuesWithinTheirIntervalsMoveOnlyThatUnit() {
    // B's x is 70 ± 19.6 at 95 %, a deviation of 10, so its score deviates by 5: it falls below C's
    // 50 from 55 with the chance P(Z < −1) = 0.1587
    RankDistribution found = run(20_000, valueOfB());
    assertThat(found.ahead(2, 1)).isCloseTo(0.1587, within(0.011));
    assertThat(found.ahead(0, 2)).isEqualTo(1);
  }

  @Test
  void dirichletWeightsHaveTheDeclaredMeanAndVariance() {
    Pipeline uneven =
        pipeline(
            index(new Aggregator.Arithmetic(), indicator("x", 3), indicator("y", 1)),
            new Imputation.None(),
            Column.of(90, 70, 40),
            Column.of(80, 40, 60));
    DrawTable table =
        RankSimulation.of(
                new Specification(5, 20_000, 0.9, List.of(new Uncertainty.Dirichlet("all", 9))),
                uneven)
            .table();
    double sum = 0;
    double squares = 0;
    for (List<String> row : table.rows()) {
      double share = Double.parseDouble(row.get(0)) / 4;
      sum += share;
      squares += share * share;
      assertThat(Double.parseDouble(row.get(0)) + Double.parseDouble(row.get(1)))
          .isCloseTo(4, within(1e-12));
    }
    // By hand: mean 0.75, variance 0.75 · 0.25 / (9 + 1) = 0.01875
    double mean = sum / 20_000;
    assertThat(mean).isCloseTo(0.75, within(0.004));
    assertThat(squares / 20_000 - mean * mean).isCloseTo(0.01875, within(0.0008));
  }

  @Test
  void sensitivityNamesWhatDrivesAUnitsRank() {
    // Only x's weight is uncertain in the second factor; A's rank never moves, B's does.
    RankSimulation simulation =
        RankSimulation.of(
            new Specification(
                11,
                1,
                0.9,
                List.of(
                    new Uncertainty.Weights(Set.of("x"), 0.9),
                    new Uncertainty.Aggregations(Set.of(), List.of(new Aggregator.Power(1))))),
            ABC);
    SobolIndices found = simulation.sensitivity(RankSimulation.Effect.rankOf(1), 2000, 100, 2);
    assertThat(found.factors().get(0).first()).isCloseTo(1, within(0.05));
    assertThat(found.factors().get(0).total()).isCloseTo(1, within(0.05));
    assertThat(found.factors().get(1).total()).as("p = 1 is what is declared").isZero();
    assertThat(simulation.sensitivity(RankSimulation.Effect.rankOf(0), 200, 10, 1).variance())
        .isZero();
  }

  @Test
  void refusesByNameBeforeAnythingRuns() {
    assertThat(faults(new Uncertainty.Weights(Set.of(), 1.5)))
        .containsExactly(
            "weights: the range must lie above 0 and reach 100 % at most, but was 150 %; a weight"
                + " cannot turn negative");
    assertThat(faults(new Uncertainty.Weights(Set.of("z"), 0.1)))
        .containsExactly("weights: there is no 'z'; known are: all, x, y");
    assertThat(faults(QUARTER, new Uncertainty.Dirichlet("all", 5)))
        .containsExactly("dirichlet: the weight of 'x' is varied by another entry already");
    assertThat(faults(new Uncertainty.Imputations(List.of(new Imputation.GroupMean()))))
        .containsExactly(
            "imputation: the pipeline has no such step, and a simulation cannot add one");
    assertThat(
            faults(
                new Uncertainty.Normalisations(List.of(new Normalisation.ZScore(0, 1))),
                new Uncertainty.Aggregations(Set.of(), List.of(new Aggregator.Geometric()))))
        .hasSize(2)
        .allMatch(text -> text.startsWith("aggregation 'geometric' of group 'all': "))
        .allMatch(text -> text.endsWith("and the method needs scores above 0"));
    assertThat(
            faults(
                new Uncertainty.Normalisations(
                    List.of(new Normalisation.Goalposts(100, 0, 0, 100, true)))))
        .first()
        .isEqualTo("normalisation: indicator 'x': full (0) must lie above zero (100)");
    assertThat(faults()).containsExactly("nothing is uncertain: no rank could change");
    assertThat(
            new Specification(1, 0, 90, List.of(QUARTER)).faults(ABC).stream().map(Bilingual::en))
        .containsExactly(
            "replications must lie from 1 to 1000000, but was 0",
            "level must lie above 0.5 and below 1, but was 90.0");
    assertThat(
            faults(
                new Uncertainty.Values(
                    new Estimate.Confidence(0.95),
                    List.of(new Uncertainty.Cell("x", "B", new Interval(1, 2))))))
        .containsExactly("values: x / B is 70.0, outside its interval from 1.0 to 2.0");
    assertThatThrownBy(() -> simulation(10, new Uncertainty.Weights(Set.of(), 2)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void gradesAreNotStatedOnAnotherScale() {
    assertThat(
            run(10, new Uncertainty.Normalisations(List.of(new Normalisation.ZScore(50, 10))))
                .grades(0))
        .isEmpty();
    assertThat(
            run(10, new Uncertainty.Normalisations(List.of(new Normalisation.MinMax(0, 100))))
                .grades(0))
        .isNotEmpty();
  }

  @Test
  void ranksAreThoseOfTheRankPolicy() {
    for (RankPolicy.Basis basis : RankPolicy.Basis.values()) {
      for (RankPolicy.Ties ties : RankPolicy.Ties.values()) {
        RankPolicy policy = new RankPolicy(basis, 1, ties);
        RandomStream stream = RandomStream.of(42, 1);
        double[] scores = new double[200];
        long[] keys = new long[200];
        TreeMap<Integer, BigDecimal> named = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
          // Halves of the eleventh decimal and of the second, where rounding decides.
          scores[i] = i % 2 == 0 ? stream.below(40) * 0.05 : stream.below(9) * 5e-11 + 1;
          keys[i] = Ranker.key(scores[i]);
          assertThat(keys[i]).isEqualTo(Scores.rounded(scores[i]).unscaledValue().longValueExact());
          named.put(i, Scores.rounded(scores[i]));
        }
        int[] ranks = new int[200];
        new Ranker(policy, 200).rank(keys, ranks);
        Map<Integer, Integer> expected = policy.ranks(named);
        for (int i = 0; i < 200; i++) {
          assertThat(ranks[i]).isEqualTo(expected.get(i));
        }
      }
    }
  }

  @Test
  void scoresAreRankedBeforeTheyAreRoundedForPrint() {
    // Both print as 55.00, and 55.004 is ahead.
    Pipeline close =
        pipeline(TWO, new Imputation.None(), Column.of(55.0, 55.004), Column.of(55.0, 55.004));
    RankDistribution found =
        RankSimulation.of(new Specification(1, 10, 0.9, List.of(QUARTER)), close).run(1);
    assertThat(found.published(1)).hasValue(1);
    assertThat(found.published(0)).hasValue(2);
  }

  private static List<String> faults(Uncertainty... uncertainties) {
    return new Specification(1, 10, 0.9, List.of(uncertainties))
        .faults(ABC).stream().map(Bilingual::en).toList();
  }

  private static Uncertainty valueOfB() {
    double half = 10 * 1.959963984540054;
    return new Uncertainty.Values(
        new Estimate.Confidence(0.95),
        List.of(new Uncertainty.Cell("x", "B", new Interval(70 - half, 70 + half))));
  }

  private static RankSimulation simulation(int replications, Uncertainty... uncertainties) {
    return RankSimulation.of(
        new Specification(2023, replications, 0.9, List.of(uncertainties)), ABC);
  }

  private static RankDistribution run(int replications, Uncertainty... uncertainties) {
    return simulation(replications, uncertainties).run(2);
  }

  private static List<Integer> ranks(RankDistribution found, int replications) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < replications; i++) {
      for (int unit = 0; unit < 3; unit++) {
        ranks.add(found.rank(unit, i).orElse(0));
      }
    }
    return ranks;
  }

  static Index.Indicator indicator(String id, double weight) {
    return new Index.Indicator(
        new Yardstick.Rule(
            id,
            Direction.HIGHER,
            new Transform.None(),
            new Normalisation.Goalposts(0, 100, 0, 100, true),
            WhenConstant.ABSENT),
        weight);
  }

  static Index index(Aggregator aggregator, Index.Node... parts) {
    return new Index(new Index.Group("all", 1, aggregator, 0, List.of(parts)));
  }

  static Pipeline pipeline(Index index, Imputation imputation, Column... data) {
    List<String> units = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < data[0].size(); i++) {
      units.add(i < 26 ? String.valueOf((char) ('A' + i)) : "unit" + i);
      groups.add("all");
    }
    return new Pipeline(
        index, units, List.of(data), List.of(), false, imputation, groups, EXACT, BANDS);
  }
}
