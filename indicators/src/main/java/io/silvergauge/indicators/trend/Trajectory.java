package io.silvergauge.indicators.trend;

import io.silvergauge.indicators.document.Bilingual;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a figure stands on the way to its target. The way is drawn straight from milestone to
 * milestone, and to the first of them from the first value there is; a first value that is better
 * already asks to be kept at the milestone. By hand: 40 at first, 60 due after 24 months; 12 months
 * on 50 are expected, a value of 46 is 4 behind and needs 14/12 a month.
 *
 * @param state where it stands
 * @param expected what the way asks now; empty where no way can be drawn
 * @param behind how far the value falls short of that, nought where it does not; empty likewise
 * @param needed change a month from now to the next step of the way that is not due yet; empty
 *     where it is reached or all are due
 * @param why why no way can be drawn; empty where one is
 */
public record Trajectory(
    State state,
    OptionalDouble expected,
    OptionalDouble behind,
    OptionalDouble needed,
    Bilingual why) {
  /** Where a figure stands. */
  public enum State {
    /** It has what is asked at the end. */
    REACHED,
    /** It has what the way asks by now. */
    ON_TRACK,
    /** It has less. */
    BEHIND,
    /** There is no value, or no way to hold it against. */
    NOT_COMPUTABLE
  }

  /**
   * A milestone, or the target.
   *
   * @param month months from the origin of the values to the end of the period it is due in
   * @param bound what must be reached
   * @param atLeast whether more is good; else less is
   */
  public record Step(int month, double bound, boolean atLeast) {
    /** Whether a value has it. */
    public boolean reached(double value) {
      return atLeast ? value >= bound : value <= bound;
    }

    private double gap(double value, double asked) {
      return Math.max(0, atLeast ? asked - value : value - asked);
    }
  }

  /**
   * Where the value of a month stands.
   *
   * @param values in order of time; that of {@code now} last, if there is one
   * @param steps in order of time, the target last; at least one
   */
  public static Trajectory of(List<Pace.Point> values, int now, List<Step> steps) {
    if (values.isEmpty() || values.get(values.size() - 1).month() != now) {
      return none(new Bilingual("本期没有数值", "there is no value of this period"));
    }
    double value = values.get(values.size() - 1).value();
    Step target = steps.get(steps.size() - 1);
    Step due = null;
    Step next = null;
    for (Step step : steps) {
      if (step.month() <= now) {
        due = step;
      } else if (next == null) {
        next = step;
      }
    }
    OptionalDouble needed =
        next == null || next.reached(value)
            ? OptionalDouble.empty()
            : OptionalDouble.of((next.bound() - value) / (next.month() - now));
    if (next == null) {
      return placed(target, value, target.bound(), target, needed);
    }
    Pace.Point from = due != null ? new Pace.Point(due.month(), due.bound()) : values.get(0);
    if (from.month() >= now && due == null) {
      return target.reached(value)
          ? placed(target, value, target.bound(), target, needed)
          : new Trajectory(
              State.NOT_COMPUTABLE,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              needed,
              new Bilingual(
                  "没有更早的数值或里程碑，画不出应有进度",
                  "there is no earlier value or milestone to draw the way from"));
    }
    double passed = (double) (now - from.month()) / (next.month() - from.month());
    double asked =
        next.reached(from.value())
            ? next.bound()
            : from.value() + (next.bound() - from.value()) * passed;
    return placed(next, value, asked, target, needed);
  }

  private static Trajectory placed(
      Step step, double value, double asked, Step target, OptionalDouble needed) {
    double behind = step.gap(value, asked);
    State state =
        target.reached(value) && behind == 0
            ? State.REACHED
            : behind == 0 ? State.ON_TRACK : State.BEHIND;
    return new Trajectory(
        state, OptionalDouble.of(asked), OptionalDouble.of(behind), needed, Bilingual.EMPTY);
  }

  private static Trajectory none(Bilingual why) {
    return new Trajectory(
        State.NOT_COMPUTABLE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        why);
  }
}
