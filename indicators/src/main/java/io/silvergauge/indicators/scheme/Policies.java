package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.score.Statuses;
import java.io.Serializable;
import java.util.List;

/**
 * What a scheme says beside indicators and weights; printed with every report.
 *
 * @param statuses what a value's status is worth
 * @param vetoes what holds a dimension or the total down
 * @param planLimits how far a plan may leave the scheme
 * @param screening how many indicators a city must have values of to have a standing
 */
public record Policies(
    Statuses statuses, List<Veto> vetoes, PlanLimits planLimits, Screening screening)
    implements Serializable {
  /** Of a scheme that says nothing of them. */
  public static final Policies USUAL =
      new Policies(Statuses.ALIKE, List.of(), PlanLimits.USUAL, Screening.NONE);

  public Policies {
    vetoes = List.copyOf(vetoes);
  }
}
