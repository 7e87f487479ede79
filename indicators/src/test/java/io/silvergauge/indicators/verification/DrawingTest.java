package io.silvergauge.indicators.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.verification.Drawing.Thing;
import io.silvergauge.indicators.verification.Verified.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static List<Thing> frame() {
    List<Thing> frame = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      frame.add(new Thing("a", "a" + i));
    }
    for (int i = 0; i < 30; i++) {
      frame.add(new Thing("b", "b" + i));
    }
    frame.add(new Thing("c", "c0"));
    return frame;
  }

  /** By hand: 1.96² × 0.25 ÷ 0.05² = 384.15; of 1000: 384.15 ÷ (1 + 383.15 ÷ 1000) = 277.7. */
  @Test
  void asksForAsManyAsTheHalfWidthNeeds() {
    assertThat(Drawing.size(0.05, 1000)).isEqualTo(278);
    assertThat(Drawing.size(0.05, 10)).isEqualTo(10);
    assertThat(Drawing.size(0.1, 1_000_000)).isEqualTo(97);
  }

  /** By hand: of 60, 30 and 1 nine are 5.93, 2.97 and 0.1; the only c is taken all the same. */
  @Test
  void sharesTheNumberOutInProportion() {
    assertThat(Drawing.allocated(Map.of("a", 60, "b", 30, "c", 1), 9))
        .isEqualTo(new TreeMap<>(Map.of("a", 6, "b", 3, "c", 1)));
  }

  @Test
  void drawsTheSameWhateverTheOrderAndAnotherUnderAnotherSeed() {
    List<Thing> mixed = frame();
    Collections.shuffle(mixed, new Random(1));
    List<Thing> drawn = Drawing.draw(frame(), 9, 7);

    assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isEqualTo(Drawing.draw(mixed, 9, 7));
    assertThat(Drawing.draw(frame(), 9, 8)).isNotEqualTo(drawn);
  }

  /** Over 2000 seeds each of 60 is drawn 6 ÷ 60 of the time; the limit is five standard errors. */
  @Test
  void givesEachThingTheSameChance() {
    int times = 0;
    for (int seed = 0; seed < 2000; seed++) {
      times += Drawing.draw(frame(), 9, seed).contains(new Thing("a", "a17")) ? 1 : 0;
    }
    assertThat(times / 2000.0).isCloseTo(0.1, within(5 * Math.sqrt(0.1 * 0.9 / 2000)));
  }

  /**
   * By hand, one stratum of 4, two looked at: 10 of 10 and 5 of 10. The part is 15 ÷ 20 = 0.75, the
   * residuals ±2.5, s² = 12.5, the variance 16 × 0.5 × 12.5 ÷ 2 = 50, the reported total 40, so the
   * half-width is 1.96 × √50 ÷ 40 = 0.3465.
   */
  @Test
  void saysWhichPartHolds() {
    Verified verified =
        Verified.of(Map.of("a", 4), List.of(look("a", 10, 10, true), look("a", 10, 5, false)));

    assertThat(verified.part()).contains(Fraction.of(3).dividedBy(Fraction.of(4)));
    assertThat(verified.high() - 0.75).isCloseTo(0.34648, within(1e-5));
    assertThat(verified.differs()).as("1 is within 0.404 to 1.096").contains(false);
    assertThat(verified.confirmed()).isEqualTo(1);
  }

  /** By hand: strata of 90 and 10 weigh 9 to 1: (90 × 1 + 10 × 0) ÷ 100. */
  @Test
  void weighsStrataByTheirSize() {
    Verified verified =
        Verified.of(
            Map.of("a", 90, "b", 10),
            List.of(
                look("a", 1, 1, true),
                look("a", 1, 1, true),
                look("b", 1, 0, false),
                look("b", 1, 0, false)));

    assertThat(verified.part()).contains(Fraction.of(9).dividedBy(Fraction.of(10)));
    assertThat(verified.differs()).contains(true);
  }

  /** One of four tells nothing of the other three; the only one there is tells all. */
  @Test
  void saysNoIntervalWhereOneOfSeveralWasLookedAt() {
    Verified some = Verified.of(Map.of("a", 4), List.of(look("a", 10, 5, false)));
    Verified all = Verified.of(Map.of("a", 1), List.of(look("a", 10, 5, false)));

    assertThat(some.part()).contains(Fraction.ONE.dividedBy(Fraction.of(2)));
    assertThat(some.low()).isNull();
    assertThat(some.high()).isNull();
    assertThat(some.differs()).isEmpty();
    assertThat(all.high()).isEqualTo(0.5);
    assertThat(all.differs()).contains(true);
  }

  /** Of nothing reported and nothing there "not found" is no confirmation. */
  @Test
  void countsFindingsAsConfirmedAndNotEqualNumbers() {
    Verified verified =
        Verified.of(Map.of("a", 2), List.of(look("a", 10, 10, true), look("a", 0, 0, false)));

    assertThat(verified.confirmed()).isEqualTo(1);
  }

  /** A stratum nobody has been to leaves the estimate to the others, and without an interval. */
  @Test
  void saysNoIntervalWhereAStratumWasNotLookedAt() {
    Verified verified = Verified.of(Map.of("a", 1, "b", 3), List.of(look("a", 1, 1, true)));

    assertThat(verified.part()).contains(Fraction.ONE);
    assertThat(verified.differs()).isEmpty();
  }

  /** Of nothing reported no part can be told, whatever was found. */
  @Test
  void saysNoPartWhereNothingWasReported() {
    Verified verified =
        Verified.of(Map.of("a", 2), List.of(look("a", 0, 0, true), look("a", 0, 1, false)));

    assertThat(verified.part()).isEmpty();
    assertThat(verified.differs()).isEmpty();
    assertThat(verified.looked()).isEqualTo(2);
  }

  private static Look look(String stratum, int reported, int found, boolean confirmed) {
    return new Look(stratum, BigDecimal.valueOf(reported), BigDecimal.valueOf(found), confirmed);
  }
}
