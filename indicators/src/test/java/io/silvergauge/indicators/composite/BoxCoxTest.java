package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The exponent that makes values most like normal ones. */
class BoxCoxTest {
  /** Volumes of 31 felled black cherry trees: Ryan, Joiner and Ryan, Minitab Handbook (1976). */
  private static final double[] VOLUMES = {
    10.3, 10.3, 10.2, 16.4, 18.8, 19.7, 15.6, 18.2, 22.6, 19.9, 24.2, 21.0, 21.4, 21.3, 19.1, 22.2,
    33.8, 27.4, 25.7, 24.9, 34.5, 31.7, 36.3, 38.3, 42.6, 55.4, 55.7, 58.3, 51.5, 51.0, 77.0
  };

  private static double lambda(double... values) {
    return ((Transform.BoxCox) new Transform.FittedBoxCox().over(Column.of(values))).lambda();
  }

  @Test
  void theExponentIsTheOneOtherProgramsFind() {
    // scipy 1.17.1, stats.boxcox_llf maximised to 1e-12: −0.07476605, 0.34514827, −0.31380227
    assertThat(lambda(VOLUMES)).isEqualTo(-0.0748);
    assertThat(lambda(1, 4, 9, 16, 25)).isEqualTo(0.3451);
    assertThat(lambda(1, 2, 3, 10)).isEqualTo(-0.3138);
  }

  @Test
  void evenlySpacedLogarithmsAreBestLeftLogarithms() {
    // By symmetry: ln 1, 2, 4, 8 lie evenly about their mean, and so does every λ against −λ.
    assertThat(lambda(1, 2, 4, 8)).isZero();
  }

  @Test
  void theUnitOfTheValuesDoesNotMatter() {
    double[] tenfold = Arrays.stream(VOLUMES).map(value -> value * 10).toArray();
    assertThat(lambda(tenfold)).isCloseTo(lambda(VOLUMES), within(1e-4));
  }

  @Test
  void thereIsNoneOfValuesThatAreNotAboveNoughtTooFewOrAllTheSame() {
    for (double[] values : new double[][] {{0, 1, 2}, {1, 2}, {3, 3, 3}, {}}) {
      assertThat(new Transform.FittedBoxCox().over(Column.of(values)))
          .isInstanceOf(Transform.FittedBoxCox.class);
    }
  }
}
