package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact sums of observations, one for each leaf, statistic, period and unit, in the order of
 * {@link LeafSum#ORDER}; each is made when it is asked for.
 */
final class LeafSums extends AbstractList<LeafSum> {
  private static final int SCALE = 6;

  private final ObservationTable table;
  private final List<String> leaves;
  private final int[] ofLeaf;
  private final int[] ofFrame;
  private final int[] order;
  private final int[] begins;

  /**
   * Sums.
   *
   * @param by for which leaf a unit that reports counts
   */
  LeafSums(ObservationTable table, SourceDescription.RegionRule by) {
    this.table = table;
    leaves = table.regions().all().stream().map(by::leafOf).toList();
    ofLeaf = ranks(leaves, Comparator.naturalOrder());
    ofFrame =
        ranks(
            table.frames().all(),
            Comparator.comparing(ObservationTable.Frame::statistic)
                .thenComparing(ObservationTable.Frame::period)
                .thenComparing(ObservationTable.Frame::unit));
    order = sorted();
    begins = begins();
  }

  @Override
  public int size() {
    return begins.length - 1;
  }

  @Override
  public LeafSum get(int place) {
    int from = begins[place];
    int to = begins[place + 1];
    LeafSum first = one(order[from]);
    return to - from > 1 && areAlike(from, to) ? quickly(first, from, to) : plus(first, from, to);
  }

  private LeafSum plus(LeafSum first, int from, int to) {
    LeafSum sum = first;
    for (int i = from + 1; i < to; i++) {
      sum = sum.plus(one(order[i]));
    }
    return sum;
  }

  private LeafSum one(int place) {
    Observation observation = table.get(place);
    return LeafSum.of(leaves.get(table.region(place)), observation);
  }

  /**
   * Whether some observations are numbers of one column in rising rows: then the first is first.
   */
  private boolean areAlike(int from, int to) {
    int frame = table.frame(order[from]);
    for (int i = from; i < to; i++) {
      if (table.frame(order[i]) != frame
          || table.mark(order[i]) != Mark.NUMBER
          || (i > from && table.row(order[i]) < table.row(order[i - 1]))) {
        return false;
      }
    }
    return true;
  }

  /** What {@link #plus} gives, without an object for each observation. */
  private LeafSum quickly(LeafSum first, int from, int to) {
    BigInteger whole = BigInteger.ZERO;
    long sum = 0;
    for (int i = from; i < to; i++) {
      long value = table.millionths(order[i]);
      long more = sum + value;
      if (((sum ^ more) & (value ^ more)) < 0) { // it has become too large for a long
        whole = whole.add(BigInteger.valueOf(sum));
        more = value;
      }
      sum = more;
    }
    return first.with(new BigDecimal(whole.add(BigInteger.valueOf(sum)), SCALE), to - from);
  }

  /** Where in the order each sum begins; and the end. */
  private int[] begins() {
    return IntStream.concat(
            IntStream.range(0, order.length)
                .filter(
                    i ->
                        i == 0
                            || ofLeaf[table.region(order[i])] != ofLeaf[table.region(order[i - 1])]
                            || ofFrame[table.frame(order[i])]
                                != ofFrame[table.frame(order[i - 1])]),
            IntStream.of(order.length))
        .toArray();
  }

  /** Their places by leaf, statistic, period and unit; those that agree in all as they came. */
  private int[] sorted() {
    int size = table.size();
    int[] next = new int[leaves.size() + 1];
    for (int i = 0; i < size; i++) {
      next[ofLeaf[table.region(i)] + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    long[] keys = new long[size];
    int[] from = next.clone();
    for (int i = 0; i < size; i++) {
      keys[next[ofLeaf[table.region(i)]]++] = (long) ofFrame[table.frame(i)] << Integer.SIZE | i;
    }
    for (int i = 0; i + 1 < from.length; i++) {
      Arrays.sort(keys, from[i], from[i + 1]);
    }
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The rank of each of some things; those that compare as equal have one. */
  private static <T> int[] ranks(List<T> things, Comparator<? super T> comparator) {
    Integer[] sorted = IntStream.range(0, things.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, (left, right) -> comparator.compare(things.get(left), things.get(right)));
    int[] ranks = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      boolean same =
          i > 0 && comparator.compare(things.get(sorted[i]), things.get(sorted[i - 1])) == 0;
      ranks[sorted[i]] = same ? ranks[sorted[i - 1]] : i;
    }
    return ranks;
  }
}
