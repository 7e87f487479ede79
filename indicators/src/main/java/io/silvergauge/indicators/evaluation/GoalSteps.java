package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.Pipeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reaches a goal, as the model says it. */
final class GoalSteps {
  private static final int DECIMALS = 6;
  private static final int PRECISE = 9;

  private GoalSteps() {}

  /**
   * What reaches a goal.
   *
   * @param noughts indicators that have no value and count as nought: nowhere to start from
   */
  static Outlook.Goal of(
      String kind,
      String id,
      BigDecimal score,
      String measured,
      Pipeline pipeline,
      LeastChange asked,
      Set<String> noughts) {
    List<Outlook.Step> alone =
        asked.reaching(DECIMALS).stream().map(step -> step(step, pipeline, noughts)).toList();
    return new Outlook.Goal(
        kind,
        id,
        score,
        measured,
        alone,
        alone.isEmpty() ? together(asked, pipeline, noughts) : List.of());
  }

  private static List<Outlook.Step> together(
      LeastChange asked, Pipeline pipeline, Set<String> noughts) {
    try {
      return asked
          .cheapest(Map.of())
          .map(way -> way.steps().stream().map(step -> step(step, pipeline, noughts)).toList())
          .orElse(List.of());
    } catch (InvalidValueException e) {
      return List.of(); // groups are not sums, so no combination is known to be the cheapest
    }
  }

  /** Nine decimals take away what a double adds to six. */
  private static BigDecimal plain(BigDecimal value, RoundingMode onwards) {
    BigDecimal near = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    boolean same = near.subtract(value).abs().compareTo(BigDecimal.valueOf(2, PRECISE)) <= 0;
    BigDecimal rounded = same ? near : value.setScale(DECIMALS, onwards);
    return rounded.signum() == 0 ? BigDecimal.ZERO : stripped(rounded);
  }

  private static BigDecimal stripped(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Rounded away from where it is, so that the printed value reaches the goal too. */
  private static Outlook.Step step(LeastChange.Step step, Pipeline pipeline, Set<String> noughts) {
    Direction direction =
        pipeline.index().indicators().stream()
            .filter(one -> one.id().equals(step.indicator()))
            .map(Index.Indicator::rule)
            .findFirst()
            .orElseThrow()
            .direction();
    RoundingMode onwards =
        direction == Direction.HIGHER ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return new Outlook.Step(
        step.indicator(),
        noughts.contains(step.indicator()) ? null : OutlookMaker.number(step.from().orElseThrow()),
        plain(new BigDecimal(step.to().orElseThrow()).setScale(PRECISE, onwards), onwards));
  }
}
