package io.silvergauge.indicators.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Change, pace, way and arrival, worked by hand. */
class TrajectoryTest {
  private static final Estimate.Confidence CONFIDENCE = new Estimate.Confidence(0.95);

  /** Values three months apart, the first in month 0. */
  private static List<Pace.Point> quarters(double... values) {
    List<Pace.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Pace.Point(3 * i, values[i]));
    }
    return points;
  }

  private static Trajectory.Step more(int month, double bound) {
    return new Trajectory.Step(month, bound, true);
  }

  private static Trajectory of(double value, Trajectory.Step... steps) {
    return Trajectory.of(
        List.of(new Pace.Point(0, 40), new Pace.Point(12, value)), 12, List.of(steps));
  }

  @Test
  void givesTheDifferenceOfSharesNewcombesInterval() {
    // Newcombe (1998), table II, method 10: 56/70 less 48/80
    Estimate after = new Estimate.Share(56, 70);
    Estimate before = new Estimate.Share(48, 80);
    Interval found =
        Difference.of(
            before.value(),
            before.interval(CONFIDENCE).orElseThrow(),
            after.value(),
            after.interval(CONFIDENCE).orElseThrow());
    assertThat(found.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(found.high()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void findsThePaceWithStudentsInterval() {
    // Months 0 3 6 9, mean 4.5, Sxx 45; values 10 13 13 16, Sxy = 4.5·3 + 1.5·0 + 4.5·3 = 27.
    // Rests −0.3 0.9 −0.9 0.3: 1.8, s² = 0.9, s²/Sxx = 0.02; t(2) = 4.302653
    Pace pace = Pace.of(quarters(10, 13, 13, 16), CONFIDENCE).orElseThrow();
    assertThat(pace.aMonth()).isCloseTo(0.6, within(1e-12));
    double half = 4.302652729911275 * Math.sqrt(0.02);
    assertThat(pace.interval().orElseThrow().low()).isCloseTo(0.6 - half, within(1e-9));
    assertThat(pace.interval().orElseThrow().high()).isCloseTo(0.6 + half, within(1e-9));
  }

  @Test
  void hasNoIntervalOfTwoValuesAndNoPaceOfOne() {
    assertThat(Pace.of(quarters(10, 13), CONFIDENCE).orElseThrow().interval()).isEmpty();
    assertThat(Pace.of(quarters(10), CONFIDENCE)).isEmpty();
  }

  @Test
  void drawsTheWayFromTheFirstValueToTheTarget() {
    // 40 in month 0, 60 due in month 24: 50 in month 12
    Trajectory behind = of(46, more(24, 60));
    assertThat(behind.state()).isEqualTo(Trajectory.State.BEHIND);
    assertThat(behind.expected()).hasValue(50);
    assertThat(behind.behind()).hasValue(4);
    assertThat(behind.needed().getAsDouble()).isCloseTo(14.0 / 12, within(1e-12));
    assertThat(of(50, more(24, 60)).state()).isEqualTo(Trajectory.State.ON_TRACK);
    assertThat(of(60, more(24, 60)).state()).isEqualTo(Trajectory.State.REACHED);
    assertThat(of(60, more(24, 60)).needed()).isEmpty();
  }

  @Test
  void goesFromMilestoneToMilestone() {
    // 45 due in month 6, 60 in month 24: a third of the way on, 50; the first value is no matter
    Trajectory at49 = of(49, more(6, 45), more(24, 60));
    assertThat(at49.expected()).hasValue(50);
    assertThat(at49.behind()).hasValue(1);
    assertThat(at49.needed().getAsDouble()).isCloseTo(11.0 / 12, within(1e-12));
  }

  @Test
  void asksForTheWholeOnceItIsDue() {
    assertThat(of(46, more(9, 60)).behind()).hasValue(14);
    assertThat(of(46, more(9, 60)).needed()).isEmpty();
    assertThat(of(60, more(9, 60)).state()).isEqualTo(Trajectory.State.REACHED);
  }

  @Test
  void turnsWithTheDirection() {
    // 40 at first, 20 or less due in month 24: 30 in month 12
    Trajectory.Step less = new Trajectory.Step(24, 20, false);
    assertThat(of(33, less).behind()).hasValue(3);
    assertThat(of(33, less).needed().getAsDouble()).isCloseTo(-13.0 / 12, within(1e-12));
    assertThat(of(29, less).state()).isEqualTo(Trajectory.State.ON_TRACK);
  }

  @Test
  void asksABetterFirstValueToBeKeptAtTheTarget() {
    // 40 at first already has 35: the way does not go down to it and back
    assertThat(of(36, more(24, 35)).state()).isEqualTo(Trajectory.State.REACHED);
    assertThat(of(34, more(24, 35)).behind()).hasValue(1);
  }

  @Test
  void saysWhyThereIsNoWay() {
    Trajectory first = Trajectory.of(quarters(40), 0, List.of(more(24, 60)));
    assertThat(first.state()).isEqualTo(Trajectory.State.NOT_COMPUTABLE);
    assertThat(first.why().en()).contains("no earlier value");
    assertThat(first.needed().getAsDouble()).isCloseTo(20.0 / 24, within(1e-12));
    Trajectory missing = Trajectory.of(quarters(40, 44), 6, List.of(more(24, 60)));
    assertThat(missing.state()).isEqualTo(Trajectory.State.NOT_COMPUTABLE);
    assertThat(missing.why().en()).isEqualTo("there is no value of this period");
  }

  private static Arrival arrival(double bound, double... values) {
    return Arrival.of(values[values.length - 1], bound, Pace.of(quarters(values), CONFIDENCE));
  }

  @Test
  void arrivesAfterTheDistanceOverThePace() {
    // 10 13 13 16 rise by 0.6 a month: 2.4 more take 4 months; the slower end is 0.6 − 0.608 < 0
    Arrival found = arrival(18.4, 10, 13, 13, 16);
    assertThat(found.months()).hasValue(4);
    assertThat(found.earliest()).hasValue(2); // 2.4 / 1.2085 = 1.99, the month begun counts whole
    assertThat(found.latest()).isEmpty();
    assertThat(found.why().en()).isEqualTo("the pace is too unsure for a latest month");
  }

  @Test
  void givesBothEndsWhereThePaceIsSure() {
    // On a line the pace has no scatter: 0.5 a month, 6 more in 12 months and no other time
    Arrival found = arrival(20.5, 10, 11.5, 13, 14.5);
    assertThat(found.months()).hasValue(12);
    assertThat(found.earliest()).hasValue(12);
    assertThat(found.latest()).hasValue(12);
    assertThat(found.why().en()).isEmpty();
  }

  @Test
  void saysWhyNoMonthCanBeComputed() {
    assertThat(arrival(20, 13).why().en()).contains("fewer than two values");
    assertThat(arrival(20, 13, 12, 11).why().en()).contains("do not move towards the target");
    assertThat(arrival(5, 13, 12, 11).months()).hasValue(18);
    assertThat(arrival(1000, 13, 13.1).why().en()).isEqualTo("not within fifty years at this pace");
    Arrival two = arrival(20, 10, 13);
    assertThat(two.months()).hasValue(7);
    assertThat(two.earliest()).isEmpty();
    assertThat(two.why().en()).isEqualTo("two values alone have no interval");
    assertThat(Arrival.of(1, 2, Optional.empty()).months()).isEmpty();
  }
}
