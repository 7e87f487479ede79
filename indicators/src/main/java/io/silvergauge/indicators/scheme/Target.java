package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an indicator must reach, and by when.
 *
 * @param goal on which side of what it must lie
 * @param by period at whose end it is due
 * @param milestones what it must reach on the way, in order of time, all before {@code by}
 * @param clause clause of the plan or profile; may be empty
 * @param levels levels of regions it is for; empty for all
 */
public record Target(
    Goal goal, Period by, List<Milestone> milestones, String clause, Set<String> levels)
    implements Serializable {
  /**
   * A step on the way.
   *
   * @param by period at whose end it is due
   * @param goal what must be reached by then
   */
  public record Milestone(Period by, Goal goal) implements Serializable {}

  /**
   * What applies in one period.
   *
   * @param goal what must be reached
   * @param by when it is, or was, due
   * @param due whether it is due in that period
   */
  public record Bar(Goal goal, Period by, boolean due) {}

  public Target {
    milestones = List.copyOf(milestones);
    levels = Collections.unmodifiableSet(new TreeSet<>(levels));
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

  /** A target for regions of every level. */
  public Target(Goal goal, Period by, List<Milestone> milestones, String clause) {
    this(goal, by, milestones, clause, Set.of());
  }

  /**
   * The same target where nothing is asked before a month: what was due earlier is due in it. Of
   * several such steps the newest counts, unless another is due in that month anyway.
   */
  public Target notBefore(YearMonth month) {
    if (by.to().isBefore(month)) {
      return new Target(goal, Period.month(month), List.of(), clause, levels);
    }
    List<Milestone> asked = new ArrayList<>();
    Milestone earlier = null;
    for (Milestone milestone : milestones) {
      if (milestone.by().to().isBefore(month)) {
        earlier = milestone;
      } else {
        asked.add(milestone);
      }
    }
    YearMonth next = asked.isEmpty() ? by.to() : asked.get(0).by().to();
    if (earlier != null && next.isAfter(month)) {
      asked.add(0, new Milestone(Period.month(month), earlier.goal()));
    }
    return new Target(goal, by, asked, clause, levels);
  }

  /** Whether it is for regions of a level. */
  public boolean isFor(String level) {
    return levels.isEmpty() || levels.contains(level);
  }

  /**
   * What applies in a period: the newest step that is due by its end; where none is, the next to
   * come, not due.
   */
  public Bar in(Period period) {
    if (!by.to().isAfter(period.to())) {
      return new Bar(goal, by, true);
    }
    Milestone newest = null;
    for (Milestone milestone : milestones) {
      if (!milestone.by().to().isAfter(period.to())) {
        newest = milestone;
      }
    }
    if (newest != null) {
      return new Bar(newest.goal(), newest.by(), true);
    }
    return milestones.isEmpty()
        ? new Bar(goal, by, false)
        : new Bar(milestones.get(0).goal(), milestones.get(0).by(), false);
  }
}
