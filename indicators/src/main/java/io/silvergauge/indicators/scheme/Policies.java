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
 * @param visits what becomes of figures that visits looked into
 * @param suppression which counts of persons are too small to be shown
 */
public record Policies(
    Statuses statuses,
    List<Veto> vetoes,
    PlanLimits planLimits,
    Screening screening,
    VisitPolicy visits,
    Suppression suppression)
    implements Serializable {
  /** Of a scheme that says nothing of them. */
  public static final Policies USUAL =
      new Policies(
          Statuses.ALIKE,
          List.of(),
          PlanLimits.USUAL,
          Screening.NONE,
          VisitPolicy.USUAL,
          Suppression.USUAL);

  public Policies {
    vetoes = List.copyOf(vetoes);
  }
}
