package io.silvergauge.indicators.region;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table of successors: which units were renamed, merged or split, and when. An old unit with
 * one row went into the new one whole; with several of one day it was split, and each row needs its
 * share for the old figures to be divided. A unit may change on several days.
 */
public final class Successors implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No unit has changed. */
  public static final Successors NONE = new Successors(List.of());

  private final TreeMap<String, List<Successor>> into = new TreeMap<>();
  private final TreeMap<String, List<Successor>> outOf = new TreeMap<>();
  private final TreeMap<String, List<Change>> changes = new TreeMap<>();

  /** The table of these rows. */
  public Successors(Collection<Successor> rows) {
    List<Successor> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing(Successor::on)
            .thenComparing(Successor::from)
            .thenComparing(Successor::to));
    for (Successor row : sorted) {
      into.computeIfAbsent(row.to(), code -> new ArrayList<>()).add(row);
      outOf.computeIfAbsent(row.from(), code -> new ArrayList<>()).add(row);
    }
    Set<String> codes = new TreeSet<>(into.keySet());
    codes.addAll(outOf.keySet());
    codes.forEach(code -> changes.put(code, byDay(code)));
  }

  private List<Change> byDay(String code) {
    TreeMap<LocalDate, List<Successor>> taken = new TreeMap<>();
    TreeMap<LocalDate, List<Successor>> given = new TreeMap<>();
    into(code).forEach(row -> taken.computeIfAbsent(row.on(), on -> new ArrayList<>()).add(row));
    outOf(code).forEach(row -> given.computeIfAbsent(row.on(), on -> new ArrayList<>()).add(row));
    Set<LocalDate> days = new TreeSet<>(taken.keySet());
    days.addAll(given.keySet());
    return days.stream()
        .map(
            on ->
                new Change(
                    code, on, taken.getOrDefault(on, List.of()), given.getOrDefault(on, List.of())))
        .toList();
  }

  /** What went into a unit, by day. */
  public List<Successor> into(String code) {
    return List.copyOf(into.getOrDefault(code, List.of()));
  }

  /** What became of a unit, by day. */
  public List<Successor> outOf(String code) {
    return List.copyOf(outOf.getOrDefault(code, List.of()));
  }

  /** What happened to a unit, day by day. */
  public List<Change> changes(String code) {
    return changes.getOrDefault(code, List.of());
  }

  /** All rows. */
  public List<Successor> all() {
    return outOf.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The rows of this table between known regions, but for units of which {@code own} says what
   * became, and those of {@code own}.
   */
  public Successors overriddenBy(Successors own, Set<String> knownCodes) {
    List<Successor> rows = new ArrayList<>(own.all());
    for (Successor row : all()) {
      if (own.outOf(row.from()).isEmpty()
          && knownCodes.contains(row.from())
          && knownCodes.contains(row.to())) {
        rows.add(row);
      }
    }
    return new Successors(rows);
  }

  /** The shipped table: changes at county level whose day was found published. */
  public static Successors shipped() {
    try (InputStream table = Successors.class.getResourceAsStream("successors.csv")) {
      Faults faults = new Faults();
      Successors shipped = read("successors.csv", table.readAllBytes(), faults);
      if (faults.count() > 0) {
        throw new IllegalStateException(faults.all().toString());
      }
      return shipped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: {@code from, to, on} and, where a unit was split, {@code share}.
   *
   * @param file name for faults
   */
  public static Successors read(String file, byte[] content, Faults faults) {
    List<Successor> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, CsvList.Row> places = new TreeMap<>();
    List<CsvList.Row> lines =
        CsvList.read(
            file, content, List.of("from", "to", "on"), List.of("share", "source"), faults);
    for (CsvList.Row line : lines) {
      String from = line.text("from");
      String to = line.text("to");
      LocalDate on = line.date("on", LocalDate.MIN, faults);
      if (from.isEmpty() || to.isEmpty() || line.text("on").isEmpty()) {
        line.fault(
            faults, "from", new Bilingual("from、to、on 不能为空", "from, to and on must not be empty"));
      } else if (!seen.add(from + " " + to + " " + on)) {
        line.fault(faults, "to", Bilingual.of("%s 到 %s 重复", "%s into %s stands twice", from, to));
      } else {
        rows.add(new Successor(from, to, on, share(line, faults)));
        places.put(from + " " + on, line);
      }
    }
    return new Successors(checked(rows, places, faults));
  }

  /**
   * A unit with one row went into it whole, unless it went on to change on a later day; the shares
   * of one that was split make one on each day, or there are none.
   */
  private static List<Successor> checked(
      List<Successor> rows, Map<String, CsvList.Row> places, Faults faults) {
    List<Successor> checked = new ArrayList<>();
    Map<String, TreeMap<LocalDate, List<Successor>>> byUnit = new TreeMap<>();
    for (Successor row : rows) {
      byUnit
          .computeIfAbsent(row.from(), from -> new TreeMap<>())
          .computeIfAbsent(row.on(), on -> new ArrayList<>())
          .add(row);
    }
    byUnit.forEach(
        (from, days) ->
            days.forEach(
                (on, parts) -> {
                  if (parts.size() == 1 && !parts.get(0).shareKnown()) {
                    Fraction whole = on.equals(days.lastKey()) ? Fraction.ONE : Fraction.ZERO;
                    checked.add(new Successor(from, parts.get(0).to(), on, whole));
                    return;
                  }
                  Fraction all =
                      parts.stream().map(Successor::share).reduce(Fraction.ZERO, Fraction::plus);
                  boolean complete = parts.stream().allMatch(Successor::shareKnown);
                  if (complete ? all.compareTo(Fraction.ONE) != 0 : all.signum() != 0) {
                    notWhole(places.get(from + " " + on), from, on, all, faults);
                  }
                  checked.addAll(parts);
                }));
    return checked;
  }

  private static void notWhole(
      CsvList.Row place, String from, LocalDate on, Fraction all, Faults faults) {
    place.fault(
        faults,
        "share",
        Bilingual.of(
            "“%s”在 %s 的份额应全部填写且合计为 1，或全部留空，合计却是 %s",
            "the shares of '%s' on %s must all be given and come to 1, or none; they come to %s",
            from,
            on,
            all.printed().toPlainString()));
  }

  private static Fraction share(CsvList.Row line, Faults faults) {
    String text = line.text("share");
    if (text.isEmpty()) {
      return Fraction.ZERO;
    }
    try {
      Fraction share = Fraction.parse(text);
      if (share.signum() > 0 && share.compareTo(Fraction.ONE) <= 0) {
        return share;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    line.fault(
        faults,
        "share",
        Bilingual.of(
            "“%s”应为大于 0、不超过 1 的数，如 0.4 或 2/5",
            "'%s' must be above 0 and at most 1, such as 0.4 or 2/5", text));
    return Fraction.ZERO;
  }
}
