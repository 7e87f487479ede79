package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TreatmentTest {
  @Test
  void skewnessAndKurtosisAreThoseOfSpreadsheets() {
    // By hand: 1, 2, 3, 10 deviate −3, −2, −1, 6 from 4; squares 50, cubes 180, fourth powers 1394.
    // g1 = 45 / 12.5^1.5 = 1.018234, G1 = g1 · √12 / 2 = 1.763633
    // g2 = 348.5 / 156.25 − 3 = −0.7696, G2 = 3 / 2 · (5 · −0.7696 + 6) = 3.228
    double[] values = {1, 2, 3, 10};
    assertThat(Moments.skewness(values)).isCloseTo(1.763633, within(5e-7));
    assertThat(Moments.kurtosis(values)).isCloseTo(3.228, within(1e-12));
  }

  @Test
  void oneFarPointIsDrawnInToTheNextAndRecorded() {
    Column column = Column.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100);
    Treatment.Treated treated = Treatment.USUAL.apply(column);
    assertThat(treated.outcome()).isEqualTo(Treatment.Outcome.WINSORISED);
    assertThat(treated.points()).containsExactly(new Treatment.Point(10, 100, 10));
    assertThat(treated.column()).isEqualTo(Column.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10));
  }

  @Test
  void whatWasTakenFromAColumnHoldsForOtherValuesToo() {
    Treatment.Fitted drawnIn = Treatment.USUAL.fit(Column.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100));
    assertThat(List.of(drawnIn.of(0), drawnIn.of(7.5), drawnIn.of(50), drawnIn.of(100)))
        .containsExactly(1.0, 7.5, 10.0, 10.0);
    assertThat(Treatment.USUAL.fit(Column.of(1, 2, 3, 4)).of(1e9)).isEqualTo(1e9);
    double[] values = new double[30];
    for (int i = 0; i < 30; i++) {
      values[i] = 1L << i;
    }
    Treatment two = new Treatment(2, 3.5, 2);
    Treatment.Treated column = two.apply(Column.of(values));
    for (int i = 0; i < 30; i++) {
      assertThat(two.fit(Column.of(values)).of(values[i])).isEqualTo(column.column().at(i));
    }
  }

  @Test
  void aFarLowPointIsDrawnInFromBelow() {
    Column column = Column.of(-100, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(Treatment.USUAL.apply(column).points())
        .containsExactly(new Treatment.Point(0, -100, 2));
  }

  @Test
  void pointsThatAreTiedAreDrawnInTogether() {
    double[] values = new double[40];
    for (int i = 0; i < 38; i++) {
      values[i] = i;
    }
    values[38] = 1000;
    values[39] = 1000;
    Treatment.Treated treated = Treatment.USUAL.apply(Column.of(values));
    assertThat(treated.points())
        .containsExactly(new Treatment.Point(38, 1000, 37), new Treatment.Point(39, 1000, 37));
  }

  @Test
  void moreThanTheLimitTakesTheLogarithmOfTheValuesAsReported() {
    // Powers of two up to 2^29: scipy 1.17 finds skewness 2.40 and kurtosis 4.48 with two points
    // drawn
    // in, and a kurtosis of 3.18 for the logarithms.
    Treatment two = new Treatment(2, 3.5, 2);
    double[] values = new double[30];
    for (int i = 0; i < 30; i++) {
      values[i] = 1L << i;
    }
    Treatment.Treated treated = two.apply(Column.of(values));
    assertThat(treated.outcome()).isEqualTo(Treatment.Outcome.LOGARITHM);
    assertThat(treated.points()).hasSize(30);
    // By hand: ln(2^29 − 1 + (2^29 − 1) / 100)
    assertThat(treated.column().at(29))
        .isCloseTo(StrictMath.log(((1 << 29) - 1) * 1.01), within(1e-12));
    for (int i = 1; i < 30; i++) {
      assertThat(treated.column().at(i)).isGreaterThan(treated.column().at(i - 1));
    }
    double[] mirrored = new double[30];
    for (int i = 0; i < 30; i++) {
      mirrored[i] = -values[i];
    }
    assertThat(two.apply(Column.of(mirrored)).column().at(29))
        .as("the longer end may lie below")
        .isCloseTo(-treated.column().at(29), within(1e-12));
  }

  @Test
  void whatHelpsNeitherWayStaysAndSaysSo() {
    // One unit apart from 29 the same: drawn in, nothing would be left; as a logarithm it is as
    // far.
    double[] values = new double[30];
    values[7] = 1;
    Treatment.Treated treated = Treatment.USUAL.apply(Column.of(values));
    assertThat(treated.outcome()).isEqualTo(Treatment.Outcome.STAYS_SKEWED);
    assertThat(treated.column()).isEqualTo(Column.of(values));
    assertThat(Treatment.USUAL.apply(Column.of(3, 3, 3, 3, 3)).outcome())
        .isEqualTo(Treatment.Outcome.TOO_FEW);
    assertThat(Treatment.USUAL.apply(Column.of(1, 2, 3, 4, 5)).outcome())
        .isEqualTo(Treatment.Outcome.PASSES);
  }

  @Test
  void screeningCountsWhatIsThereAndWhatIsNotNought() {
    List<Screening.Screened> screened =
        new Screening(0.6, 0.5)
            .apply(
                List.of(
                    Column.of(1, 0, 5),
                    Column.of(
                        List.of(
                            OptionalDouble.of(2), OptionalDouble.of(0), OptionalDouble.empty())),
                    Column.of(
                        List.of(
                            OptionalDouble.empty(),
                            OptionalDouble.of(4),
                            OptionalDouble.empty()))));
    assertThat(screened)
        .containsExactly(
            new Screening.Screened(0, 2 / 3.0, 1, true),
            new Screening.Screened(1, 1, 1 / 3.0, false),
            new Screening.Screened(2, 1 / 3.0, 1, false));
  }
}
