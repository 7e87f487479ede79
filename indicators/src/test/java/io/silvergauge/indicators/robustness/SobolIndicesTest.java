package io.silvergauge.indicators.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SobolIndicesTest {
  /** Ishigami and Homma (1990): sin x₁ + a sin² x₂ + b x₃⁴ sin x₁, each x from −π to π. */
  private static double ishigami(double[] u) {
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = -StrictMath.PI + 2 * StrictMath.PI * u[i];
    }
    double sine = StrictMath.sin(x[1]);
    return StrictMath.sin(x[0])
        + 7 * sine * sine
        + 0.1 * x[2] * x[2] * x[2] * x[2] * StrictMath.sin(x[0]);
  }

  @Test
  void findsTheAnalyticIndicesOfIshigamisFunction() {
    // Saltelli and others, Global Sensitivity Analysis (2008), a = 7, b = 0.1:
    // D = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 = 13.8446; S = 0.3139, 0.4424, 0; T = 0.5576, 0.4424, 0.2437
    SobolIndices found = indices(2, 16_384);
    assertThat(found.mean()).isCloseTo(3.5, within(0.05));
    assertThat(found.variance()).isCloseTo(13.8446, within(0.2));
    double[] first = {0.3139, 0.4424, 0};
    double[] total = {0.5576, 0.4424, 0.2437};
    for (int i = 0; i < 3; i++) {
      SobolIndices.Factor factor = found.factors().get(i);
      assertThat(factor.first()).isCloseTo(first[i], within(0.02));
      assertThat(factor.total()).isCloseTo(total[i], within(0.02));
      assertThat(first[i]).isBetween(factor.firstBounds().low(), factor.firstBounds().high());
      assertThat(total[i]).isBetween(factor.totalBounds().low(), factor.totalBounds().high());
      assertThat(factor.first()).isBetween(factor.firstBounds().low(), factor.firstBounds().high());
    }
  }

  @Test
  void boundsNarrowWithMoreRows() {
    SobolIndices few = indices(1, 256);
    SobolIndices many = indices(1, 4096);
    assertThat(width(many)).isLessThan(width(few) / 2);
  }

  @Test
  void anyNumberOfThreadsFindsTheSame() {
    assertThat(indices(1, 1000)).isEqualTo(indices(3, 1000));
  }

  @Test
  void aResultThatNeverChangesHasNoCauses() {
    SobolIndices none = SobolIndices.of(2, 100, 10, 0.9, 1, 1, () -> u -> 4);
    assertThat(none.variance()).isZero();
    assertThat(none.factors().get(0).total()).isZero();
  }

  private static double width(SobolIndices indices) {
    Interval bounds = indices.factors().get(1).totalBounds();
    return bounds.high() - bounds.low();
  }

  private static SobolIndices indices(int threads, int base) {
    return SobolIndices.of(
        3, base, 500, 0.99, 20_231_231, threads, () -> SobolIndicesTest::ishigami);
  }
}
