package io.silvergauge.indicators.register;

import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The registers that were sent, amendments applied: which of them speak for a unit, and the records
 * that lie in it. A register is a full list: a unit of its sender without any record has none of
 * these things.
 */
public final class Registers {
  private final RegionTree tree;
  private final List<String> precedence;
  private final SortedMap<Sent, List<RegisterRecord>> lists = new TreeMap<>(Sent.ORDER);
  private final Map<Place, List<RegisterRecord>> known = new HashMap<>();

  private record Place(Sent sent, String unit) {}

  /**
   * What was sent.
   *
   * @param sent the registers, those without any record too
   * @param precedence source ids; an earlier one goes before a later where two overlap
   */
  public Registers(
      RegionTree tree,
      Collection<Sent> sent,
      Collection<SentRecord> records,
      List<String> precedence) {
    this.tree = tree;
    this.precedence = List.copyOf(precedence);
    sent.forEach(one -> lists.putIfAbsent(one, new ArrayList<>()));
    for (SentRecord one : amended(records)) {
      lists.computeIfAbsent(one.sent(), x -> new ArrayList<>()).add(one.record());
    }
    lists.values().forEach(list -> list.sort(Registers::inOrder));
  }

  /** By region, what it is, and place; a million are compared with each other. */
  private static int inOrder(RegisterRecord one, RegisterRecord other) {
    int order = one.region().compareTo(other.region());
    if (order == 0) {
      order = one.id().compareTo(other.id());
    }
    if (order == 0) {
      order = one.origin().file().compareTo(other.origin().file());
    }
    if (order == 0) {
      order = one.origin().sheet().compareTo(other.origin().sheet());
    }
    return order == 0 ? Long.compare(one.origin().row(), other.origin().row()) : order;
  }

  /** Nothing was sent. */
  public static Registers none() {
    return new Registers(new RegionTree(List.of()), List.of(), List.of(), List.of());
  }

  /** What is said of a unit for a period. */
  public sealed interface Say {
    /**
     * A register speaks for it.
     *
     * @param sent which
     * @param age how many months it was carried forward
     * @param records the records in the unit; one that lies in one of several units, or was
     *     refused, says nothing
     */
    record Says(Sent sent, int age, List<RegisterRecord> records) implements Say {
      public Says {
        records = List.copyOf(records);
      }
    }

    /** None was sent. */
    record Nothing() implements Say {}

    /** The newest is older than it may be. */
    record TooOld(Period newest) implements Say {}

    /** Several were sent for the same period, and none goes before the others. */
    record Conflict(List<String> slots) implements Say {}
  }

  /** The registers that were sent, in a fixed order. */
  public Collection<Sent> sent() {
    return Collections.unmodifiableSet(lists.keySet());
  }

  /**
   * What a register says of a unit at the end of a period: the newest that was sent for it by then.
   *
   * @param maxAge how many months it may be carried forward
   */
  public Say say(String register, String unit, Period period, int maxAge) {
    List<String> line = tree.withAncestors(unit);
    List<Sent> fitting = new ArrayList<>();
    for (Sent one : lists.keySet()) {
      if (one.register().equals(register)
          && line.contains(one.sender())
          && !one.period().lastDay().isAfter(period.lastDay())) {
        if (!fitting.isEmpty()) {
          int order = one.period().to().compareTo(fitting.get(0).period().to());
          if (order < 0) {
            continue;
          }
          if (order > 0) {
            fitting.clear();
          }
        }
        fitting.add(one);
      }
    }
    if (fitting.isEmpty()) {
      return new Say.Nothing();
    }
    int age = period.monthsSince(fitting.get(0).period());
    if (age > maxAge) {
      return new Say.TooOld(fitting.get(0).period());
    }
    int best = fitting.stream().mapToInt(this::place).min().orElse(0);
    fitting.removeIf(one -> place(one) > best);
    return fitting.size() > 1
        ? new Say.Conflict(fitting.stream().map(Sent::slot).toList())
        : new Say.Says(fitting.get(0), age, in(fitting.get(0), unit));
  }

  /** The records of a register that lie in a unit; those that may lie there say nothing. */
  public List<RegisterRecord> in(Sent sent, String unit) {
    return known.computeIfAbsent(new Place(sent, unit), this::find);
  }

  private List<RegisterRecord> find(Place place) {
    List<RegisterRecord> own = new ArrayList<>();
    List<String> line = tree.withAncestors(place.unit());
    String region = "";
    boolean inside = false;
    boolean above = false;
    for (RegisterRecord record : lists.getOrDefault(place.sent(), List.of())) {
      if (!record.region().equals(region)) { // sorted by region
        region = record.region();
        inside = tree.withAncestors(region).contains(place.unit());
        above = line.contains(region);
      }
      if (inside) {
        own.add(record);
      } else if (above) {
        own.add(record.silent()); // in one of several units, and it does not say in which
      }
    }
    return List.copyOf(own);
  }

  private int place(Sent sent) {
    int place = precedence.indexOf(sent.source());
    return place < 0 ? precedence.size() : place;
  }

  /** Of the records of one thing the last; those without an identity amend nothing. */
  private static List<SentRecord> amended(Collection<SentRecord> records) {
    Map<Sent, Map<String, SentRecord>> last = new TreeMap<>(Sent.ORDER);
    List<SentRecord> result = new ArrayList<>();
    Sent sent = null;
    Map<String, SentRecord> ofSent = Map.of();
    for (SentRecord one : records) {
      if (one.record().id().isEmpty()) {
        result.add(one);
      } else {
        if (!one.sent().equals(sent)) { // the same one for many records
          sent = one.sent();
          ofSent = last.computeIfAbsent(sent, x -> new LinkedHashMap<>());
        }
        ofSent.merge(one.record().id(), one, (a, b) -> a.order() > b.order() ? a : b);
      }
    }
    last.values().forEach(byId -> result.addAll(byId.values()));
    return result;
  }
}
