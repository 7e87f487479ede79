package io.silvergauge.indicators.composite;

import java.util.ArrayList;
import java.util.List;

/**
 * A column set against another, so that large units compare with small ones: {@code x / d · per}.
 * OECD and JRC handbook (2008), step 2.
 *
 * @param column the denominators
 * @param per how many of them the result refers to, for example 1000
 */
public record Denominator(Column column, double per) {
  public Denominator {
    Refusals.outside("per", per, Double.MIN_NORMAL, 1e12);
  }

  /**
   * The quotients.
   *
   * @param zero units whose denominator is nought: they have no quotient, and the others keep
   *     theirs
   */
  public record Divided(Column column, List<Integer> zero) {
    public Divided {
      zero = List.copyOf(zero);
    }
  }

  /** Divides; a unit lacking either has no quotient. */
  public Divided divide(Column values) {
    double[] quotients = new double[values.size()];
    List<Integer> zero = new ArrayList<>();
    for (int unit = 0; unit < quotients.length; unit++) {
      boolean nought = column.has(unit) && column.at(unit) == 0;
      quotients[unit] =
          values.has(unit) && column.has(unit) && !nought
              ? values.at(unit) / column.at(unit) * per
              : Double.NaN;
      if (nought) {
        zero.add(unit);
      }
    }
    return new Divided(Column.masked(quotients), zero);
  }
}
