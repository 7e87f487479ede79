package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the live deliveries say of one leaf and statistic, period by period: amendments applied,
 * overlaps of different slots held unless one source goes before the other.
 */
final class LeafSeries {
  /** One period's say: exactly one delivery, or several that overlap. */
  record Say(List<Delivered> deliveries) {
    boolean conflicting() {
      return deliveries.size() > 1;
    }

    Delivered only() {
      return deliveries.get(0);
    }

    Reading.None conflict() {
      List<String> slots = deliveries.stream().map(Delivered::slot).sorted().toList();
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
  Map<Period, Say> says() {
    return says;
  }

  private static List<Delivered> settle(List<Delivered> all, List<String> precedence) {
    TreeMap<String, Delivered> newestBySlot = new TreeMap<>();
    for (Delivered one : all) {
      newestBySlot.merge(one.slot(), one, (a, b) -> a.order() >= b.order() ? a : b);
    }
    List<Delivered> slots = new ArrayList<>(newestBySlot.values());
    int best =
        slots.stream().mapToInt(one -> place(one, precedence)).min().orElse(precedence.size());
    if (best < precedence.size()) {
      slots.removeIf(one -> place(one, precedence) > best);
    }
    slots.sort(Comparator.comparing(Delivered::slot));
    return Collections.unmodifiableList(slots);
  }

  private static int place(Delivered one, List<String> precedence) {
    int place = precedence.indexOf(one.source());
    return place < 0 ? precedence.size() : place;
  }
}
