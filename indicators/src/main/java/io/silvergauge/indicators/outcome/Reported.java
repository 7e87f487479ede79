package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Everything the live deliveries say of a set of leaves. */
public final class Reported {
  private record Key(String region, String statistic) {}

  private final Map<Key, LeafSeries> series = new HashMap<>();
  private final Units units;
  private final List<String> precedence;

  /**
   * What these deliveries say.
   *
   * @param units units they may be converted with
   * @param precedence source ids; an earlier one goes before a later where two overlap
   */
  public Reported(Collection<Delivered> delivered, Units units, List<String> precedence) {
    this.units = units;
    this.precedence = List.copyOf(precedence);
    Map<Key, List<Delivered>> byKey = new HashMap<>();
    for (Delivered one : delivered) {
      byKey
          .computeIfAbsent(
              new Key(one.sum().region(), one.sum().statistic()), key -> new ArrayList<>())
          .add(one);
    }
    byKey.forEach((key, all) -> series.put(key, new LeafSeries(all, precedence)));
  }

  /** What is said of a leaf and statistic, period by period. */
  SortedMap<Period, LeafSeries.Say> says(String region, String statistic) {
    LeafSeries all = series.get(new Key(region, statistic));
    return all == null ? Collections.emptySortedMap() : all.says();
  }

  /** What these says come to in a period. */
  TimeFill filling(Statistic statistic, Map<Period, LeafSeries.Say> says) {
    return new TimeFill(statistic, units, precedence, says);
  }
}
