package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import java.util.List;
import java.util.Objects;

/** Whether all replications score on the scale the grade bands are made for. */
final class SameScale {
  private SameScale() {}

  static boolean holds(Specification specification, Pipeline pipeline) {
    List<String> declared =
        pipeline.index().indicators().stream()
            .map(Index.Indicator::rule)
            .map(rule -> range(rule.normalisation()))
            .distinct()
            .toList();
    for (Uncertainty uncertainty : specification.uncertainties()) {
      if (uncertainty instanceof Uncertainty.Normalisations others
          && (declared.size() > 1
              || others.others().stream()
                  .anyMatch(other -> !Objects.equals(range(other), declared.get(0))))) {
        return false;
      }
      if (uncertainty instanceof Uncertainty.Aggregations others
          && others.others().stream().anyMatch(Aggregator.Copeland.class::isInstance)) {
        return false;
      }
    }
    return true;
  }

  private static String range(Normalisation normalisation) {
    if (normalisation instanceof Normalisation.MinMax range) {
      return range.from() + " to " + range.to();
    }
    if (normalisation instanceof Normalisation.Goalposts posts) {
      return posts.from() + " to " + posts.to();
    }
    if (normalisation instanceof Normalisation.Laid laid) {
      return range(laid.yardstick().rule().normalisation());
    }
    if (normalisation instanceof Normalisation.OnScale scaled) {
      return "0.0 to " + scaled.full();
    }
    boolean share =
        normalisation instanceof Normalisation.DistanceToBest
            || normalisation instanceof Normalisation.DistanceToTarget
            || normalisation instanceof Normalisation.DistanceToUnit
            || normalisation instanceof Normalisation.FractionOfBest
            || (normalisation instanceof Normalisation.Places places
                && places.count() == Normalisation.Count.PERCENTILE);
    return share ? "0.0 to 1.0" : normalisation.name();
  }
}
