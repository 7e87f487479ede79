package io.silvergauge.indicators.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  private static final Units UNITS = Units.shipped();

  @ParameterizedTest
  @CsvSource({
    "亩, 平方米, 2000/3",
    "公顷, 亩, 15",
    "平方公里, 公顷, 100",
    "万人, 人, 10000",
    "亿元, 万元, 10000",
    "%, ‰, 10",
    "万户, 户, 10000",
    "所, 个, 1",
    "张, 万张, 1/10000",
    "人, 人, 1",
    "千人, 人, 1000",
    "万平方米, 公顷, 1",
    "万亩, 公顷, 2000/3",
    "千公顷, 平方公里, 10",
    "千元, 万元, 1/10",
    "百万元, 亿元, 1/100",
    "处, 个, 1",
    "家, 个, 1",
    "公顷/万人, 平方米/人, 1"
  })
  void convertsExactly(String from, String to, String factor) {
    assertThat(UNITS.factor(from, to)).isEqualTo(Fraction.parse(factor));
    assertThat(UNITS.factor(to, from)).isEqualTo(Fraction.ONE.dividedBy(Fraction.parse(factor)));
  }

  @Test
  void makesTwoHundredFiftyTwoHectaresThreeThousandSevenHundredEightyMu() {
    // 252.0 × 10,000 m² ÷ (2000/3) m² = 252 × 15 = 3,780
    assertThat(Fraction.parse("252.0").times(UNITS.factor("公顷", "亩"))).isEqualTo(Fraction.of(3780));
  }

  @Test
  void makesTheLandOfZhengzhouOutOfItsCensusPopulation() {
    // Seventh census, Zhengzhou: 12,600,574 persons × 0.2 m² (measure 10) = 2,520,114.8 m²
    Fraction land = Fraction.of(12_600_574).times(Fraction.parse("0.2"));
    assertThat(land).isEqualTo(Fraction.parse("2520114.8"));
    assertThat(land.times(UNITS.factor("平方米", "公顷")).rounded(1)).isEqualByComparingTo("252.0");
    assertThat(land.times(UNITS.factor("平方米", "亩")).rounded(0)).isEqualByComparingTo("3780");
  }

  @ParameterizedTest
  @CsvSource({
    "m², 平方米",
    "㎡, 平方米",
    "M2, 平方米",
    "平米, 平方米",
    "ｍ２, 平方米",
    "万㎡, 万平方米",
    "㎢, 平方公里",
    "km², 平方公里",
    "KM2, 平方公里",
    "平方千米, 平方公里",
    "㏊, 公顷",
    "ha, 公顷",
    "hm², 公顷",
    "畝, 亩",
    "％, %",
    "名, 人",
    "床, 张",
    "万　人, 万人",
    "㎡／人, 平方米/人",
    "人, 人"
  })
  void knowsAUnitInEachOfItsSpellings(String written, String symbol) {
    assertThat(UNITS.spelled(written).orElseThrow().symbol()).isEqualTo(symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d", "m", "平方", "位", "左右", "万", "亿", "个百分点", "米", "人/", "张三"})
  void takesNothingElseForAUnit(String text) {
    assertThat(UNITS.spelled(text)).isEmpty();
  }

  @Test
  void hasNoSpellingForTwoUnits() {
    // Every symbol is its own spelling, so a spelling that belonged to two would hide one of them.
    for (String symbol : UNITS.symbols()) {
      assertThat(UNITS.spelled(symbol).orElseThrow().symbol()).isEqualTo(symbol);
    }
  }

  @Test
  void convertsOnlyUnitsOfOneQuantity() {
    assertThat(UNITS.convertible("人", "张")).isFalse();
    assertThat(UNITS.convertible("人", "位")).isFalse();
    assertThat(UNITS.convertible("位", "位")).isTrue();
    assertThatThrownBy(() -> UNITS.factor("人", "张"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'人' cannot be converted into '张'");
  }

  @Test
  void knowsTheUnitsASchemeAdds() {
    Units more = UNITS.with(List.of(new Unit("十人", "persons", Fraction.of(10))));
    assertThat(more.factor("十人", "万人")).isEqualTo(Fraction.parse("0.001"));
    assertThat(more.alike("人")).containsExactlyInAnyOrder("人", "十人", "百人", "千人", "万人", "亿人");
    assertThat(more.spelled(" 十 人 ").orElseThrow().symbol()).isEqualTo("十人");
    assertThat(UNITS.find("十人")).isEmpty();
    assertThat(UNITS.spelled("十人")).isEmpty();
    assertThat(List.copyOf(more.symbols())).isSorted().contains("百人", "亩");
  }

  @Test
  void refusesAUnitOfNothing() {
    assertThatThrownBy(() -> new Unit("打", "items", Fraction.ZERO))
        .hasMessage("Unit '打': its factor must be positive, but was 0");
    assertThatThrownBy(() -> new Unit(" ", "items", Fraction.ONE))
        .hasMessage("A unit needs a symbol and a quantity");
  }

  @ParameterizedTest
  @CsvSource({
    "STOCK, LAST MEAN MIN ALL_MONTHS, LAST",
    "FLOW, SUM MEAN MIN, SUM",
    "STATED, LAST ALL_MONTHS, LAST",
    "YEAR_TO_DATE, DIFFERENCE CUMULATIVE, DIFFERENCE"
  })
  void fillsAPeriodOnlyInWaysThatMakeSense(TimeKind time, String fitting, Fill usual) {
    List<String> fits = List.of(fitting.split(" "));
    for (Fill fill : Fill.values()) {
      assertThat(fill.fits(time)).as("%s for %s", fill, time).isEqualTo(fits.contains(fill.name()));
    }
    assertThat(Fill.usual(time)).isEqualTo(usual);
  }

  @ParameterizedTest
  @EnumSource(TimeKind.class)
  void fillsAsUsualInAWayThatFits(TimeKind time) {
    assertThat(Fill.usual(time).fits(time)).isTrue();
  }
}
