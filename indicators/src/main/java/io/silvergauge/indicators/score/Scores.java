package io.silvergauge.indicators.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The arithmetic that all scoring shares: rounding before anything is compared, and limits. */
public final class Scores {
  /** Decimals to which every score is rounded before grade, rank and tie. */
  public static final int DECIMALS = 10;

  private static final MathContext EXACT = new MathContext(17, RoundingMode.HALF_EVEN);

  private Scores() {}

  /**
   * A score as it is compared and stored: ten decimals, HALF_EVEN.
   *
   * @throws ArithmeticException if {@code score} is not a finite number
   */
  public static BigDecimal rounded(double score) {
    if (!Double.isFinite(score)) {
      throw new ArithmeticException("A score must be a finite number, but was " + score);
    }
    return new BigDecimal(score).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * A score with so many digits that the same double comes back from them: 17 hold every one (IEEE
   * 754-2019, section 5.12.2).
   */
  public static BigDecimal unrounded(double score) {
    return new BigDecimal(score, EXACT).stripTrailingZeros();
  }

  /** {@code value} held between two bounds. */
  static double between(double least, double value, double most) {
    return StrictMath.max(least, StrictMath.min(value, most));
  }
}
