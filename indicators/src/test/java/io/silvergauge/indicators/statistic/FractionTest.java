package io.silvergauge.indicators.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
  private static Fraction of(String text) {
    return Fraction.parse(text);
  }

  @Test
  void takesTwentyNineOfAHundredForExactlyTwentyNinePercent() {
    // In doubles 29 / 100.0 * 100 is 28.999999999999996.
    Fraction share = Fraction.of(29).dividedBy(Fraction.of(100)).times(Fraction.of(100));
    assertThat(share).isEqualTo(Fraction.of(29)).isEqualByComparingTo(of("29.000000"));
  }

  @Test
  void tellsFortyNineMillionOfAHundredMillionAndOneFromAHalf() {
    // 2 × 49,999,999 = 99,999,998 < 100,000,001; six decimals would say 0.500000.
    Fraction share = of("49999999/100000001");
    assertThat(share).isLessThan(of("0.5"));
    assertThat(share.rounded(6)).isEqualByComparingTo("0.5");
  }

  @Test
  void calculatesExactly() {
    assertThat(of("1/3").plus(of("1/6"))).isEqualTo(of("0.5"));
    assertThat(of("1/3").minus(of("1/2"))).isEqualTo(of("-1/6"));
    assertThat(of("2/3").times(of("3/4"))).isEqualTo(of("0.5"));
    assertThat(of("0.1").plus(of("0.2"))).isEqualTo(of("0.3"));
    assertThat(of("2/3").dividedBy(of("4/3"))).isEqualTo(of("1/2"));
    assertThat(of("1/3").times(Fraction.of(3))).isEqualTo(Fraction.ONE);
    assertThat(of("2000/3").negated().signum()).isEqualTo(-1);
  }

  @Test
  void keepsItsSignAboveTheLine() {
    Fraction fraction = new Fraction(BigInteger.valueOf(4), BigInteger.valueOf(-6));
    assertThat(fraction.numerator()).isEqualTo(-2);
    assertThat(fraction.denominator()).isEqualTo(3);
    assertThat(Fraction.of(0).dividedBy(Fraction.of(-5))).isEqualTo(Fraction.ZERO);
  }

  @Test
  void hasNoValueOverZero() {
    assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> of("1/0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'1/0' divides by zero");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e5", "1.", ".5", "1//2", "1/-2", "+1", " 1", "1/", "１"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no number such as 12.5 or 2000/3");
  }

  @ParameterizedTest
  @CsvSource({
    "1/2, 0, 0",
    "3/2, 0, 2",
    "5/2, 0, 2",
    "-5/2, 0, -2",
    "0.125, 2, 0.12",
    "0.375, 2, 0.38",
    "0.1250001, 2, 0.13"
  })
  void roundsHalvesToTheEvenDigit(String text, int scale, BigDecimal rounded) {
    assertThat(of(text).rounded(scale)).isEqualTo(rounded.setScale(scale));
  }

  @ParameterizedTest
  @CsvSource({
    "2/3, 0.666666666667",
    "1/3, 0.333333333333",
    "0.5000000000005, 0.5",
    "0.5000000000015, 0.500000000002",
    "0.500, 0.5",
    "1500, 1500",
    "0, 0",
    "100/7, 14.285714285714",
    "123456789012345678901234567890, 123456789012345678901234567890"
  })
  void printsTwelveDecimalsAtMostWithoutTrailingZerosOrExponent(String text, String printed) {
    assertThat(of(text).printed().toString()).isEqualTo(printed);
    assertThat(of(text).printed().toPlainString()).isEqualTo(printed);
  }

  @Test
  void readsDecimalsOfAnyScale() {
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(Fraction.of(1000));
    assertThat(Fraction.of(new BigDecimal("0.000001"))).isEqualTo(of("1/1000000"));
  }

  @Test
  void givesTheNearestDouble() {
    assertThat(of("1/3").toDouble()).isEqualTo(1.0 / 3);
    assertThat(of("0.1").toDouble()).isEqualTo(0.1);
    assertThat(of("-7").toDouble()).isEqualTo(-7);
  }

  /** Small and large numbers take different ways, which must not differ. */
  @Test
  void isTheSameWhetherItFitsInAMachineWordOrNot() {
    Random random = new Random(20231231);
    BigInteger large = BigInteger.TWO.pow(70).add(BigInteger.valueOf(13));
    for (int i = 0; i < 20_000; i++) {
      BigInteger numerator = BigInteger.valueOf(random.nextLong() >> random.nextInt(60));
      BigInteger denominator =
          BigInteger.valueOf(1 + (random.nextLong() >>> (1 + random.nextInt(60))));
      Fraction small = new Fraction(numerator, denominator);
      assertThat(new Fraction(numerator.multiply(large), denominator.multiply(large)))
          .isEqualTo(small);
      assertThat(small.numerator().gcd(small.denominator())).isEqualTo(BigInteger.ONE);
      BigDecimal exact =
          new BigDecimal(small.numerator())
              .divide(new BigDecimal(small.denominator()), new MathContext(60));
      assertThat(small.toDouble()).isEqualTo(exact.doubleValue());
      Fraction sum = small.plus(new Fraction(BigInteger.ONE, small.denominator()));
      assertThat(sum.minus(small)).isEqualTo(new Fraction(BigInteger.ONE, small.denominator()));
      assertThat(sum).isGreaterThan(small);
    }
  }
}
