package io.silvergauge.indicators.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.verification.Verified.Lack;
import io.silvergauge.indicators.verification.Verified.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartIntervalTest {
  private static List<Look> looks(String stratum, int there, int gone) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < there + gone; i++) {
      looks.add(look(stratum, 1, i < there ? 1 : 0));
    }
    return looks;
  }

  private static Look look(String stratum, int reported, int found) {
    return new Look(
        stratum, BigDecimal.valueOf(reported), BigDecimal.valueOf(found), reported == found);
  }

  private static Verified of(int size, int there, int gone) {
    return Verified.of(Map.of("a", size), looks("a", there, gone));
  }

  /**
   * By hand. Of 20 things 10 are looked at and there: were 16 there, that would happen in C(16, 10)
   * ÷ C(20, 10) = 8008 ÷ 184756 = 4.3 % of samples, were it 15, in 3003 ÷ 184756 = 1.6 %, less than
   * 2.5 %. So at least 16 are. Of 3 things 2 looked at, what was not seen makes a third either way.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 10, 0, 0.8, 1",
    "20, 0, 10, 0, 0.2",
    "3, 1, 1, 0.333333333333, 0.666666666667",
    "3, 2, 0, 0.666666666667, 1",
    "4, 3, 1, 0.75, 0.75"
  })
  void isExactInOneStratumOfThingsThatAreThereOrNot(
      int size, int there, int gone, double low, double high) {
    Verified verified = of(size, there, gone);

    assertThat(verified.low()).isCloseTo(low, within(1e-12));
    assertThat(verified.high()).isCloseTo(high, within(1e-12));
    assertThat(verified.lack()).isNull();
  }

  /** 55 % of each, though doubles make the last bit of some residuals differ. */
  @Test
  void hasNoScatterWherePartsAreExactlyAlike() {
    Verified alike =
        Verified.of(
            Map.of("a", 10),
            List.of(
                look("a", 20, 11),
                look("a", 80, 44),
                look("a", 60, 33),
                look("a", 180, 99),
                look("a", 60, 33)));

    assertThat(alike.low()).isNull();
    assertThat(alike.lack()).isEqualTo(Lack.NO_SCATTER);
  }

  /** Of 12 and 12 things 6 and 6 looked at, all there and none: 6 are there, 12 not seen. */
  @Test
  void reachesAsFarAsWhatWasNotSeenWhereStrataDoNotScatter() {
    List<Look> looks = new ArrayList<>(looks("a", 6, 0));
    looks.addAll(looks("b", 0, 6));
    Verified verified = Verified.of(Map.of("a", 12, "b", 12), looks);

    assertThat(verified.low()).isCloseTo(0.25, within(1e-12));
    assertThat(verified.high()).isCloseTo(0.75, within(1e-12));
  }

  /** Of each possible truth at least 95 % of all samples have it within their interval. */
  @ParameterizedTest
  @CsvSource({"12, 5", "9, 8", "30, 4"})
  void holdsTheTruthInNinetyFiveOfAHundredSamples(int size, int looked) {
    for (int truth = 0; truth <= size; truth++) {
      double covered = 0;
      for (int there = Math.max(0, looked - (size - truth));
          there <= Math.min(looked, truth);
          there++) {
        Verified verified = of(size, there, looked - there);
        double share = (double) truth / size;
        boolean within = verified.low() <= share + 1e-12 && verified.high() >= share - 1e-12;
        double chance =
            (double) ways(truth, there) * ways(size - truth, looked - there) / ways(size, looked);
        covered += within ? chance : 0;
      }
      assertThat(covered).as("%d of %d", truth, size).isGreaterThanOrEqualTo(0.95);
    }
  }

  private static long ways(int of, int taken) {
    long ways = 1;
    for (int i = 1; i <= taken; i++) {
      ways = ways * (of - taken + i) / i;
    }
    return ways;
  }

  /**
   * Strata of 3 and 3, two looked at in each: 2 there, and 1 of 2. Cochran's half-width is 1.96 ×
   * √(9 × ⅓ × ½ ÷ 2) ÷ 6 = 0.2829 about 0.75, but three were seen to be there, and one not to be.
   */
  @Test
  void goesNoFurtherThanWhatWasNotLookedAtCanMake() {
    List<Look> all = looks("a", 2, 0);
    all.addAll(looks("b", 1, 1));

    Verified verified = Verified.of(Map.of("a", 3, "b", 3), all);

    assertThat(verified.low()).isEqualTo(0.5);
    assertThat(verified.high()).isCloseTo(5 / 6.0, within(1e-12));
  }

  /** All that was seen is there, and one in each stratum was not seen: of six at least four are. */
  @Test
  void isNotCertainOfWhatWasNotLookedAtWhereAllElseAgrees() {
    List<Look> all = looks("a", 2, 0);
    all.addAll(looks("b", 2, 0));

    Verified verified = Verified.of(Map.of("a", 3, "b", 3), all);

    assertThat(verified.low()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(verified.high()).isEqualTo(1);
    assertThat(verified.differs()).contains(false);
  }

  @Test
  void saysNothingOfAmountsThatDoNotScatterAndWereNotAllLookedAt() {
    List<Look> looks = List.of(look("a", 10, 10), look("a", 20, 20));

    assertThat(Verified.of(Map.of("a", 3), looks).lack()).isEqualTo(Lack.NO_SCATTER);
    assertThat(Verified.of(Map.of("a", 3), looks).differs()).isEmpty();
    assertThat(Verified.of(Map.of("a", 2), looks).low()).isEqualTo(1);
  }
}
