package io.silvergauge.indicators.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  private static final Estimate.Confidence AT_95 = new Estimate.Confidence(0.95);

  /** The figures of scipy 1.17 are printed by it with fifteen digits. */
  private static Offset<Double> relative(double expected) {
    return within(Math.abs(expected) * 1e-11 + 1e-300);
  }

  @ParameterizedTest
  @CsvSource({
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3, printed with four decimals
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonsIntervalsAreNewcombes(double count, double of, double low, double high) {
    Interval interval = new Estimate.Share(count, of).interval(AT_95).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void wilsonStaysWithinNoughtAndOneAndTouchesThemExactly() {
    assertThat(new Estimate.Share(0, 7).interval(AT_95).orElseThrow().low()).isZero();
    assertThat(new Estimate.Share(7, 7).interval(AT_95).orElseThrow().high()).isOne();
    Interval some = new Estimate.Share(3, 7).interval(AT_95).orElseThrow();
    Interval others = new Estimate.Share(4, 7).interval(AT_95).orElseThrow();
    assertThat(1 - some.high()).isCloseTo(others.low(), within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    // scipy 1.17, chi2.ppf(0.025, 2x) / 2 and chi2.ppf(0.975, 2x + 2) / 2
    "0, 0, 3.6888794541139354",
    "1, 0.025317807984289876, 5.571643390938898",
    "10, 4.7953886961324335, 18.39035604201778",
    "65, 50.16562772923427, 82.84783581587158",
    "10000, 9804.952467260184, 10197.951624661473"
  })
  void exactPoissonLimits(long count, double low, double high) {
    Interval interval = new Estimate.Events(count).interval(AT_95).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, relative(low));
    assertThat(interval.high()).isCloseTo(high, relative(high));
  }

  @Test
  void byarsLimitsComeNearTheExactOnes() {
    // By hand, z = 1.959964: 10 (1 − 1/90 − 0.206598)³ = 4.787450; 11 (1 − 1/99 + 0.196985)³ =
    // 18.391459
    Interval ten = new Estimate.ManyEvents(10).interval(AT_95).orElseThrow();
    assertThat(ten.low()).isCloseTo(4.787449913967563, relative(4.8));
    assertThat(ten.high()).isCloseTo(18.391458605756473, relative(18.4));
    assertThat(new Estimate.ManyEvents(0).interval(AT_95).orElseThrow().low()).isZero();
    Interval many = new Estimate.ManyEvents(10_000).interval(AT_95).orElseThrow();
    assertThat(many.low()).isCloseTo(9804.952467, within(0.01));
    assertThat(many.high()).isCloseTo(10197.951625, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    // t.ppf(0.975, n − 1), scipy 1.17; the printed tables have 12.706, 2.776, 2.262, 2.045
    "2, 12.706204736174694",
    "5, 2.7764451051977934",
    "10, 2.262157162798205",
    "30, 2.045229642132703",
    "1001, 1.9623390808264083"
  })
  void studentsIntervalOfAMean(long of, double t) {
    Interval interval =
        new Estimate.Mean(5, Math.sqrt(of), of).interval(AT_95).orElseThrow(); // s / √n = 1
    assertThat(interval.high() - 5).isCloseTo(t, relative(t));
    assertThat(5 - interval.low()).isCloseTo(t, relative(t));
  }

  @Test
  void dobsonsIntervalOfAStandardisedRate() {
    // By hand: (500·10/1000 + 300·30/1500 + 200·60/1200) / 1000 = 0.021; the interval by numpy
    Estimate rate =
        new StandardisedRate(
            List.of(
                new StandardisedRate.Stratum(10, 1000, 500),
                new StandardisedRate.Stratum(30, 1500, 300),
                new StandardisedRate.Stratum(60, 1200, 200)));
    assertThat(rate.value()).isCloseTo(0.021, within(1e-15));
    Interval interval = rate.interval(AT_95).orElseThrow();
    assertThat(interval.low()).isCloseTo(0.016682769701247387, relative(0.0167));
    assertThat(interval.high()).isCloseTo(0.02601007756986394, relative(0.026));
  }

  @Test
  void aCensusAndTooLittleToTellHaveNoIntervalRatherThanOneOfNoWidth() {
    assertThat(new Estimate.Census(0.4).interval(AT_95)).isEmpty();
    assertThat(new Estimate.Mean(3, 0, 1).interval(AT_95)).isEmpty();
    assertThat(
            new StandardisedRate(List.of(new StandardisedRate.Stratum(0, 100, 1))).interval(AT_95))
        .isEmpty();
  }

  @Test
  void aSampledShareCarriesItsIntervalIntoTheScore() {
    // Less is better, 0.5 scores 0 and 0.1 scores 100: 0.2553 → 61.18, 0.3662 → 33.45
    Yardstick falling =
        new Yardstick.Rule(
                "falls",
                Direction.LOWER,
                new Transform.None(),
                new Normalisation.Goalposts(0.5, 0.1, 0, 100, true),
                WhenConstant.ABSENT)
            .fit(Column.of(0.3));
    Interval score =
        new Estimate.Share(81, 263)
            .interval(AT_95)
            .flatMap(interval -> interval.scored(falling))
            .orElseThrow();
    assertThat(score.low()).isCloseTo(33.45, within(0.01));
    assertThat(score.high()).isCloseTo(61.18, within(0.01));
  }

  @Test
  void intervalsGrowWithConfidenceAndShrinkWithTheSample() {
    Interval at99 =
        new Estimate.Share(30, 100).interval(new Estimate.Confidence(0.99)).orElseThrow();
    Interval at95 = new Estimate.Share(30, 100).interval(AT_95).orElseThrow();
    Interval larger = new Estimate.Share(300, 1000).interval(AT_95).orElseThrow();
    assertThat(at99.high() - at99.low()).isGreaterThan(at95.high() - at95.low());
    assertThat(larger.high() - larger.low()).isLessThan(at95.high() - at95.low());
  }

  @Test
  void theNormalQuantileHoldsInTheMiddleAndFarOut() {
    // scipy 1.17, norm.ppf
    assertThat(Distributions.normal(0.975)).isCloseTo(1.959963984540054, relative(1.96));
    assertThat(Distributions.normal(0.3)).isCloseTo(-0.5244005127080409, relative(0.5));
    assertThat(Distributions.normal(1e-3)).isCloseTo(-3.090232306167813, relative(3));
    assertThat(Distributions.normal(1e-10)).isCloseTo(-6.361340902404056, relative(6));
    assertThat(Distributions.normal(1e-30)).isCloseTo(-11.464024688443613, relative(11));
    assertThat(Distributions.gamma(0.7, 0.5)).isCloseTo(0.4074237484764413, relative(0.4));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Estimate.Share(5, 4)).hasMessage("share: 5.0 of 4.0 is no share");
    assertThatThrownBy(() -> new Estimate.Share(0, 0)).hasMessageContaining("is no share");
    assertThatThrownBy(() -> new Estimate.Events(-1)).hasMessage("a count cannot be negative: -1");
    assertThatThrownBy(() -> new Estimate.Confidence(95))
        .hasMessage("confidence must lie above 0.5 and below 1, but was 95.0");
  }
}
