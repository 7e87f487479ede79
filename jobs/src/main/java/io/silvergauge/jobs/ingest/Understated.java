package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    List<Told> told = refused.stream().map(Told::of).distinct().toList();
    Set<Sum> seen = new HashSet<>();
    List<Sum> understated = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      String leaf = by.leafOf(accepted.regions().get(accepted.region(i)));
      Sum sum = new Sum(leaf, accepted.frame(i));
      if (seen.add(sum)) {
        Optional<Told> first = told.stream().filter(row -> mayBeOf(row, sum)).findFirst();
        if (whole || first.isPresent()) {
          understated.add(sum);
          places.add(first.map(Told::row).orElse(0L));
        }
      }
    }
    for (int i = 0; i < understated.size(); i++) {
      Sum sum = understated.get(i);
      int region = accepted.regions().of(sum.leaf());
      accepted.take(region, sum.frame(), Mark.MISSING, 0, places.get(i));
    }
  }

  /**
   * What a refused row says of itself, as far as anybody can tell; rows that say the same are one.
   *
   * @param row the first that says it
   */
  private record Told(String region, String statistic, String period, long row) {
    static Told of(MappedRow row) {
      return new Told(row.region(), row.statistic(), row.period(), row.place().number());
    }

    @Override
    public int hashCode() {
      return Objects.hash(region, statistic, period);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Told told
          && region.equals(told.region)
          && statistic.equals(told.statistic)
          && period.equals(told.period);
    }
  }

  /** A row of one period may say something of any that has a month in common with it. */
  private boolean mayBeOf(Told row, Sum sum) {
    ObservationTable.Frame frame = accepted.frames().get(sum.frame());
    return (row.region().isEmpty() || row.region().equals(sum.leaf()))
        && (row.statistic().isEmpty() || row.statistic().equals(frame.statistic()))
        && (row.period().isEmpty() || overlap(Period.parse(row.period()), frame.period()));
  }

  private static boolean overlap(Period one, Period other) {
    return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
  }
}
