package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an indicator must reach, and by when.
 *
 * @param operator on which side it must lie
 * @param value the target, in the indicator's unit
 * @param by period at whose end it is due
 * @param milestones what it must reach on the way, in order of time, all before {@code by}
 * @param clause clause of the plan or profile; may be empty
 */
public record Target(
    Operator operator, BigDecimal value, Period by, List<Milestone> milestones, String clause)
    implements Serializable {
  /**
   * A step on the way.
   *
   * @param by period at whose end it is due
   * @param value what must be reached by then, in the indicator's unit
   */
  public record Milestone(Period by, BigDecimal value) implements Serializable {}

  /**
   * What applies in one period.
   *
   * @param value what must be reached
   * @param by when it is, or was, due
   * @param due whether it is due in that period
   */
  public record Bar(BigDecimal value, Period by, boolean due) {}

  public Target {
    milestones = List.copyOf(milestones);
    Period before = null;
    for (Milestone milestone : milestones) {
      if (before != null && !before.to().isBefore(milestone.by().to())) {
        throw new InvalidValueException(
            Bilingual.of(
                "里程碑须按时间先后排列：%s 不晚于 %s",
                "milestones must be in order of time: %s does not come after %s",
                milestone.by(),
                before));
      }
      before = milestone.by();
    }
    if (before != null && !before.to().isBefore(by.to())) {
      throw new InvalidValueException(
          Bilingual.of(
              "里程碑 %s 不早于目标时期 %s",
              "milestone %s does not come before the target's %s", before, by));
    }
  }

  /**
   * What applies in a period: the newest step that is due by its end; where none is, the next to
   * come, not due.
   */
  public Bar in(Period period) {
    if (!by.to().isAfter(period.to())) {
      return new Bar(value, by, true);
    }
    Milestone newest = null;
    for (Milestone milestone : milestones) {
      if (!milestone.by().to().isAfter(period.to())) {
        newest = milestone;
      }
    }
    if (newest != null) {
      return new Bar(newest.value(), newest.by(), true);
    }
    return milestones.isEmpty()
        ? new Bar(value, by, false)
        : new Bar(milestones.get(0).value(), milestones.get(0).by(), false);
  }
}
