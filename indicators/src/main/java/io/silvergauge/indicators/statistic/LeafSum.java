package io.silvergauge.indicators.statistic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What one batch reports of one leaf, statistic, period and unit: the exact sum of its rows.
 *
 * @param region code of the leaf
 * @param statistic the statistic's id
 * @param period period the values are for
 * @param unit unit as reported
 * @param mark NUMBER where there is a sum; else why there is none
 * @param sum exact sum in {@code unit}; zero unless {@code mark} is NUMBER
 * @param rows how many rows it sums
 * @param tooSmall how many of them were too small to show; each adds nothing to the sum
 * @param status the most doubtful of their statuses
 * @param referenceDate the earliest of their reference dates
 * @param document document of the first row; may be empty
 * @param origin where the first row stands
 */
public record LeafSum(
    String region,
    String statistic,
    Period period,
    String unit,
    Mark mark,
    BigDecimal sum,
    int rows,
    int tooSmall,
    ValueStatus status,
    LocalDate referenceDate,
    String document,
    Origin origin)
    implements Serializable {
  /** Sorts by everything that tells one sum from another. */
  public static final Comparator<LeafSum> ORDER = LeafSum::inOrder;

  private static int inOrder(LeafSum one, LeafSum other) {
    int order = one.region.compareTo(other.region);
    order = order != 0 ? order : one.statistic.compareTo(other.statistic);
    order = order != 0 ? order : one.period.compareTo(other.period);
    return order != 0 ? order : one.unit.compareTo(other.unit);
  }

  /**
   * What tells one sum from another within a batch.
   *
   * @param region code of the leaf
   * @param statistic the statistic's id
   * @param period period the values are for
   * @param unit unit as reported
   */
  public record Key(String region, String statistic, Period period, String unit) {}

  /** The sum of a single observation of a leaf itself. */
  public static LeafSum of(Observation observation) {
    return of(observation.region(), observation);
  }

  /** The sum of a single observation of a leaf, or of a unit that lies in it. */
  public static LeafSum of(String leaf, Observation observation) {
    return new LeafSum(
        leaf,
        observation.statistic(),
        observation.period(),
        observation.unit(),
        observation.mark(),
        observation.value(),
        1,
        observation.mark() == Mark.TOO_SMALL ? 1 : 0,
        observation.status(),
        observation.referenceDate(),
        observation.document(),
        observation.origin());
  }

  /** The same with numbers of further rows. */
  public LeafSum with(BigDecimal total, int allRows) {
    return new LeafSum(
        region,
        statistic,
        period,
        unit,
        mark,
        total,
        allRows,
        tooSmall,
        status,
        referenceDate,
        document,
        origin);
  }

  /** By what differs between sums at hand. */
  @Override
  public int hashCode() {
    return LeafHash.of(region, statistic) + Long.hashCode(origin.row());
  }

  /** Its key. */
  public Key key() {
    return new Key(region, statistic, period, unit);
  }

  /**
   * Two sums of one key as one; in any order the result is the same. A missing part makes the sum
   * missing; parts that are too small or not applicable add nothing.
   */
  public LeafSum plus(LeafSum other) {
    boolean first =
        Comparator.comparing(Origin::file)
                .thenComparing(Origin::sheet)
                .thenComparing(Origin::row)
                .thenComparing(Origin::column)
                .compare(origin, other.origin)
            <= 0;
    Mark both = mark.plus(other.mark);
    return new LeafSum(
        region,
        statistic,
        period,
        unit,
        both,
        both == Mark.NUMBER ? sum.add(other.sum) : BigDecimal.ZERO,
        rows + other.rows,
        tooSmall + other.tooSmall,
        status.orWorse(other.status),
        referenceDate.isBefore(other.referenceDate) ? referenceDate : other.referenceDate,
        first ? document : other.document,
        first ? origin : other.origin);
  }
}
