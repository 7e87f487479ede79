package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything the live deliveries say of a set of leaves. */
public final class Reported {
  private record Key(String region, String statistic) {}

  private final Map<Key, LeafSeries> series = new HashMap<>();
  private final Units units;

  /**
   * What these deliveries say.
   *
   * @param units units they may be converted with
   * @param precedence source ids; an earlier one goes before a later where two overlap
   */
  public Reported(Collection<Delivered> delivered, Units units, List<String> precedence) {
    this.units = units;
    Map<Key, List<Delivered>> byKey = new HashMap<>();
    for (Delivered one : delivered) {
      byKey
          .computeIfAbsent(
              new Key(one.sum().region(), one.sum().statistic()), key -> new ArrayList<>())
          .add(one);
    }
    byKey.forEach((key, all) -> series.put(key, new LeafSeries(all, precedence)));
  }

  /** What a leaf has of a statistic in a period. */
  Reading reading(String region, Statistic statistic, Period period) {
    LeafSeries all = series.get(new Key(region, statistic.id()));
    if (all == null) {
      return new Reading.None(Reason.INPUT_MISSING, Bilingual.EMPTY);
    }
    return new TimeFill(statistic, units, all).in(period);
  }
}
