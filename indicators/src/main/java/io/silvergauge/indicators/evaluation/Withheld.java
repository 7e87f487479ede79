package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.statistic.LeafHash;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What is not shown of a city, so that no small count of persons is given away.
 *
 * @param cells reported values
 * @param totals their sums over the city
 */
public record Withheld(Set<Cell> cells, Set<Total> totals) implements Serializable {
  /** Everything is shown. */
  public static final Withheld NONE = new Withheld(Set.of(), Set.of());

  /**
   * A reported value.
   *
   * @param statistic the statistic's id
   * @param period period it was reported for
   * @param region code of the region that reported it
   */
  public record Cell(String statistic, String period, String region) implements Serializable {
    static Cell of(RegionEvaluation.Input input) {
      return new Cell(input.statistic(), input.period(), input.region());
    }

    Total total() {
      return new Total(statistic, period);
    }

    @Override
    public int hashCode() {
      return LeafHash.of(region, statistic) + period.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cell cell
          && region.equals(cell.region)
          && statistic.equals(cell.statistic)
          && period.equals(cell.period);
    }
  }

  /**
   * What the values of one statistic reported for one period come to in the city.
   *
   * @param statistic the statistic's id
   * @param period period they were reported for
   */
  public record Total(String statistic, String period) implements Serializable {}

  public Withheld {
    cells = Collections.unmodifiableSet(new HashSet<>(cells));
    totals = Collections.unmodifiableSet(new HashSet<>(totals));
  }

  /** Whether nothing is withheld. */
  public boolean isEmpty() {
    return cells.isEmpty() && totals.isEmpty();
  }

  boolean hides(RegionEvaluation.Input input) {
    return cells.contains(Cell.of(input));
  }
}
