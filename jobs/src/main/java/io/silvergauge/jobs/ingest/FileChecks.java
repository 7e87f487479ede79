package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.assessment.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that need more than one cell: parts against their whole, and rows that say a thing twice.
 */
final class FileChecks {
  private record Key(String region, String statistic, Period period) {
    static Key of(Observation observation) {
      return new Key(observation.region(), observation.statistic(), observation.period());
    }
  }

  private record Place(MappedRow row, Observation observation) {}

  private final Delivery delivery;
  private final ReadingContext context;

  FileChecks(Delivery delivery, ReadingContext context) {
    this.delivery = delivery;
    this.context = context;
  }

  /** Applies them to the rows that are not refused already; marks those that fail. */
  void apply(List<MappedRow> rows) {
    checkCombined(rows);
    checkRecords(rows);
    Map<Key, Place> said = new HashMap<>();
    Map<Key, List<Place>> repeated = new LinkedHashMap<>();
    for (MappedRow row : rows) {
      if (!row.isRejected()) {
        for (Observation observation : row.observations()) {
          Key key = Key.of(observation);
          Place place = new Place(row, observation);
          Place first = said.putIfAbsent(key, place);
          if (first != null) {
            repeated.computeIfAbsent(key, one -> new ArrayList<>(List.of(first))).add(place);
          }
        }
      }
    }
    Set<MappedRow> conflicting = new HashSet<>();
    repeated.values().forEach(places -> checkConflict(places, conflicting));
    for (MappedRow row : rows) {
      if (!row.isRejected()) {
        row.observations().forEach(observation -> checkPart(row, observation, said));
      }
    }
    if (!repeated.isEmpty()) {
      leaveOutRepeated(rows);
    }
  }

  /**
   * A row {@code 中原区（含高新区）} repeats what the rows 中原区 and 高新区 say, so it is a subtotal where 中原区
   * has a row of its own, and cannot be taken apart where it has none.
   */
  private void checkCombined(List<MappedRow> rows) {
    if (rows.stream().allMatch(row -> row.combined().isEmpty())) {
      return;
    }
    Set<Key> single = new HashSet<>();
    for (MappedRow row : rows) {
      if (row.combined().isEmpty()) {
        row.observations().forEach(observation -> single.add(Key.of(observation)));
      }
    }
    for (MappedRow row : rows) {
      if (row.combined().isEmpty() || row.isRejected() || row.isSetAside()) {
        continue;
      }
      if (row.observations().stream().map(Key::of).allMatch(single::contains)) {
        row.putAside();
      } else {
        row.reject(
            Rejects.inRow(
                delivery,
                row.place(),
                "",
                row.combined(),
                RejectReason.COMBINED_REGION,
                row.period(),
                Bilingual.of(
                    "该行把“%1$s”与%2$s合并报送，而文件中没有后者单独的一行；请分行报送",
                    "the row has %2$s and '%1$s' together, and the file has no row of the former by"
                        + " itself; please send them in rows of their own",
                    row.combined(),
                    context.names().shown(row.observations().get(0).region()))));
      }
    }
  }

  /** A thing that is in a register twice counts once, or not at all where the two differ. */
  private void checkRecords(List<MappedRow> rows) {
    Map<String, MappedRow> firsts = new HashMap<>();
    Map<String, List<MappedRow>> repeated = new LinkedHashMap<>();
    for (MappedRow row : rows) {
      if (!row.isRejected() && !row.isSetAside()) {
        for (RegisterRecord one : row.records()) {
          MappedRow first = firsts.putIfAbsent(one.id(), row);
          if (first != null) {
            repeated.computeIfAbsent(one.id(), id -> new ArrayList<>(List.of(first))).add(row);
          }
        }
      }
    }
    for (List<MappedRow> same : repeated.values()) {
      MappedRow first = same.get(0);
      RegisterRecord one = first.records().get(0);
      boolean differ =
          same.stream()
              .map(row -> row.records().get(0))
              .anyMatch(
                  other ->
                      !other.values().equals(one.values()) || !other.region().equals(one.region()));
      for (int i = differ ? 0 : 1; i < same.size(); i++) {
        if (differ) {
          same.get(i).reject(twice(same.get(i), same.get(i == 0 ? 1 : 0), one.id()));
        } else {
          same.get(i).putAside();
        }
      }
    }
  }

