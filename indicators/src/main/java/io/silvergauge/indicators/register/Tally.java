package io.silvergauge.indicators.register;

import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldValues;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a statistic comes from a register: the records that meet a condition, counted or summed up.
 *
 * @param register the register's id
 * @param where which records count
 * @param of what each of them adds: 1 where they are counted, else a figure of its fields
 * @param unknown what becomes of records that do not say whether they count, or how much they add
 */
public record Tally(String register, Condition where, Formula of, Unknown unknown)
    implements Serializable {
  /** What becomes of records that do not say enough. */
  public enum Unknown {
    /** The statistic is missing for their region: it is not known. */
    WITHHOLD,
    /** They do not count: what is not shown to be there is not there. */
    LEAVE_OUT
  }

  /**
   * What a region's records come to.
   *
   * @param value the count or sum; empty where it is not known
   * @param counted the records that count
   * @param unclear the records that do not say enough
   */
  public record Result(
      Optional<Fraction> value, List<RegisterRecord> counted, List<RegisterRecord> unclear) {
    public Result {
      counted = List.copyOf(counted);
      unclear = List.copyOf(unclear);
    }
  }

  /** Counts or sums up the records of one region and period; none come to zero. */
  public Result over(Register definition, Collection<RegisterRecord> records) {
    Fraction sum = Fraction.ZERO;
    List<RegisterRecord> counted = new ArrayList<>();
    List<RegisterRecord> unclear = new ArrayList<>();
    for (RegisterRecord record : records) {
      FieldValues values = record.in(definition);
      Truth counts = record.id().isEmpty() ? Truth.UNKNOWN : where.holds(values);
      Optional<Fraction> adds = counts == Truth.YES ? values.figure(of) : Optional.empty();
      if (counts == Truth.UNKNOWN || (counts == Truth.YES && adds.isEmpty())) {
        unclear.add(record);
      } else if (counts == Truth.YES) {
        counted.add(record);
        sum = sum.plus(adds.get());
      }
    }
    boolean known = unclear.isEmpty() || unknown == Unknown.LEAVE_OUT;
    return new Result(known ? Optional.of(sum) : Optional.empty(), counted, unclear);
  }
}
