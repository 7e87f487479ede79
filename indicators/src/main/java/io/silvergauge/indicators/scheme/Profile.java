package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of targets that is judged beside the plan, such as the national ones for 2025.
 *
 * @param id its identifier
 * @param name its Chinese and English name
 * @param source where it stands
 * @param targets by indicator
 */
public record Profile(String id, Bilingual name, Source source, Map<String, Target> targets)
    implements Serializable {
  /** Name under which judgements against a city's own plan appear beside those of profiles. */
  public static final String PLAN = "plan";

  public Profile {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
  }
}