  private Reject twice(MappedRow row, MappedRow other, String id) {
    return Rejects.inRow(
        delivery,
        row.place(),
        "",
        id,
        RejectReason.DUPLICATE_CONFLICT,
        row.period(),
        Bilingual.of(
            "“%s”与第 %d 行是同一条记录但内容不同，两行均不采用；请只保留一行",
            "'%s' is the record of row %d too, with other content, so neither counts; please keep"
                + " one",
            id,
            other.place().number()));
  }

  /** What is said twice counts once, be it in two rows or in two columns of one. */
  private static void leaveOutRepeated(List<MappedRow> rows) {
    Set<Key> said = new HashSet<>();
    for (MappedRow row : rows) {
      if (row.isRejected() || row.isSetAside()) {
        continue;
      }
      Set<Observation> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Observation observation : row.observations()) {
        if (!said.add(Key.of(observation))) {
          repeated.add(observation);
        }
      }
      if (!repeated.isEmpty()) {
        row.leaveOut(repeated);
      }
    }
  }

  /** Where not all say the same, none counts: a row that sides with another settles nothing. */
  private void checkConflict(List<Place> places, Set<MappedRow> conflicting) {
    Place first = places.get(0);
    Optional<Place> differing =
        places.stream().filter(one -> !same(first.observation(), one.observation())).findFirst();
    if (differing.isEmpty()) {
      return;
    }
    for (Place place : places) {
      if (conflicting.add(place.row())) {
        Place other = same(first.observation(), place.observation()) ? differing.get() : first;
        place.row().reject(conflict(place.row(), place.observation(), other));
      }
    }
  }

  private static boolean same(Observation left, Observation right) {
    return left.mark() == right.mark()
        && left.value().compareTo(right.value()) == 0
        && left.unit().equals(right.unit());
  }

  private void checkPart(MappedRow row, Observation part, Map<Key, Place> all) {
    Statistic statistic = context.statistics().get(part.statistic());
    if (statistic.partOf().isEmpty() || part.mark() != Mark.NUMBER) {
      return;
    }
    Place place = all.get(new Key(part.region(), statistic.partOf(), part.period()));
    if (place == null || place.observation().mark() != Mark.NUMBER) {
      return;
    }
    Observation whole = place.observation();
    Statistic wholeStatistic = context.statistics().get(whole.statistic());
    Fraction inUnit =
        Fraction.of(part.value()).times(context.units().factor(part.unit(), wholeStatistic.unit()));
    Fraction limit =
        Fraction.of(whole.value())
            .times(context.units().factor(whole.unit(), wholeStatistic.unit()));
    if (inUnit.compareTo(limit) > 0) {
      String value = part.value().stripTrailingZeros().toPlainString();
      row.reject(
          Rejects.inRow(
              delivery,
              row.place(),
              part.origin().column(),
              value,
              RejectReason.SHARE_ABOVE_100,
              row.period(),
              Bilingual.of(
                  "%s%s 大于“%s”的 %s%s，占比超过 100%%；请核对两列",
                  "%s %s is more than the %4$s %5$s of '%3$s', a share above 100 %%; please check"
                      + " both columns",
                  value,
                  part.unit(),
                  whole.origin().column(),
                  whole.value().stripTrailingZeros().toPlainString(),
                  whole.unit())));
    }
  }

  private Reject conflict(MappedRow row, Observation observation, Place other) {
    return Rejects.inRow(
        delivery,
        row.place(),
        observation.origin().column(),
        shown(observation),
        RejectReason.DUPLICATE_CONFLICT,
        row.period(),
        Bilingual.of(
            "与第 %s 行重复但数值不同（%s 与 %s），两行均不采用；请只保留一行",
            "record %s says the same thing with another value (%s and %s), so neither counts;"
                + " please keep one",
            other(row.place(), other.row().place()),
            shown(observation),
            shown(other.observation())));
  }

  /** Another row's number, with its sheet where that is another too. */
  private static String other(RowPlace row, RowPlace other) {
    return other.sheet().equals(row.sheet())
        ? Long.toString(other.number())
        : other.sheet() + " " + other.number();
  }

  private static String shown(Observation observation) {
    return observation.mark() == Mark.NUMBER
        ? observation.value().stripTrailingZeros().toPlainString()
        : observation.mark().code();
  }
}
