package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of targets that is judged beside the plan, such as the national ones for 2025.
 *
 * @param id its identifier
 * @param name its Chinese and English name
 * @param source where it stands
 * @param targets by indicator; of those for a region's level the first holds
 */
public record Profile(String id, Bilingual name, Source source, Map<String, List<Target>> targets)
    implements Serializable {
  /** Name under which judgements against a city's own plan appear beside those of profiles. */
  public static final String PLAN = "plan";

  public Profile {
    Map<String, List<Target>> copy = new TreeMap<>();
    targets.forEach((indicator, list) -> copy.put(indicator, List.copyOf(list)));
    targets = Collections.unmodifiableMap(copy);
  }

  /** What an indicator must reach in a region of a level; empty where the profile asks nothing. */
  public Optional<Target> target(String indicator, String level) {
    return targets.getOrDefault(indicator, List.of()).stream()
        .filter(target -> target.isFor(level))
        .findFirst();
  }
}
