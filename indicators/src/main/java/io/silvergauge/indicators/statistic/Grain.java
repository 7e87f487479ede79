package io.silvergauge.indicators.statistic;

import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which regions report a statistic.
 *
 * @param name name of the unit set in the scheme, or {@code self}
 * @param levels the levels of the regions that report; empty where each region reports for itself
 */
public record Grain(String name, Set<String> levels) implements Serializable {
  /** Each region reports for itself; nothing is rolled up. */
  public static final Grain SELF = new Grain("self", Set.of());

  public Grain {
    levels = Collections.unmodifiableSet(new TreeSet<>(levels));
  }
}
