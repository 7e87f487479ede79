package io.silvergauge.indicators.check;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A value that a check looks at.
 *
 * @param statistic the statistic's id
 * @param period period it stands for
 * @param value exact, in the statistic's unit
 * @param referenceDate the earliest reference date of what it rests on
 * @param age how many months it was carried forward
 * @param units codes of the units whose values it is or sums
 * @param used the reported sums it rests on
 */
public record Seen(
    String statistic,
    Period period,
    Fraction value,
    LocalDate referenceDate,
    int age,
    List<String> units,
    List<LeafSum> used)
    implements Serializable {
  public Seen {
    units = List.copyOf(units);
    used = List.copyOf(used);
  }

  /** The value as data files print it. */
  String printed() {
    return value.printed().toPlainString();
  }
}
