package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<Named, List<Told>> told = byName(refused);
    Set<Sum> seen = new HashSet<>();
    List<Sum> understated = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      String leaf = by.leafOf(accepted.regions().get(accepted.region(i)));
      Sum sum = new Sum(leaf, accepted.frame(i));
      if (seen.add(sum)) {
        Optional<Told> first = first(told, sum);
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

  /** Leaf and statistic as a refused row names them; empty where it does not. */
  private record Named(String leaf, String statistic) {}

  /**
   * A period of which refused rows say something, whatever it is where it is empty.
   *
   * @param place of the first of these rows among all that were refused
   * @param row the number of that row's record
   */
  private record Told(Optional<Period> period, int place, long row) {
    /** A row of one period may say something of any that has a month in common with it. */
    boolean mayBeOf(Period sum) {
      return period
          .map(one -> !one.from().isAfter(sum.to()) && !sum.from().isAfter(one.to()))
          .orElse(true);
    }
  }

  /** What refused rows say of themselves; of those that say the same the first. */
  private static Map<Named, List<Told>> byName(List<MappedRow> refused) {
    Map<Named, Map<String, Told>> all = new HashMap<>();
    for (int i = 0; i < refused.size(); i++) {
      MappedRow row = refused.get(i);
      Map<String, Told> byPeriod =
          all.computeIfAbsent(
              new Named(row.region(), row.statistic()), name -> new LinkedHashMap<>());
      if (!byPeriod.containsKey(row.period())) {
        Optional<Period> period =
            row.period().isEmpty() ? Optional.empty() : Optional.of(Period.parse(row.period()));
        byPeriod.put(row.period(), new Told(period, i, row.place().number()));
      }
    }
    Map<Named, List<Told>> told = new HashMap<>();
    all.forEach((name, byPeriod) -> told.put(name, List.copyOf(byPeriod.values())));
    return told;
  }

  /** The first refused row that may be of a sum. */
  private Optional<Told> first(Map<Named, List<Told>> told, Sum sum) {
    ObservationTable.Frame frame = accepted.frames().get(sum.frame());
    Told first = null;
    for (String leaf : List.of(sum.leaf(), "")) {
      for (String statistic : List.of(frame.statistic(), "")) {
        for (Told row : told.getOrDefault(new Named(leaf, statistic), List.of())) {
          if ((first == null || row.place() < first.place()) && row.mayBeOf(frame.period())) {
            first = row;
          }
        }
      }
    }
    return Optional.ofNullable(first);
  }
}
