package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one value became its score, in a line: the value, which side is good, what it is held
 * against, and the formula with its numbers filled in. Worked out with {@code + − × ÷ ^ | | min max
 * ln} as usual, the formula gives the score.
 *
 * @param premise value, direction, posts or target
 * @param formula the sum with its numbers, the same in both languages
 */
public record WorkedScore(Bilingual premise, String formula) implements Serializable {
  /** The line of a value between posts; {@code full} is the score of full marks. */
  public static WorkedScore onPosts(
      BigDecimal value, String unit, boolean higherIsBetter, Posts posts, BigDecimal full) {
    return new WorkedScore(
        Bilingual.of(
            "%s，%s；%s 为零分，%s 为满分",
            "%s, %s; nought at %s, full at %s",
            amount(value, unit),
            direction(higherIsBetter),
            plain(posts.zero()),
            plain(posts.full())),
        placed(value, posts) + " × " + plain(full));
  }

  /**
   * The line of a value held against a target by a rule.
   *
   * @param reached whether the target is reached, decided exactly
   * @param full the score of full marks
   */
  public static WorkedScore onTarget(
      ScoringRule rule,
      Fraction value,
      String unit,
      Fraction target,
      boolean higherIsBetter,
      boolean reached,
      BigDecimal full) {
    Bilingual against =
        rule instanceof ScoringRule.Goalposts || rule instanceof ScoringRule.Bands
            ? rule.words()
            : Bilingual.of(
                "目标 %s %s，%s；%s",
                "target %s %s, %s; %s",
                higherIsBetter ? "≥" : "≤",
                plain(target.printed()),
                reached ? new Bilingual("已达到", "reached") : new Bilingual("未达到", "not reached"),
                rule.words());
    return new WorkedScore(
        Bilingual.of("%s，%s", "%s, %s", amount(value.printed(), unit), against),
        formula(rule, value, target, higherIsBetter, reached) + " × " + plain(full));
  }

  /**
   * The line of a value on a yardstick that is taken from the values of all cities.
   *
   * @param before what treatment and transform make of it, beginning with a comma; may be empty
   * @param taken what the yardstick is and is taken from
   * @param formula the sum that gives the score
   */
  public static WorkedScore beside(
      BigDecimal value,
      String unit,
      boolean higherIsBetter,
      Bilingual before,
      Bilingual taken,
      String formula) {
    return new WorkedScore(
        Bilingual.of(
            "%s，%s；%s%s",
            "%s, %s; %s%s", amount(value, unit), direction(higherIsBetter), taken, before),
        formula);
  }

  /** Numbers with a unit as they stand in a sentence. */
  private static Bilingual amount(BigDecimal value, String unit) {
    String number = plain(value);
    return unit.equals("%")
        ? new Bilingual(number + "%", number + " %")
        : new Bilingual((number + " " + unit).trim(), (number + " " + inEnglish(unit)).trim());
  }

  /** Units have Chinese names only; one that no English sentence can hold is left out of it. */
  private static String inEnglish(String unit) {
    return unit.codePoints().noneMatch(Character::isIdeographic) ? unit : "";
  }

  private static Bilingual direction(boolean higherIsBetter) {
    return higherIsBetter
        ? new Bilingual("越高越好", "higher is better")
        : new Bilingual("越低越好", "lower is better");
  }

  private static String placed(BigDecimal value, Posts posts) {
    if (posts.isOutside(value.doubleValue())) {
      return posts.zero().compareTo(posts.full()) < 0 ? "0" : "1"; // no logarithm: the lower post
    }
    String name = posts.isLogarithm() ? "ln " : "";
    String power =
        posts.isLogarithm() || posts.power().compareTo(BigDecimal.ONE) == 0
            ? ""
            : "^" + signed(posts.power()); // what a power is divided by falls out
    String place =
        "(%1$s%2$s%5$s − %1$s%3$s%5$s) ÷ (%1$s%4$s%5$s − %1$s%3$s%5$s)"
            .formatted(name, signed(value), signed(posts.zero()), signed(posts.full()), power);
    BigDecimal least = posts.zero().min(posts.full());
    BigDecimal most = posts.zero().max(posts.full());
    boolean beyond = value.compareTo(least) < 0 || value.compareTo(most) > 0;
    return beyond ? "max(0, min(1, %s))".formatted(place) : place;
  }

