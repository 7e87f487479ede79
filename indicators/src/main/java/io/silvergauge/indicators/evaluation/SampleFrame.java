package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.indicators.verification.Drawing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The single things behind a city's figure that can be looked at on the spot: the records of its
 * register where it is worked out of one, each region in it a stratum; else the units behind it,
 * the city being the stratum.
 */
public final class SampleFrame {
  private SampleFrame() {}

  /**
   * Something that can be looked at.
   *
   * @param region code of the unit, or of the region a record lies in
   * @param record id of the record; empty for a unit
   * @param name its names; may be empty
   * @param numerator what was reported of it
   * @param denominator what that was set against; null where there is nothing
   * @param place where a record stands, as file, sheet and record; empty for a unit
   */
  public record Thing(
      String city,
      String region,
      String record,
      Bilingual name,
      BigDecimal numerator,
      BigDecimal denominator,
      String place) {
    /** As it is drawn. */
    public Drawing.Thing drawn() {
      return record.isEmpty()
          ? new Drawing.Thing(city, region)
          : new Drawing.Thing(stratum(city, region), region + "/" + record);
    }
  }

  /** The stratum of the records that lie in a region. */
  public static String stratum(String city, String region) {
    return city + "/" + region;
  }

  /** The things behind a figure, by stratum, key; none where nothing can be drawn. */
  public static List<Thing> of(String city, IndicatorResult result) {
    List<Thing> things =
        new ArrayList<>(isOfRecords(result) ? records(city, result) : units(city, result));
    things.sort(
        Comparator.comparing((Thing thing) -> thing.drawn().stratum())
            .thenComparing(thing -> thing.drawn().key()));
    return things;
  }

  /** How many things each stratum has. */
  public static Map<String, Integer> sizes(List<Thing> things) {
    Map<String, Integer> sizes = new TreeMap<>();
    things.forEach(thing -> sizes.merge(thing.drawn().stratum(), 1, Integer::sum));
    return sizes;
  }

  /** Whether all single records that count, and all that do not, are listed behind a figure. */
  private static boolean isOfRecords(IndicatorResult result) {
    Behind behind = result.behind();
    return behind != null
        && behind.register() != null
        && behind.subject() == null
        && behind.items().isEmpty()
        && behind.stages().isEmpty()
        && behind.notListed() == 0
        && behind.counted().size() < Behind.MOST_RECORDS
        && (!behind.counted().isEmpty() || !behind.records().isEmpty());
  }

  private static List<Thing> records(String city, IndicatorResult result) {
    BigDecimal of = result.denominator() == null ? null : BigDecimal.ONE;
    List<Thing> things = new ArrayList<>();
    for (Behind.Counted one : result.behind().counted()) {
      things.add(
          new Thing(
              city,
              one.region(),
              one.id(),
              Bilingual.same(one.name()),
              one.number(),
              of,
              place(one.file(), one.sheet(), one.row())));
    }
    for (Behind.Listed one : result.behind().records()) {
      if (one.state().equals(Behind.FAILS) && !one.id().isEmpty()) {
        things.add(
            new Thing(
                city,
                one.region(),
                one.id(),
                Bilingual.same(one.name()),
                BigDecimal.ZERO,
                of,
                place(one.file(), one.sheet(), one.row())));
      }
    }
    return things;
  }

  private static List<Thing> units(String city, IndicatorResult result) {
    return result.units().stream()
        .filter(unit -> unit.numerator() != null && unit.denominator() != null)
        .map(
            unit ->
                new Thing(
                    city, unit.code(), "", unit.name(), unit.numerator(), unit.denominator(), ""))
        .toList();
  }

  private static String place(String file, String sheet, long row) {
    return file + (sheet == null ? "" : " " + sheet) + " #" + row;
  }
}
