package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Registers;
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
  private final Map<LeafKey, LeafSeries> series = new HashMap<>();
  private final Units units;
  private final List<String> precedence;
  private final Registers registers;
  private Inherited inherited;

  /**
   * What these deliveries say.
   *
   * @param units units they may be converted with
   * @param precedence source ids; an earlier one goes before a later where two overlap
   * @param registers the registers among them, for what is asked of single records
   */
  public Reported(
      Collection<Delivered> delivered, Units units, List<String> precedence, Registers registers) {
    this.registers = registers;
    this.units = units;
    this.precedence = List.copyOf(precedence);
    Map<LeafKey, List<Delivered>> byKey = new HashMap<>();
    for (Delivered one : delivered) {
      byKey
          .computeIfAbsent(
              new LeafKey(one.sum().region(), one.sum().statistic()), key -> new ArrayList<>())
          .add(one);
    }
    byKey.forEach((key, all) -> series.put(key, new LeafSeries(all, precedence)));
  }

  /** What these deliveries say, no register among them. */
  public Reported(Collection<Delivered> delivered, Units units, List<String> precedence) {
    this(delivered, units, precedence, Registers.none());
  }

  /** What is said of a leaf and statistic, period by period. */
  SortedMap<Period, LeafSeries.Say> says(String region, String statistic) {
    LeafSeries all = series.get(new LeafKey(region, statistic));
    return all == null ? Collections.emptySortedMap() : all.says();
  }

  /**
   * What leaves have of it in a tree, with what they took over. Many rules of many periods ask for
   * the same, so what was answered once is kept.
   */
  Inherited in(RegionTree tree) {
    if (inherited == null || !inherited.isOf(tree)) {
      inherited = new Inherited(tree, this);
    }
    return inherited;
  }

  /** The registers that were sent. */
  Registers registers() {
    return registers;
  }

  /** What these says come to in a period. */
  TimeFill filling(Statistic statistic, Map<Period, LeafSeries.Say> says) {
    return new TimeFill(statistic, units, precedence, says);
  }
}
