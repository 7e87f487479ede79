package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Units;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellAmountTest {
  private static final Units UNITS = Units.shipped();

  @ParameterizedTest
  @CsvSource({
    "300, 张, 300, 张",
    "300张, 张, 300, 张",
    "300床, 张, 300, 张",
    "5.1万张, 张, 5.1, 万张",
    "300张, 万张, 300, 张",
    "3万, 张, 3, 万张",
    "1.41亿, 人, 1.41, 亿人",
    "3万个, 人次, x, x",
    "2万座, 个, 20000, 座",
    "12.5%, %, 12.5, %",
    "12.5%, ‰, 12.5, %",
    "125‰, %, 125, ‰",
    "15亩, 公顷, 15, 亩",
    "12 m², 公顷, 12, 平方米",
    "3亿元, 万元, 3, 亿元",
    "3亿, 元, 3, 亿元",
    "0.2㎡/人, 公顷/万人, 0.2, 平方米/人"
  })
  void letsTheCellsOwnUnitGoBeforeTheColumns(
      String cell, String columnUnit, String value, String unit) throws Exception {
    CellAmount amount = CellAmount.of(NumberText.parse(cell), columnUnit, UNITS);
    if (value.equals("x")) {
      assertThat(amount).isNotInstanceOf(CellAmount.Fits.class);
      return;
    }
    CellAmount.Fits fits = (CellAmount.Fits) amount;
    assertThat(fits.value()).isEqualByComparingTo(value);
    assertThat(fits.unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "300人, 张, Misfits[unit=人]",
    "300张, 人, Misfits[unit=张]",
    "12.5%, 人, Misfits[unit=%]",
    "3万人, 张, Misfits[unit=万人]",
    "12 m², m³, Misfits[unit=平方米]",
    "3万, 万人, Ambiguous[multiple=万]",
    "3亿, 万元, Ambiguous[multiple=亿]",
    "3万, 千公顷, Ambiguous[multiple=万]",
    "300余, 人, NoUnit[text=余]",
    "3万多, 人, NoUnit[text=万多]",
    "1234d, 人, NoUnit[text=d]",
    "3万, %, NoUnit[text=万]",
    "3万%, %, NoUnit[text=万%]",
    "3万, 平方米/人, NoUnit[text=万]",
    "1万, 是否, NoUnit[text=万]",
    "3万万人, 人, NoUnit[text=万万人]"
  })
  void refusesWhatDoesNotFitOrCannotBeTold(String cell, String columnUnit, String refusal)
      throws Exception {
    assertThat(CellAmount.of(NumberText.parse(cell), columnUnit, UNITS)).hasToString(refusal);
  }

  @ParameterizedTest
  @CsvSource({"51735张, 张", "5.1735万张, 张", "5.1735万, 张", "0.00051735亿张, 张"})
  void comesToTheSameHoweverItIsWritten(String cell, String columnUnit) throws Exception {
    // By hand: 5.1735 × 10,000 = 0.00051735 × 100,000,000 = 51,735
    CellAmount.Fits fits =
        (CellAmount.Fits) CellAmount.of(NumberText.parse(cell), columnUnit, UNITS);
    assertThat(Fraction.of(fits.value()).times(UNITS.factor(fits.unit(), "张")))
        .isEqualTo(Fraction.of(51_735));
  }
}
