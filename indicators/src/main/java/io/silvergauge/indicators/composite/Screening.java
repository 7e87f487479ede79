package io.silvergauge.indicators.composite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which units have enough data to be scored at all. OECD and JRC handbook (2008), step 3.
 *
 * @param present least share of indicators that must have a value, from 0 to 1
 * @param nonZero least share of those values that must not be nought, from 0 to 1: a column of
 *     noughts is often a column of gaps
 */
public record Screening(double present, double nonZero) implements Serializable {
  /** Every unit is scored. */
  public static final Screening NONE = new Screening(0, 0);

  public Screening {
    Refusals.outside("present", present, 0, 1);
    Refusals.outside("non_zero", nonZero, 0, 1);
  }

  /**
   * A unit's data.
   *
   * @param present share of indicators with a value
   * @param nonZero share of those that are not nought; 0 where there are none
   * @param kept whether both reach what is asked
   */
  public record Screened(int unit, double present, double nonZero, boolean kept) {}

  /** All units, in their order. */
  public List<Screened> apply(List<Column> data) {
    List<Screened> screened = new ArrayList<>();
    for (int unit = 0; unit < data.get(0).size(); unit++) {
      int has = 0;
      int zero = 0;
      for (Column column : data) {
        has += column.has(unit) ? 1 : 0;
        zero += column.has(unit) && column.at(unit) == 0 ? 1 : 0;
      }
      double share = has / (double) data.size();
      double rest = has == 0 ? 0 : (has - zero) / (double) has;
      screened.add(new Screened(unit, share, rest, share >= present && rest >= nonZero));
    }
    return screened;
  }
}
