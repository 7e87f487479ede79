package io.silvergauge.indicators.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.Point;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Input;
import io.silvergauge.indicators.evaluation.SchemeView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreensTest {
  private static final String SHARE = "nursing_share";

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static SchemeView scheme() {
    SchemeView.IndicatorView share =
        new SchemeView.IndicatorView(
            SHARE,
            new Bilingual("占比", "Share"),
            "total",
            "share",
            "%",
            "higher",
            BigDecimal.ONE,
            2,
            "proportional",
            Bilingual.EMPTY,
            null,
            "reweight",
            null,
            null,
            "",
            "",
            "",
            List.of(),
            List.of("beds"),
            Bilingual.EMPTY,
            null);
    return new SchemeView(
        "s",
        "1",
        null,
        null,
        List.of(),
        "",
        Bilingual.EMPTY,
        Bilingual.EMPTY,
        number("100"),
        2,
        List.of("fulfilment"),
        number("60"),
        2,
        null,
        List.of(),
        List.of(),
        List.of(share),
        List.of(),
        null,
        List.of(),
        List.of(),
        null);
  }

  private static UnitResult unit(String code, int of, int in) {
    return new UnitResult(
        code,
        Bilingual.same(code),
        IndicatorResult.AMOUNT,
        number(Integer.toString(100 * of)).divide(number(Integer.toString(in))),
        number(Integer.toString(of)),
        number(Integer.toString(in)),
        null,
        null);
  }

  private static IndicatorResult result(String amount, List<UnitResult> units, String... earlier) {
    List<Point> series = new ArrayList<>();
    for (int i = 0; i < earlier.length; i++) {
      boolean missing = earlier[i].equals("-");
      series.add(
          new Point(
              "2022Q" + (i + 1),
              missing ? null : number(earlier[i]),
              missing ? "input_missing" : null,
              null));
    }
    series.add(new Point("2023Q4", number(amount), null, null));
    return new IndicatorResult(
        SHARE,
        IndicatorResult.AMOUNT,
        number(amount),
        number("1"),
        number("2"),
        "%",
        null,
        null,
        1,
        1,
        BigDecimal.ONE,
        "2023-12-31",
        0,
        "reported",
        0,
        List.of(),
        List.of(
            new JudgementResult(
                "plan", "met", ">=", number("50"), null, "2023Q4", null, List.of())),
        units,
        List.of(),
        null,
        null,
        series,
        null,
        null,
        null);
  }

  private static List<String> found(IndicatorResult result, Input... inputs) {
    RegionEvaluation city =
        new RegionEvaluation(
            Evaluation.MODEL,
            "2023Q4",
            new RegionEvaluation.City(
                "410100", Bilingual.same("甲市"), "prefecture", "confirmed", "", "all"),
            new RegionEvaluation.PlanView(Bilingual.EMPTY, "confirmed", "", List.of(), List.of()),
            List.of(result),
            List.of(),
            List.of(),
            List.of(inputs),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Refusals.NONE);
    return Screens.of(scheme(), city).stream()
        .map(one -> one.kind().code() + " " + one.region() + " " + one.message().en())
        .toList();
  }

  private static Input[] counts(int all, int ending) {
    Input[] inputs = new Input[all];
    for (int i = 0; i < all; i++) {
      String value = i < ending ? Integer.toString(100 + 5 * i) : Integer.toString(101 + 10 * i);
      inputs[i] =
          new Input(
              "4101" + (10 + i),
              "beds",
              "2023Q4",
              "number",
              number(value),
              "张",
              1,
              "f.csv",
              null,
              i + 4,
              "床位");
    }
    return inputs;
  }

  @Test
  void saysNothingOfOrdinaryFigures() {
    assertThat(
            found(result("62.5", List.of(unit("a", 10, 20), unit("b", 15, 20)), "55", "58", "60")))
        .isEmpty();
  }

  /** By hand: the chance of 2 of 2 is 0.2² = 0.04, of 1 or more of 2 is 1 − 0.8² = 0.36. */
  @Test
  void worksOutHowLikelyLastDigitsAre() {
    assertThat(Screens.chance(2, 2)).isCloseTo(0.04, within(1e-12));
    assertThat(Screens.chance(2, 1)).isCloseTo(0.36, within(1e-12));
    assertThat(Screens.chance(7, 0)).isCloseTo(1, within(1e-12));
    // scipy 1.17.1, stats.binom.sf(1099, 5000, 0.2) and sf(999, …): 0.8^5000 itself is below 1e-308
    assertThat(Screens.chance(5000, 1100)).isCloseTo(0.000251156002653, within(1e-12));
    assertThat(Screens.chance(5000, 1000)).isCloseTo(0.505641740641, within(1e-9));
  }

  /** By hand: 12 of 20 or more has a chance of about 0.0001, 8 of 20 or more of about 0.03. */
  @Test
  void pointsAtCountsThatEndInZeroOrFiveTooOften() {
    IndicatorResult plain = result("62.5", List.of());
    assertThat(found(plain, counts(20, 12)))
        .containsExactly(
            "last_digit 410100 of 20 reported values 12 end in 0 or 5; by chance a fifth would");
    assertThat(found(plain, counts(20, 8))).isEmpty();
    assertThat(found(plain, counts(19, 18))).as("too few to tell").isEmpty();
  }

  @Test
  void pointsAtUnitsThatAreAllFull() {
    List<UnitResult> units = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      units.add(unit("u" + i, 30 + i, 30 + i));
    }
    assertThat(found(result("100", units)))
        .containsExactly("all_full 410100 all 5 units report exactly 100 %");
    assertThat(found(result("100", units.subList(0, 4)))).isEmpty();
  }

  @Test
  void pointsAtAUnitWhoseNumeratorIsItsDenominator() {
    assertThat(
            found(
                result(
                    "62.5",
                    List.of(
                        unit("a", 50, 50),
                        unit("b", 10, 50),
                        unit("c", 49, 50),
                        unit("d", 40, 50)))))
        .containsExactly(
            "equal a numerator and denominator are both 50, while the city has 62.5 %");
    assertThat(
            found(
                result(
                    "62.5",
                    List.of(
                        unit("a", 40, 40),
                        unit("b", 10, 20),
                        unit("c", 10, 20),
                        unit("d", 10, 20)))))
        .isEmpty();
  }

  @Test
  void pointsAtFiguresThatDoNotMove() {
    assertThat(found(result("62.5", List.of(), "60", "62.5", "62.5")))
        .containsExactly("unchanged 410100 the same in 3 periods, 62.5");
    assertThat(found(result("62.5", List.of(), "62.5", "60", "62.5"))).isEmpty();
    assertThat(found(result("62.5", List.of(), "62.5", "62.5", "-")))
        .as("with a period between that has no value, they are not three in a row")
        .isEmpty();
  }

  /** By hand: half a percent of the target 50 is 0.25. */
  @Test
  void pointsAtFiguresThatJustReachTheirTarget() {
    assertThat(found(result("50.25", List.of())))
        .containsExactly("at_target 410100 the value 50.25 just reaches its target 50");
    assertThat(found(result("50.26", List.of()))).isEmpty();
  }

  /** By hand: steps of 1 and 2 before, then 13 > 3 × 2; a step of 6 would not be. */
  @Test
  void pointsAtALeapInThePeriodInWhichTheTargetIsDue() {
    assertThat(found(result("60", List.of(), "44", "45", "47")))
        .containsExactly(
            "deadline 410100 from 47 to 60 in the period it is due; earlier steps were at most 2");
    assertThat(found(result("53", List.of(), "44", "45", "47"))).isEmpty();
    assertThat(found(result("70", List.of(), "51", "52", "53"))).as("met before").isEmpty();
  }
}
