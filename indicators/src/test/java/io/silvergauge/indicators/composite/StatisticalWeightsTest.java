package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.BalancedWeights.Lack;
import io.silvergauge.indicators.composite.BenefitOfDoubt.Share;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Weights that come from the scores, against figures that others have printed. */
class StatisticalWeightsTest {
  private static final List<Share> FREE = List.of(Share.FREE, Share.FREE);

  /**
   * The connectivity and sustainability of 51 countries, COINr 1.1, article "Weights": with equal
   * weights their correlations with the index are 0.9397805 and 0.8382873, and with 0.3902439 and
   * 0.6097561, which its search finds within a tolerance of 0.1, 0.8971336 and 0.8925119. Two
   * correlations fix the ratio a of the deviations and the correlation r: {@code (a + r) / D} and
   * {@code (1 + ra) / D} with {@code D² = a² + 1 + 2ra} hold with a = 1.59526887 and r =
   * 0.60145853. Any two columns of that shape stand for the 51.
   */
  @Test
  void balancesWhatCoinrBalances() {
    double a = 1.5952688694669162;
    double r = 0.6014585347404795;
    double s = Math.sqrt(1 - r * r);
    // (−1, 0, 1) and (1, −2, 1)/√3 have deviation 1 and no correlation
    Column one = Column.of(-a, 0, a);
    Column other = Column.of(-r + s / Math.sqrt(3), -2 * s / Math.sqrt(3), r + s / Math.sqrt(3));
    assertThat(with(one, other, 0.5, 0)).isCloseTo(0.9397805, within(5e-8));
    assertThat(with(one, other, 0.5, 1)).isCloseTo(0.8382873, within(5e-8));
    assertThat(with(one, other, 0.3902439, 0)).isCloseTo(0.8971336, within(6e-8));
    assertThat(with(one, other, 0.3902439, 1)).isCloseTo(0.8925119, within(6e-8));

    double exact =
        BalancedWeights.of(List.of(one, other), List.of(1.0, 1.0)).weights().orElseThrow().get(0);
    assertThat(exact).isCloseTo(1 / (1 + a), within(1e-12)).isCloseTo(0.3902439, within(0.005));
    assertThat(with(one, other, exact, 0))
        .isCloseTo(with(one, other, exact, 1), within(1e-12))
        .isBetween(0.8925119, 0.8971336);
  }

  private static double with(Column one, Column other, double weight, int part) {
    double[] sums = new double[one.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = weight * one.at(i) + (1 - weight) * other.at(i);
    }
    return Correlation.of(part == 0 ? one : other, Column.of(sums)).orElseThrow().coefficient();
  }

