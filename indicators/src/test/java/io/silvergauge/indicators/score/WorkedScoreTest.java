package io.silvergauge.indicators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The line beside a score says what was done, and nothing else. */
class WorkedScoreTest {
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Posts posts(String zero, String full) {
    return new Posts(number(zero), number(full), Posts.Transform.NONE);
  }

  private static WorkedScore placed(String value, Posts posts) {
    boolean higher = posts.full().compareTo(posts.zero()) > 0;
    return WorkedScore.onPosts(number(value), "%", higher, posts, FULL);
  }

  private static WorkedScore held(ScoringRule rule, String value, String target, boolean higher) {
    return WorkedScore.onTarget(
        rule,
        Fraction.parse(value),
        "%",
        Fraction.parse(target),
        higher,
        reached(value, target, higher),
        FULL);
  }

  private static boolean reached(String value, String target, boolean higher) {
    int order = Fraction.parse(value).compareTo(Fraction.parse(target));
    return higher ? order >= 0 : order <= 0;
  }

  @Test
  void saysValueDirectionPostsFormulaAndResultInOneLine() {
    Posts posts = posts("0", "60");
    assertThat(placed("45", posts).ending(Statuses.Worth.ALL, posts.place(45), FULL).en())
        .isEqualTo(
            "45 %, higher is better; nought at 0, full at 60: (45 − 0) ÷ (60 − 0) × 100 = 75");
    assertThat(placed("45", posts).ending(Statuses.Worth.ALL, posts.place(45), FULL).zh())
        .isEqualTo("45%，越高越好；0 为零分，60 为满分：(45 − 0) ÷ (60 − 0) × 100 = 75");
  }

  @Test
  void turnsAFallingIndicatorByItsPostsAlone() {
    // 25 between 30 (nought) and 10 (full): −5 of −20
    assertThat(placed("25", posts("30", "10")).premise().en()).contains("lower is better");
    assertThat(placed("25", posts("30", "10")).formula()).isEqualTo("(25 − 30) ÷ (10 − 30) × 100");
    assertThat(Sum.of(placed("25", posts("30", "10")).formula())).isEqualTo(25);
  }

  @Test
  void showsThatAValueBeyondAPostCountsAsThePost() {
    assertThat(placed("66", posts("0", "60")).formula())
        .isEqualTo("max(0, min(1, (66 − 0) ÷ (60 − 0))) × 100");
    assertThat(Sum.of(placed("66", posts("0", "60")).formula())).isEqualTo(100);
    assertThat(Sum.of(placed("-5", posts("0", "60")).formula())).isZero();
  }

  @Test
  void takesLogarithmsWhereTheRuleDoes() {
    Posts logs = new Posts(number("100"), number("75000"), Posts.Transform.LN);
    assertThat(placed("1335.205733", logs).formula())
        .isEqualTo("(ln 1335.205733 − ln 100) ÷ (ln 75000 − ln 100) × 100");
    assertThat(Sum.of(placed("1335.205733", logs).formula()))
        .isCloseTo(100 * logs.place(1335.205733), within(1e-9));
    assertThat(placed("0", logs).formula()).isEqualTo("0 × 100");
  }

  @Test
  void takesPowersWhereTheRuleDoes() {
    Posts root = new Posts(number("0"), number("100"), Posts.Transform.SQRT);
    // By hand: √25 / √100
    assertThat(root.place(25)).isEqualTo(0.5);
    assertThat(root.place(-1)).isZero();
    assertThat(placed("25", root).formula())
        .isEqualTo("(25^0.5 − 0^0.5) ÷ (100^0.5 − 0^0.5) × 100");
    assertThat(Sum.of(placed("25", root).formula())).isCloseTo(50, within(1e-9));
    Posts inverse = new Posts(number("1"), number("10"), Posts.Transform.BOX_COX, number("-1"));
    // By hand: (1 − 1/2) / (1 − 1/10)
    assertThat(inverse.place(2)).isCloseTo(0.5 / 0.9, within(1e-12));
    assertThat(Sum.of(placed("2", inverse).formula())).isCloseTo(50 / 0.9, within(1e-9));
    Posts logs = new Posts(number("1"), number("100"), Posts.Transform.BOX_COX, number("0"));
    assertThat(placed("10", logs).formula()).isEqualTo("(ln 10 − ln 1) ÷ (ln 100 − ln 1) × 100");
  }

