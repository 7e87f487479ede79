package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A city's own choice of indicators, targets and milestones. What it does not name is not in the
 * plan: neither met nor unmet.
 *
 * @param region code of the city
 * @param name its Chinese and English name
 * @param status whether the plan is real
 * @param source where it stands
 * @param targets by indicator
 */
public record Plan(
    String region, Bilingual name, Status status, Source source, Map<String, Target> targets)
    implements Serializable {
  /** Whether a plan is the city's own. */
  public enum Status {
    /** Taken from a published document. */
    CONFIRMED,
    /** Made up to show how plans work. */
    ILLUSTRATIVE,
    /** None on file: the scheme's own targets stand in. */
    SCHEME
  }

  public Plan {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
  }
}
