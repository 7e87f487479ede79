package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.statistic.Grain;
import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose figure an indicator is, and for whom.
 *
 * @param subject the units whose figure it is: {@link Grain#SELF} for the evaluated region's own,
 *     else that of the unit of this set in which the region lies, for example its province
 * @param appliesTo levels of regions to which it applies; empty for all
 */
public record Scope(Grain subject, Set<String> appliesTo) implements Serializable {
  /** The region's own figure, for every region. */
  public static final Scope ALL = new Scope(Grain.SELF, Set.of());

  public Scope {
    appliesTo = Collections.unmodifiableSet(new TreeSet<>(appliesTo));
  }

  /** Whether it applies to regions of a level. */
  public boolean covers(String level) {
    return appliesTo.isEmpty() || appliesTo.contains(level);
  }
}