  @Test
  void endsInWhatOfTheScoreCounts() {
    Posts posts = posts("0", "60");
    Statuses.Worth disputed = new Statuses.Worth(number("80"), BigDecimal.ZERO);
    assertThat(placed("45", posts).ending(disputed, posts.place(45), FULL).en())
        .endsWith("(45 − 0) ÷ (60 − 0) × 100 × 80 ÷ 100 = 60");
  }

  @Test
  void namesTargetAndRule() {
    WorkedScore line = held(new ScoringRule.Proportional(), "38", "50", true);
    assertThat(line.ending(Statuses.Worth.ALL, 0.76, FULL).en())
        .isEqualTo(
            "38 %, target ≥ 50, not reached; in proportion to the target: 38 ÷ 50 × 100 = 76");
  }

  static Stream<ScoringRule> rules() {
    return Stream.of(
        new ScoringRule.Proportional(),
        new ScoringRule.Proportional(number("120"), List.of()),
        new ScoringRule.Proportional(
            number("110"),
            List.of(
                new ScoringRule.Overshoot(
                    number("130"), number("10"), number("20"), number("60")))),
        new ScoringRule.PassFail(),
        new ScoringRule.Bands(
            List.of(
                new ScoringRule.Band(number("60"), number("100")),
                new ScoringRule.Band(number("30"), number("55")))),
        new ScoringRule.Additive(
            List.of(
                new ScoringRule.Part(true, number("20"), number("30")),
                new ScoringRule.Part(true, number("50"), number("45")),
                new ScoringRule.Part(false, number("70"), number("25")))),
        new ScoringRule.Deduction(number("2"), number("5"), number("40")),
        new ScoringRule.Bonus(number("5"), number("10"), number("110")),
        new ScoringRule.Goalposts(posts("10", "90")));
  }

  /** The formula, worked out by somebody who knows nothing of the rules, gives the score. */
  @ParameterizedTest
  @MethodSource("rules")
  void givesTheScoreWhenItsFormulaIsWorkedOut(ScoringRule rule) {
    for (String target : List.of("50", "40/3", "0", "-5")) {
      for (String value : List.of("-20", "-5", "0", "7/3", "20", "35", "50", "66.7", "71", "250")) {
        for (boolean higher : new boolean[] {true, false}) {
          double score =
              rule.score(
                  Fraction.parse(value),
                  Fraction.parse(target),
                  higher,
                  reached(value, target, higher));
          String formula = held(rule, value, target, higher).formula();
          assertThat(Sum.of(formula))
              .as("%s of %s against %s: %s", rule.name(), value, target, formula)
              .isCloseTo(100 * score, within(1e-8));
        }
      }
    }
  }

  /** A pocket calculator: + − × ÷ ^, brackets, bars, min, max, ln. */
  private static final class Sum {
    private final String text;
    private int at;

    private Sum(String text) {
      this.text = text.replace(" ", "");
    }

    static double of(String text) {
      Sum sum = new Sum(text);
      double result = sum.terms();
      assertThat(sum.at).as("all of %s is read", text).isEqualTo(sum.text.length());
      return result;
    }

    private double terms() {
      double result = factors();
      while (at < text.length() && "+−".indexOf(text.charAt(at)) >= 0) {
        result += text.charAt(at++) == '+' ? factors() : -factors();
      }
      return result;
    }

    private double factors() {
      double result = factor();
      while (at < text.length() && "×÷".indexOf(text.charAt(at)) >= 0) {
        result = text.charAt(at++) == '×' ? result * factor() : result / factor();
      }
      return result;
    }

    private double factor() {
      double base = plain();
      return skip("^") ? Math.pow(base, plain()) : base;
    }

    private double plain() {
      if (skip("max(")) {
        return Math.max(first(), second());
      } else if (skip("min(")) {
        return Math.min(first(), second());
      } else if (skip("ln")) {
        return Math.log(factor());
      } else if (skip("|")) {
        double inner = terms();
        assertThat(skip("|")).isTrue();
        return Math.abs(inner);
      } else if (skip("(")) {
        return second();
      } else if (skip("−")) {
        return -factor();
      }
      int from = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      return Double.parseDouble(text.substring(from, at));
    }

    private double first() {
      double inner = terms();
      assertThat(skip(",")).isTrue();
      return inner;
    }

    private double second() {
      double inner = terms();
      assertThat(skip(")")).isTrue();
      return inner;
    }

    private boolean skip(String token) {
      boolean there = text.startsWith(token, at);
      at += there ? token.length() : 0;
      return there;
    }
  }
}
