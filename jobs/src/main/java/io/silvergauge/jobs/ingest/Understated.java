package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sums over units below a leaf that would be too small, because a row of such a unit was refused:
 * such a sum is missing, for missing is not zero. Where nobody knows which leaf a refused row is
 * of, all sums it may belong to are.
 */
final class Understated {
  private final ObservationTable accepted;
  private final SourceDescription.RegionRule by;

  private record Sum(String leaf, int frame) {}

  Understated(ObservationTable accepted, SourceDescription.RegionRule by) {
    this.accepted = accepted;
    this.by = by;
  }

  /**
   * Adds to each such sum that something of it is missing.
   *
   * @param rows the rows that were mapped, refused ones among them
   * @param whole whether a part of the file was refused as a whole
   */
  void mark(List<MappedRow> rows, boolean whole) {
    List<MappedRow> refused = rows.stream().filter(MappedRow::isRejected).toList();
    if (refused.isEmpty() && !whole) {
      return;
    }
    Set<Sum> seen = new HashSet<>();
    List<Sum> understated = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      String leaf = by.leafOf(accepted.regions().get(accepted.region(i)));
      Sum sum = new Sum(leaf, accepted.frame(i));
      if (seen.add(sum) && (whole || refused.stream().anyMatch(row -> mayBeOf(row, sum)))) {
        understated.add(sum);
      }
    }
    long row = refused.isEmpty() ? 0 : refused.get(0).place().number();
    understated.forEach(
        sum -> accepted.take(accepted.regions().of(sum.leaf()), sum.frame(), Mark.MISSING, 0, row));
  }

  private boolean mayBeOf(MappedRow row, Sum sum) {
    ObservationTable.Frame frame = accepted.frames().get(sum.frame());
    return (row.region().isEmpty() || row.region().equals(sum.leaf()))
        && (row.statistic().isEmpty() || row.statistic().equals(frame.statistic()))
        && (row.period().isEmpty()
            || row.period().equals(frame.period().toString())
            || row.period().equals(lastMonth(frame)));
  }

  /** A row of a month may say what has come about since January. */
  private static String lastMonth(ObservationTable.Frame frame) {
    return frame.period().to().toString();
  }
}
