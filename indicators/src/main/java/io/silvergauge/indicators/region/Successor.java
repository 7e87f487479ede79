package io.silvergauge.indicators.region;

import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What became of a unit on a day: renamed or merged into another, or, with several rows, split.
 *
 * @param from code of the unit as it was
 * @param to code of what it became, or a part of it; the same code where it went on smaller
 * @param on first day on which the new division held
 * @param share what part of the old unit's figures belongs to the new one; zero where that is not
 *     known
 */
public record Successor(String from, String to, LocalDate on, Fraction share)
    implements Serializable {
  public Successor {
    if (share.signum() < 0 || share.compareTo(Fraction.ONE) > 0) {
      throw new IllegalArgumentException(
          "The share of '%s' in '%s' must lie between 0 and 1".formatted(from, to));
    }
  }

  /** Whether it is known what part of the old unit's figures belongs to the new one. */
  public boolean shareKnown() {
    return share.signum() > 0;
  }
}
