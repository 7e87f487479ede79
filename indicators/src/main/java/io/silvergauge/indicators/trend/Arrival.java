package io.silvergauge.indicators.trend;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.robustness.Interval;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a figure comes to a bound if it goes on as it has: the distance over the pace, in months
 * from now, the month begun counted whole. The ends take the ends of the pace's interval.
 *
 * @param months until then; empty where it cannot be computed
 * @param earliest its earlier end; empty where there is no interval
 * @param latest its later end; empty where there is none, as where the pace might be nought
 * @param why what cannot be computed and why; empty where all is
 */
public record Arrival(OptionalInt months, OptionalInt earliest, OptionalInt latest, Bilingual why) {
  /** Nothing is said of what lies further away. */
  public static final int MOST = 600;

  /**
   * When a value comes to a bound it has not reached.
   *
   * @param pace of the values so far; empty where there are fewer than two
   */
  public static Arrival of(double value, double bound, Optional<Pace> pace) {
    if (pace.isEmpty()) {
      return never(new Bilingual("不足两期数值，无法推算", "fewer than two values, so there is no pace"));
    }
    double way = bound - value;
    double towards = Math.signum(way);
    if (pace.get().aMonth() * towards <= 0) {
      return never(new Bilingual("数值没有向目标移动，无法推算", "the values do not move towards the target"));
    }
    OptionalInt months = months(way / pace.get().aMonth());
    if (months.isEmpty()) {
      return never(new Bilingual("按目前速度五十年内达不到", "not within fifty years at this pace"));
    }
    if (pace.get().interval().isEmpty()) {
      return new Arrival(
          months,
          OptionalInt.empty(),
          OptionalInt.empty(),
          new Bilingual("只有两期数值，没有区间", "two values alone have no interval"));
    }
    Interval ends = pace.get().interval().get();
    double fast = towards > 0 ? ends.high() : ends.low();
    double slow = towards > 0 ? ends.low() : ends.high();
    OptionalInt latest = slow * towards <= 0 ? OptionalInt.empty() : months(way / slow);
    return new Arrival(
        months,
        months(way / fast),
        latest,
        latest.isPresent()
            ? Bilingual.EMPTY
            : new Bilingual("速度的区间过宽，给不出最晚时间", "the pace is too unsure for a latest month"));
  }

  private static Arrival never(Bilingual why) {
    return new Arrival(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), why);
  }

  /** Nine decimals take away what a quotient of doubles adds to a whole number. */
  private static OptionalInt months(double months) {
    double whole = Math.ceil(Math.rint(months * 1e9) / 1e9);
    return whole > MOST ? OptionalInt.empty() : OptionalInt.of((int) whole);
  }
}
