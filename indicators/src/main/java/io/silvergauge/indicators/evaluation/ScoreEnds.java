package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.score.Statuses;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Carries intervals of values into scores by both ends: scores rise or fall with the value. */
final class ScoreEnds {
  private final Scheme scheme;
  private final Map<String, IndicatorResult> uncertain = new LinkedHashMap<>();

  ScoreEnds(Scheme scheme, List<IndicatorResult> results) {
    this.scheme = scheme;
    results.stream()
        .filter(one -> one.valueStatus() != null && ends(one).isPresent())
        .forEach(one -> uncertain.put(one.id(), one));
  }

  private Optional<Interval> ends(IndicatorResult result) {
    return SiteOverlay.ends(scheme.robustness(), result);
  }

  /** The standing at both ends of what is sampled or verified. */
  List<NodeScore> onPosts(List<NodeScore> scores, List<Indicator> indicators) {
    Map<String, NodeScore.Ends> ends = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      IndicatorResult result = uncertain.get(indicator.id());
      Optional<Posts> posts = indicator.yardstick();
      if (result != null && posts.isPresent()) {
        Interval interval = ends(result).orElseThrow();
        ends.put(
            indicator.id(),
            ends(
                score(result, posts.get().place(interval.low())),
                score(result, posts.get().place(interval.high()))));
      }
    }
    return with(scores, ends);
  }

  /**
   * The fulfilment at both ends, where a verified value counts.
   *
   * @param goals what the plan asks of an indicator; empty where it asks nothing
   */
  List<NodeScore> towards(
      List<NodeScore> scores, List<Indicator> indicators, Function<String, Optional<Goal>> goals) {
    Map<String, NodeScore.Ends> ends = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      IndicatorResult result = uncertain.get(indicator.id());
      Optional<Goal> goal = goals.apply(indicator.id());
      if (result != null
          && goal.isPresent()
          && result.site() != null
          && result.site().counts() != null) {
        ends.put(
            indicator.id(),
            ends(
                score(result, towards(indicator, goal.get(), result.site().low())),
                score(result, towards(indicator, goal.get(), result.site().high()))));
      }
    }
    return with(scores, ends);
  }

  private static double towards(Indicator indicator, Goal goal, BigDecimal end) {
    Fraction value = Fraction.of(end);
    Goal facing = goal.facing(value);
    return indicator
        .scoring()
        .score(
            value,
            Fraction.of(facing.value()),
            facing.operator() == Operator.AT_LEAST,
            goal.reached(value));
  }

  private BigDecimal score(IndicatorResult result, double part) {
    ValueStatus status = ValueStatus.valueOf(result.valueStatus().toUpperCase(Locale.ROOT));
    Statuses.Worth worth = scheme.policies().statuses().of(status);
    return Scores.rounded(worth.of(part) * scheme.fullScore().doubleValue());
  }

  private static NodeScore.Ends ends(BigDecimal one, BigDecimal other) {
    return new NodeScore.Ends(one.min(other), one.max(other));
  }

  private static List<NodeScore> with(List<NodeScore> scores, Map<String, NodeScore.Ends> ends) {
    return scores.stream()
        .map(
            score ->
                ends.containsKey(score.node()) && score.score() != null
                    ? score.with(ends.get(score.node()))
                    : score)
        .toList();
  }
}
