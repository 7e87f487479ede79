package io.silvergauge.indicators.outcome;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.SmallRegisters;
import io.silvergauge.indicators.TestFiles;
import java.util.List;
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
    assertThat(parts(figure()))
        .containsExactly(
            "of n 90", "in d 120", "exclude_of nx 0", "exclude_in dx 40", "except de 0");
  }

  private static List<String> parts(Figure figure) {
    return figure.behind().get(0).parts().stream()
        .map(part -> part.role() + " " + part.formula() + " " + part.value().toPlainString())
        .toList();
  }

  private static SmallCity monthly(String over, String[]... months) {
    SmallCity city =
        new SmallCity(
            TestFiles.scheme(
                changed(SmallRegisters.text(), "except: de}", "except: de, over_months: " + over)));
    String[] names = {"n", "nx", "d", "dx", "de"};
    for (int month = 0; month < months.length; month++) {
      for (int i = 0; i < names.length; i++) {
        city.says(SmallCity.COUNTY, names[i], "2023-1" + month, months[month][i]);
      }
    }
    return city;
  }

  private static final String[] OCTOBER = {"90", "10", "120", "15", "5"}; // 80 of 100
  private static final String[] NOVEMBER = {"45", "5", "60", "6", "4"}; // 40 of 50
  private static final String[] DECEMBER = {"40", "0", "60", "10", "0"}; // 40 of 50
  private static final String[] TOO_MANY = {"70", "0", "60", "10", "0"}; // 70 of 50

  /** By hand: (80 + 40 + 40) / (100 + 50 + 50) = 80 %. */
  @Test
  void addsUpWhatIsLeftOutOverTheMonths() {
    Figure figure = monthly("mean}", OCTOBER, NOVEMBER, DECEMBER).figure("left_out", "2023Q4");
    assertThat(SmallRegisters.said(figure)).isEqualTo("80 = 160 / 200");
    assertThat(parts(figure))
        .containsExactly(
            "of n 175", "in d 240", "exclude_of nx 15", "exclude_in dx 31", "except de 9");
  }

  @Test
  void showsWhatTheMonthLeavesOutInWhichAShareIsImpossible() {
    Figure figure = monthly("mean}", OCTOBER, TOO_MANY, DECEMBER).figure("left_out", "2023Q4");
    assertThat(SmallRegisters.said(figure)).isEqualTo("IMPOSSIBLE_SHARE: 2023-11: 70 > 50");
    assertThat(parts(figure)).startsWith("of n 70", "in d 60");
  }

  @Test
  void missingExclusionIsNotNone() {
    says("90", "10", "120", "15", "");
    assertThat(SmallRegisters.said(figure())).startsWith("INPUT_MISSING: Exceptions");
  }
}
