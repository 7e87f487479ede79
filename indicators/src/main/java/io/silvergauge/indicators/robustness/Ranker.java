package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.score.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * {@link RankPolicy} over arrays: scores as whole numbers of the tenth decimal, and their places.
 * The same ranks, without an object a score.
 */
final class Ranker {
  /** The place of a unit without a score. */
  static final int UNRANKED = 0;

  /** A score that cannot be ranked: none, or too large for ten decimals. */
  static final long NO_KEY = Long.MIN_VALUE;

  private static final double PER_UNIT = 1e10;
  private static final double LARGEST = 9e8;

  private final RankPolicy policy;
  private final long divisor;
  private final long[] sorted;

  Ranker(RankPolicy policy, int units) {
    this.policy = policy;
    divisor =
        policy.on() == RankPolicy.Basis.ROUNDED && policy.decimals() < Scores.DECIMALS
            ? BigDecimal.TEN.pow(Scores.DECIMALS - policy.decimals()).longValueExact()
            : 1;
    sorted = new long[units];
  }

  /** A score rounded HALF_EVEN to ten decimals, in units of the tenth. */
  static long key(double score) {
    if (!(Math.abs(score) <= LARGEST)) {
      return NO_KEY;
    }
    double scaled = score * PER_UNIT;
    double whole = Math.rint(scaled);
    // The product is off by half a unit in its last place at most: near a half, ask the exact way.
    if (0.5 - Math.abs(scaled - whole) <= Math.ulp(scaled)) {
      return Scores.rounded(score).unscaledValue().longValueExact();
    }
    return (long) whole;
  }

  /** The least key that reaches an edge: an edge of more than ten decimals lies between two. */
  static long edge(BigDecimal from) {
    return from.movePointRight(Scores.DECIMALS).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /**
   * The ranks of all units, {@link #UNRANKED} for those without a key.
   *
   * @param keys by unit, {@link #NO_KEY} for none
   */
  void rank(long[] keys, int[] ranks) {
    int count = 0;
    for (long key : keys) {
      if (key != NO_KEY) {
        sorted[count++] = -compared(key); // the best first
      }
    }
    Arrays.sort(sorted, 0, count);
    if (policy.ties() == RankPolicy.Ties.DENSE) {
      count = distinct(count);
    }
    for (int unit = 0; unit < keys.length; unit++) {
      ranks[unit] = keys[unit] == NO_KEY ? UNRANKED : 1 + below(-compared(keys[unit]), count);
    }
  }

  private int distinct(int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept;
  }

  private int below(long key, int count) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long compared(long key) {
    return divisor == 1
        ? key
        : BigDecimal.valueOf(key)
            .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }
}
