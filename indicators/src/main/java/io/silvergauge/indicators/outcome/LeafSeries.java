package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the live deliveries say of one leaf and statistic, period by period: amendments applied,
 * overlaps of different slots held unless one source goes before the other.
 */
final class LeafSeries {
  /**
   * One period's say: what one delivery says, in each unit it uses, or several slots that overlap.
   */
  record Say(List<Delivered> deliveries) {
    boolean conflicting() {
      String first = deliveries.get(0).slot();
      return deliveries.size() > 1
          && deliveries.stream().anyMatch(one -> !one.slot().equals(first));
    }

    String source() {
      return deliveries.get(0).source();
    }

    Mark mark() {
      Mark mark = deliveries.get(0).sum().mark();
      for (int i = 1; i < deliveries.size(); i++) {
        mark = mark.plus(deliveries.get(i).sum().mark());
      }
      return mark;
    }

    List<LeafSum> sums() {
      return deliveries.stream().map(Delivered::sum).toList();
    }

    Reading.None conflict() {
      List<String> slots = deliveries.stream().map(Delivered::slot).distinct().sorted().toList();
      return new Reading.None(
          Reason.CONFLICTING_SOURCES, Bilingual.same(String.join(" ≠ ", slots)));
    }
  }

  private final TreeMap<Period, Say> says = new TreeMap<>();

  /**
   * The series of one leaf and statistic.
   *
   * @param precedence source ids; an earlier one goes before a later, and any goes before one that
   *     is not listed
   */
  LeafSeries(Collection<Delivered> delivered, List<String> precedence) {
    TreeMap<Period, List<Delivered>> byPeriod = new TreeMap<>();
    for (Delivered one : delivered) {
      byPeriod.computeIfAbsent(one.sum().period(), period -> new ArrayList<>()).add(one);
    }
    byPeriod.forEach((period, all) -> says.put(period, new Say(settle(all, precedence))));
  }

  /** By period, in order of time. */
  SortedMap<Period, Say> says() {
    return says;
  }

  private static List<Delivered> settle(List<Delivered> all, List<String> precedence) {
    if (all.size() == 1) {
      return List.copyOf(all); // nearly always
    }
    TreeMap<String, Integer> newestBySlot = new TreeMap<>();
    all.forEach(one -> newestBySlot.merge(one.slot(), one.order(), Math::max));
    List<Delivered> slots = new ArrayList<>(all);
    slots.removeIf(one -> one.order() < newestBySlot.get(one.slot()));
    Set<String> lacking = new HashSet<>();
    slots.stream()
        .filter(one -> one.sum().mark() == Mark.MISSING)
        .forEach(one -> lacking.add(one.slot())); // in whatever unit, something of it is missing
    List<Delivered> blanks =
        slots.stream()
            .filter(one -> lacking.contains(one.slot()))
            .filter(one -> one.sum().mark() == Mark.MISSING)
            .toList();
    slots.removeIf(one -> lacking.contains(one.slot())); // a blank contradicts nobody
    if (slots.isEmpty()) {
      return blanks.subList(0, Math.min(1, blanks.size()));
    }
    int best =
        slots.stream().mapToInt(one -> place(one, precedence)).min().orElse(precedence.size());
    if (best < precedence.size()) {
      slots.removeIf(one -> place(one, precedence) > best);
    }
    slots.sort(Comparator.comparing(Delivered::slot).thenComparing(Delivered::sum, LeafSum.ORDER));
    return Collections.unmodifiableList(slots);
  }

  private static int place(Delivered one, List<String> precedence) {
    int place = precedence.indexOf(one.source());
    return place < 0 ? precedence.size() : place;
  }
}