  /** Whatever the parts, their correlations stand as the importances do, or it says why not. */
  @Test
  void correlationsStandAsImportancesDo() {
    SplittableRandom random = new SplittableRandom(20);
    List<Double> importances = List.of(2.0, 3.0, 4.0);
    int found = 0;
    for (int round = 0; round < 50; round++) {
      List<Column> parts = List.of(column(random, 1), column(random, 5), column(random, 0.2));
      BalancedWeights balanced = BalancedWeights.of(parts, importances);
      if (balanced.weights().isPresent()) {
        List<Double> weights = balanced.weights().get();
        assertThat(weights.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
        double[] sums = new double[20];
        for (int i = 0; i < 20; i++) {
          for (int part = 0; part < 3; part++) {
            sums[i] += weights.get(part) * parts.get(part).at(i);
          }
        }
        double each = correlation(parts.get(0), sums) / 2;
        assertThat(correlation(parts.get(1), sums)).isCloseTo(3 * each, within(1e-9));
        assertThat(correlation(parts.get(2), sums)).isCloseTo(4 * each, within(1e-9));
        found++;
      } else {
        assertThat(balanced.lack()).contains(Lack.NEGATIVE);
      }
    }
    assertThat(found).isGreaterThan(30);
  }

  private static double correlation(Column part, double[] sums) {
    return Correlation.of(part, Column.of(sums)).orElseThrow().coefficient();
  }

  private static Column column(SplittableRandom random, double scale) {
    return Column.of(random.doubles(20).map(each -> each * scale).toArray());
  }

  @Test
  void saysWhyThereAreNoBalancedWeights() {
    assertThat(lack(Column.of(1, 2), Column.of(2, 1))).isEqualTo(Lack.TOO_FEW);
    assertThat(lack(Column.of(1, 2, 3), Column.of(5, 5, 5))).isEqualTo(Lack.CONSTANT);
    assertThat(lack(Column.of(1, 2, 3), Column.of(20, 40, 60))).isEqualTo(Lack.REPEATED);
  }

  private static Lack lack(Column one, Column other) {
    return BalancedWeights.of(List.of(one, other), List.of(1.0, 1.0)).lack().orElseThrow();
  }

  /**
   * Seven shops with one clerk each, customers and sales: Cooper, Seiford and Tone, Data
   * Envelopment Analysis (2007), table 1.4. One input alike for all makes their efficiency the
   * benefit of the doubt: B, E, F and G are on the frontier, D has 0.75, A 0.714. C, 3 and 4, by
   * hand: the edge from E to F has weights 0.1 and 0.1, so 0.7; those beside it give 0.6875, 0.65.
   */
  @Test
  void favoursTheShopsOfTheTextbook() {
    List<OptionalDouble> found =
        BenefitOfDoubt.of(
            List.of(Column.of(1, 2, 3, 4, 4, 5, 6), Column.of(5, 7, 4, 3, 6, 5, 2)), FREE);
    assertThat(found.get(0).getAsDouble()).isCloseTo(5 / 7.0, within(1e-12));
    assertThat(found.get(0).getAsDouble()).isCloseTo(0.714, within(5e-4));
    assertThat(found.get(2).getAsDouble()).isCloseTo(0.7, within(1e-12));
    assertThat(found.get(3).getAsDouble()).isCloseTo(0.75, within(1e-12));
    for (int best : new int[] {1, 4, 5, 6}) {
      assertThat(found.get(best).getAsDouble()).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * Two units, 10 and 2, 4 and 8, each part with 40 to 60 % of the weight. The second does best
   * with 40 %: 6.4 of the first's 5.2, so 1; with 60 % it has 5.6 of 6.8, the first 1.
   */
  @Test
  void keepsWeightsWithinTheirShares() {
    List<Column> parts = List.of(Column.of(10, 4, 2), Column.of(2, 8, 2));
    Share near = new Share(0.4, 0.6);
    List<OptionalDouble> found = BenefitOfDoubt.of(parts, List.of(near, near));
    assertThat(found.get(0).getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(found.get(1).getAsDouble()).isCloseTo(1, within(1e-12));
    // 2 of the larger of 2 + 8w and 8 − 4w, least where both are 6: w = 1/2
    assertThat(found.get(2).getAsDouble()).isCloseTo(1 / 3.0, within(1e-12));
    // with 60 % of the first alone: 5.6 of 6.8
    assertThat(
            BenefitOfDoubt.of(parts, List.of(new Share(0.6, 0.6), new Share(0.4, 0.4)))
                .get(1)
                .getAsDouble())
        .isCloseTo(5.6 / 6.8, within(1e-12));
  }

  @Test
  void leavesOutWhoLacksAPartAndRefusesWhatCannotBe() {
    List<Column> parts =
        List.of(Column.of(List.of(OptionalDouble.of(5), OptionalDouble.empty())), Column.of(0, 9));
    assertThat(BenefitOfDoubt.of(parts, FREE).get(1)).isEmpty();
    assertThat(BenefitOfDoubt.of(List.of(Column.of(0, 0), Column.of(0, 0)), FREE).get(0))
        .hasValue(0);
    assertThatThrownBy(() -> BenefitOfDoubt.of(List.of(Column.of(-1, 2), Column.of(1, 2)), FREE))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("-1.0 lies below nought");
    assertThatThrownBy(
            () -> BenefitOfDoubt.of(parts, List.of(new Share(0.1, 0.4), new Share(0, 0.5))))
        .hasMessageContaining("at most, so none keep to all");
    assertThatThrownBy(() -> new Share(0.6, 0.5)).hasMessageContaining("0.6 to 0.5");
  }
}
