package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * @param weights its own weights, by indicator; the scheme's where it has none
 * @param own indicators it adds; they count for the fulfilment, never for the standing
 */
public record Plan(
    String region,
    Bilingual name,
    Status status,
    Source source,
    Map<String, Target> targets,
    Map<String, BigDecimal> weights,
    List<Indicator> own)
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
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    own = List.copyOf(own);
  }

  /**
   * What is evaluated for the city: the scheme's indicators with the plan's weights, then its own.
   */
  public List<Indicator> indicators(Scheme scheme) {
    List<Indicator> all = new ArrayList<>();
    for (Indicator indicator : scheme.indicators()) {
      BigDecimal weight = weights.get(indicator.id());
      all.add(weight == null ? indicator : indicator.weighing(weight));
    }
    all.addAll(own);
    return all;
  }
}