  private static String formula(
      ScoringRule rule, Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
    if (rule instanceof ScoringRule.Proportional proportional) {
      return proportional(proportional, value, target, higherIsBetter, reached);
    } else if (rule instanceof ScoringRule.Bands bands) {
      return bands.bands().stream()
          .filter(band -> value.compareTo(Fraction.of(band.from())) >= 0)
          .findFirst()
          .map(band -> plain(band.points()) + " ÷ 100")
          .orElse("0");
    } else if (rule instanceof ScoringRule.Additive additive) {
      return additive(additive.parts(), value);
    } else if (rule instanceof ScoringRule.Deduction deduction) {
      return reached
          ? "1"
          : "max(%s ÷ 100, 1 − %s ÷ %s × %s ÷ 100)"
              .formatted(
                  plain(deduction.least()),
                  distance(value, target),
                  plain(deduction.per()),
                  plain(deduction.points()));
    } else if (rule instanceof ScoringRule.Bonus bonus) {
      return reached
          ? "min(%s ÷ 100, 1 + %s ÷ %s × %s ÷ 100)"
              .formatted(
                  plain(bonus.most()),
                  distance(value, target),
                  plain(bonus.per()),
                  plain(bonus.points()))
          : proportional(new ScoringRule.Proportional(), value, target, higherIsBetter, false);
    } else if (rule instanceof ScoringRule.Goalposts posts) {
      return placed(value.printed(), posts.posts());
    }
    return reached ? "1" : "0";
  }

  private static String proportional(
      ScoringRule.Proportional rule,
      Fraction value,
      Fraction target,
      boolean higherIsBetter,
      boolean reached) {
    if (target.signum() <= 0 || (value.signum() <= 0 && !reached)) {
      return reached ? "1" : "0";
    }
    if (value.signum() <= 0) { // beyond the target without end
      BigDecimal most = rule.overshoot().isEmpty() ? rule.cap() : rule.overshoot().get(0).least();
      return plain(most) + " ÷ 100";
    }
    String part =
        higherIsBetter
            ? plain(value.printed()) + " ÷ " + plain(target.printed())
            : plain(target.printed()) + " ÷ " + plain(value.printed());
    if (!reached) {
      return part;
    }
    boolean capped = rule.cap().compareTo(BigDecimal.valueOf(100)) == 0;
    String most = capped ? "1" : "min(%s ÷ 100, %s)".formatted(plain(rule.cap()), part);
    if (rule.overshoot().isEmpty()) {
      return most;
    }
    ScoringRule.Overshoot lost = rule.overshoot().get(0);
    return "max(%s ÷ 100, %s − max(0, %s × 100 − %s) ÷ %s × %s ÷ 100)"
        .formatted(
            plain(lost.least()),
            most,
            part,
            plain(lost.above()),
            plain(lost.per()),
            plain(lost.points()));
  }

  private static String additive(List<ScoringRule.Part> parts, Fraction value) {
    String sum =
        parts.stream()
            .filter(part -> part.isReached(value))
            .map(part -> plain(part.points()))
            .collect(Collectors.joining(" + "));
    return sum.isEmpty() ? "0" : "(" + sum + ") ÷ 100";
  }

  private static String distance(Fraction value, Fraction target) {
    return "|" + signed(value.printed()) + " − " + signed(target.printed()) + "|";
  }

  /** A number after an operator: in brackets where it is negative. */
  private static String signed(BigDecimal number) {
    return number.signum() < 0 ? "(" + plain(number) + ")" : plain(number);
  }

  static String plain(BigDecimal number) {
    String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().abs().toPlainString();
    return number.signum() < 0 ? "−" + text : text;
  }

  /** The line with its end: what of it counts, and the score as it is stored. */
  public Bilingual ending(Statuses.Worth worth, double score, BigDecimal full) {
    String counted =
        worth.percent().compareTo(BigDecimal.valueOf(100)) == 0
            ? ""
            : " × " + plain(worth.percent()) + " ÷ 100";
    return Bilingual.of(
        "%s：%s%s = %s",
        "%s: %s%s = %s",
        premise,
        formula,
        counted,
        plain(Scores.rounded(worth.of(score) * full.doubleValue())));
  }
}
