package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.SmallRegisters;
import org.junit.jupiter.api.Test;

/** Shares from which something is left out: (n - nx) / (d - dx - de). */
class ExclusionsTest {
  private final SmallCity city = new SmallCity(new SmallRegisters().scheme());

  private ExclusionsTest says(String n, String nx, String d, String dx, String de) {
    String[] values = {n, nx, d, dx, de};
    String[] names = {"n", "nx", "d", "dx", "de"};
    for (int i = 0; i < names.length; i++) {
      if (!values[i].isEmpty()) {
        city.says(SmallCity.COUNTY, names[i], "2023Q4", values[i]);
      }
    }
    return this;
  }

  private Figure figure() {
    return city.figure("left_out", "2023Q4");
  }

  /** By hand: (90 - 10) / (120 - 15 - 5) = 80 %; with nothing left out it would be 75 %. */
  @Test
  void leavesOutOfBothAndTakesExceptionsFromTheWhole() {
    says("90", "10", "120", "15", "5");
    assertThat(SmallRegisters.said(figure())).isEqualTo("80 = 80 / 100");
    assertThat(figure().behind().get(0).parts())
        .extracting(part -> part.role() + " " + part.formula() + " " + part.value())
        .containsExactly(
            "of n 90", "in d 120", "exclude_of nx 10", "exclude_in dx 15", "except de 5");
  }

  @Test
  void neverLeavesOutMoreThanThereIs() {
    says("9", "10", "120", "15", "5");
    assertThat(SmallRegisters.said(figure())).isEqualTo("MORE_LEFT_OUT: (n - nx) = -1");
    assertThat(figure().behind().get(0).parts()).hasSize(5);
  }

  @Test
  void wholeOfWhichAllIsLeftOutIsZeroAndMoreIsImpossible() {
    says("10", "10", "20", "15", "5");
    assertThat(SmallRegisters.said(figure())).startsWith("ZERO_DENOMINATOR");
  }

  @Test
  void wholeOfWhichMoreIsLeftOutIsImpossible() {
    says("10", "10", "20", "15", "6");
    assertThat(SmallRegisters.said(figure())).isEqualTo("MORE_LEFT_OUT: ((d - dx) - de) = -1");
  }

  @Test
  void partLargerThanTheNetWholeIsImpossible() {
    says("90", "0", "120", "40", "0");
    assertThat(SmallRegisters.said(figure())).isEqualTo("IMPOSSIBLE_SHARE: 90 > 80");
  }

  @Test
  void missingExclusionIsNotNone() {
    says("90", "10", "120", "15", "");
    assertThat(SmallRegisters.said(figure())).startsWith("INPUT_MISSING: Exceptions");
  }
}
