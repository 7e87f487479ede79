package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Veto;
import io.silvergauge.indicators.scheme.VisitPolicy;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays what visits found of a city over what was reported, as the scheme's policy wants it. */
final class SiteOverlay {
  /** Of the intervals of what visits found. */
  private static final Estimate.Confidence VISITS = new Estimate.Confidence(0.95);

  private static final Bilingual NAME = new Bilingual("现场核查", "site visits");

  private final Scheme scheme;
  private final Map<String, Visited> visited = new LinkedHashMap<>();

  private record Visited(Indicator indicator, Figure figure, SiteCheck site) {}

  SiteOverlay(Scheme scheme) {
    this.scheme = scheme;
  }

  /** Lays what was found over a figure. */
  void add(Indicator indicator, Figure figure, SiteChecks.Checked checked) {
    Figure counting =
        figure.counting(
            checked.counts(figure.outcome()), status(figure.quality().status(), checked.site()));
    visited.put(indicator.id(), new Visited(indicator, counting, checked.site()));
  }

  boolean isEmpty() {
    return visited.isEmpty();
  }

  /** The figures with what counts. */
  Map<String, Figure> over(Map<String, Figure> figures) {
    Map<String, Figure> over = new LinkedHashMap<>(figures);
    visited.forEach((id, one) -> over.put(id, one.figure()));
    return over;
  }

  /** What visits cost the total, for figures that have a score. */
  List<ScoreTree.Deduction> deductions(Map<String, ScoreTree.Part> parts) {
    List<ScoreTree.Deduction> deductions = new ArrayList<>();
    for (Visited one : applied(parts)) {
      if (rule(one).effect() instanceof VisitPolicy.Deduct deduct) {
        deductions.add(new ScoreTree.Deduction(one.indicator(), deduct.points()));
      }
    }
    return deductions;
  }

  /** Calls the vetoes of figures that have a score. */
  void callVetoes(Vetoes vetoes, Map<String, ScoreTree.Part> parts) {
    for (Visited one : applied(parts)) {
      if (rule(one).effect() instanceof VisitPolicy.HoldDown down) {
        vetoes.call(
            new Veto("", NAME, Set.of(), new Veto.IsUnmet(), down.node(), down.effect()),
            one.indicator());
      }
    }
  }

  private List<Visited> applied(Map<String, ScoreTree.Part> parts) {
    return visited.values().stream()
        .filter(one -> one.site().applied())
        .filter(one -> parts.get(one.indicator().id()) instanceof ScoreTree.Part.Scored)
        .toList();
  }

  private VisitPolicy.Rule rule(Visited one) {
    return scheme.policies().visits().of(one.indicator().id());
  }

  /** Scores beside what they would be by what was reported; what is scored instead is said. */
  List<NodeScore> beside(List<NodeScore> scores, List<NodeScore> before) {
    Map<String, BigDecimal> reported = new HashMap<>();
    before.forEach(one -> reported.put(one.node(), one.score()));
    return scores.stream()
        .map(one -> one.visited(reported.get(one.node()), remarks(one.node())))
        .toList();
  }

  private List<Bilingual> remarks(String node) {
    Visited one = visited.get(node);
    return one == null || one.site().counts() == null
        ? List.of()
        : List.of(
            Bilingual.of(
                "经现场核查，以核实值 %s 计分，不用上报值",
                "after site visits the verified value %s is scored, not the reported one",
                ScoreTree.points(one.site().counts().doubleValue())));
  }

  /** How far a figure has been confirmed; what is disputed or false stays so. */
  static ValueStatus status(ValueStatus reported, SiteCheck site) {
    if (site == null || reported.compareTo(ValueStatus.REPORTED) > 0) {
      return reported;
    }
    if (site.counts() != null) {
      return ValueStatus.CORRECTED;
    }
    boolean holds = Boolean.FALSE.equals(site.differs()) && site.falseClaims() == 0;
    return holds ? ValueStatus.VERIFIED : reported;
  }

  /** Whether what visits found is scored instead of what was reported. */
  static boolean counts(IndicatorResult result) {
    return result.site() != null && result.site().counts() != null;
  }

  /** Whether any value of a city is. */
  static boolean counts(RegionEvaluation city) {
    return city.indicators().stream().anyMatch(SiteOverlay::counts);
  }

  /**
   * The interval that goes into a score, of what counts where that was verified, as wide as the
   * scheme's confidence makes it.
   */
  static Optional<Interval> ends(Robustness asked, IndicatorResult result) {
    SiteCheck site = result.site();
    if (counts(result)) {
      return site.low() == null
          ? Optional.empty()
          : Optional.of(
              holding(site.counts(), site.low(), site.high())
                  .at(
                      site.counts().doubleValue(),
                      VISITS,
                      FigureInterval.confidenceOf(FigureInterval.confidence(asked))));
    }
    return Optional.ofNullable(result.interval()).flatMap(FigureInterval::ends);
  }

  /** Ends are rounded sooner than the value, which must not fall out of them by that. */
  private static Interval holding(BigDecimal value, BigDecimal low, BigDecimal high) {
    return new Interval(low.min(value).doubleValue(), high.max(value).doubleValue());
  }
}
