package io.silvergauge.indicators.statistic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact number: every sum, share and norm is one until it is printed or scored.
 *
 * @param numerator any whole number
 * @param denominator greater than zero; numerator and denominator have no common divisor
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction>, Serializable {
  private static final Pattern WRITTEN =
      Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?(/[0-9]{1,30}(\\.[0-9]{1,30})?)?");

  /** Whole numbers of so many bits are doubles. */
  private static final int DOUBLE_BITS = 53;

  /** Nought. */
  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /** One. */
  public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  public Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("A fraction's denominator must not be zero");
    }
    if (denominator.signum() < 0) {
      numerator = numerator.negate();
      denominator = denominator.negate();
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger common = divisor(numerator, denominator);
      if (!common.equals(BigInteger.ONE)) {
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
      }
    }
  }

  /** The greatest common divisor; most numbers fit in a machine word, where it is found faster. */
  private static BigInteger divisor(BigInteger one, BigInteger other) {
    if (one.bitLength() >= Long.SIZE - 1 || other.bitLength() >= Long.SIZE - 1) {
      return one.gcd(other);
    }
    long left = Math.abs(one.longValue());
    long right = Math.abs(other.longValue());
    while (right != 0) {
      long rest = left % right;
      left = right;
      right = rest;
    }
    return BigInteger.valueOf(left);
  }

  /** A whole number. */
  public static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /** A decimal number, exactly. */
  public static Fraction of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    return decimal.scale() >= 0
        ? new Fraction(unscaled, BigInteger.TEN.pow(decimal.scale()))
        : new Fraction(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
  }

  /**
   * A number written as {@code 12.5} or {@code 2000/3}.
   *
   * @throws IllegalArgumentException if it is not written so, or divides by zero
   */
  public static Fraction parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no number such as 12.5 or 2000/3".formatted(text));
    }
    int slash = text.indexOf('/');
    Fraction over =
        slash < 0 ? of(new BigDecimal(text)) : of(new BigDecimal(text.substring(0, slash)));
    Fraction under = slash < 0 ? ONE : of(new BigDecimal(text.substring(slash + 1)));
    if (under.signum() == 0) {
      throw new IllegalArgumentException("'%s' divides by zero".formatted(text));
    }
    return over.dividedBy(under);
  }

  public Fraction plus(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if {@code other} is zero; callers ask {@link #signum} first
   */
  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  public int signum() {
    return numerator.signum();
  }

  /** By value, by multiplying across: nothing is rounded. */
  @Override
  public int compareTo(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The value rounded HALF_EVEN to {@code scale} decimals, for printing. */
  public BigDecimal rounded(int scale) {
    if (denominator.equals(BigInteger.ONE)) {
      return new BigDecimal(numerator).setScale(scale, RoundingMode.HALF_EVEN);
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
  }

  /** The value as data files print it: 12 decimals at most, no trailing zeros, no exponent. */
  public BigDecimal printed() {
    if (denominator.equals(BigInteger.ONE)) {
      return new BigDecimal(numerator);
    }
    BigDecimal plain = rounded(12).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** The nearest double, from which normalisation starts. */
  public double toDouble() {
    if (numerator.bitLength() <= DOUBLE_BITS && denominator.bitLength() <= DOUBLE_BITS) {
      return numerator.doubleValue() / denominator.doubleValue(); // both exact, so the nearest
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(40, RoundingMode.HALF_EVEN))
        .doubleValue();
  }
}
