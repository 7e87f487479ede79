package io.silvergauge.indicators.score;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How scores become ranks; printed with every ranking.
 *
 * @param on whether scores are compared as they are (ten decimals) or rounded first
 * @param decimals decimals they are rounded to
 * @param ties what equal scores get
 */
public record RankPolicy(Basis on, int decimals, Ties ties) implements Serializable {
  /** What is compared. */
  public enum Basis {
    /** Scores with ten decimals. */
    EXACT,
    /** Scores rounded HALF_EVEN to the policy's decimals, as they are printed. */
    ROUNDED
  }

  /** What equal scores get. */
  public enum Ties {
    /** The same rank, and the next ranks are left out: 1, 2, 2, 4. */
    COMPETITION,
    /** The same rank, and none is left out: 1, 2, 2, 3. */
    DENSE
  }

  /**
   * The ranks, 1 for the highest score.
   *
   * @param scores by whatever names the ranked, those without a score left out
   */
  public <K extends Comparable<K>> Map<K, Integer> ranks(Map<K, BigDecimal> scores) {
    Map<K, BigDecimal> compared = new TreeMap<>();
    scores.forEach((key, score) -> compared.put(key, compared(score)));
    List<BigDecimal> ordered = ordered(compared.values());
    Map<BigDecimal, Integer> places = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      places.putIfAbsent(ordered.get(i), i + 1);
    }
    Map<K, Integer> ranks = new TreeMap<>();
    compared.forEach((key, score) -> ranks.put(key, places.get(score)));
    return ranks;
  }

  private List<BigDecimal> ordered(Collection<BigDecimal> scores) {
    return (ties == Ties.DENSE ? scores.stream().distinct() : scores.stream())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private BigDecimal compared(BigDecimal score) {
    return score.setScale(on == Basis.ROUNDED ? decimals : Scores.DECIMALS, RoundingMode.HALF_EVEN);
  }
}
