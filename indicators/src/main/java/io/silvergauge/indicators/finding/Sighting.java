package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one period shows of a city.
 *
 * @param period the period
 * @param issues what falls short in it, by key
 * @param undecided kinds and subjects of which it cannot tell: what was found before stays open
 */
public record Sighting(Period period, TreeMap<String, Issue> issues, Set<String> undecided)
    implements Serializable {
  /** Of issues, of which several may have one key. */
  public static Sighting of(Period period, Collection<Issue> issues, Collection<String> undecided) {
    TreeMap<String, Issue> byKey = new TreeMap<>();
    issues.forEach(issue -> byKey.merge(issue.key(), issue, Issue::and));
    return new Sighting(period, byKey, new TreeSet<>(undecided));
  }

  /** Whether it can tell that something found before is no longer there. */
  boolean tells(Issue before) {
    return !undecided.contains(Issue.subject(before.kind(), before.subject()));
  }
}
