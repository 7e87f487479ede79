package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How an indicator's value becomes a score against its target: 1 for full marks, never below 0. */
public sealed interface ScoringRule extends Serializable {
  /** The rule's name in schemes and data files. */
  String name();

  /** The rule in words, as reports print it. */
  Bilingual words();

  /**
   * The score; whether a value reaches an edge is decided exactly.
   *
   * @param value the indicator's value, in its unit
   * @param target the target, in the same unit
   * @param higherIsBetter which side of the target is good
   * @param reached whether the target is reached, decided exactly
   */
  double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached);

  /**
   * Full marks where the target is reached, else value over target (target over value where less is
   * better). A target that is not above zero is reached or not, for a quotient would say nothing of
   * progress. Where less is better, a value of nought or below lies beyond the target without end:
   * it has the cap, or what an overshoot leaves. By hand: 40 % against 50 % gives 0.8.
   *
   * @param cap the most it gives, in percent of full marks, from 100: what lies beyond the target
   *     counts in proportion up to there
   * @param overshoot what a value far beyond the target loses: one, or none
   */
  record Proportional(BigDecimal cap, List<Overshoot> overshoot) implements ScoringRule {
    public Proportional {
      overshoot = List.copyOf(overshoot);
      requireFrom100("cap", cap);
    }

    /** The plain rule: capped at full marks. */
    public Proportional() {
      this(BigDecimal.valueOf(100), List.of());
    }

    @Override
    public String name() {
      return "proportional";
    }

    @Override
    public Bilingual words() {
      Bilingual plain = new Bilingual("按完成比例", "in proportion to the target");
      Bilingual capped =
          cap.compareTo(BigDecimal.valueOf(100)) == 0
              ? plain
              : Bilingual.of(
                  "%s，超出部分最高计至 %s%%", "%s, beyond it up to %s %%", plain, cap.toPlainString());
      return overshoot.isEmpty()
          ? capped
          : Bilingual.of("%s；%s", "%s; %s", capped, overshoot.get(0).words());
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      if (target.signum() <= 0 || (value.signum() <= 0 && !reached)) {
        return reached ? 1 : 0;
      }
      if (value.signum() <= 0) {
        return overshoot.isEmpty() ? cap.doubleValue() / 100 : overshoot.get(0).remains();
      }
      Fraction part = higherIsBetter ? value.dividedBy(target) : target.dividedBy(value);
      if (!reached) {
        return Scores.between(0, part.toDouble(), 1);
      }
      double most = cap.doubleValue() / 100;
      double score = Scores.between(1, part.toDouble(), most);
      return overshoot.isEmpty() ? score : overshoot.get(0).of(score, part);
    }
  }

  /**
   * What is lost where a value lies far beyond its target, which then was set too low.
   *
   * @param above percent of the target from which it is lost, above 100
   * @param points points of 100 lost for each {@code per} percent beyond, in proportion
   * @param per percent of the target
   * @param least the least that remains, in points of 100
   */
  record Overshoot(BigDecimal above, BigDecimal points, BigDecimal per, BigDecimal least)
      implements Serializable {
    public Overshoot {
      requireFrom100("overshoot.above", above);
      requirePositive("overshoot.points", points);
      requirePositive("overshoot.per", per);
      requirePercent("overshoot.least", least);
    }

    double of(double score, Fraction part) {
      Fraction beyond = part.times(Fraction.of(100)).minus(Fraction.of(above));
      if (beyond.signum() <= 0) {
        return score;
      }
      double lost = beyond.toDouble() / per.doubleValue() * points.doubleValue() / 100;
      return StrictMath.max(least.doubleValue() / 100, score - lost);
    }

    /** What a value without end beyond the target keeps. */
    double remains() {
      return least.doubleValue() / 100;
    }

    Bilingual words() {
      return Bilingual.of(
          "超过目标的 %s%% 后每 %s%% 扣 %s 分，最低 %s 分",
          "above %s %% of it, each %s %% loses %s points, down to %s",
          above.toPlainString(),
          per.toPlainString(),
          points.toPlainString(),
          least.toPlainString());
    }
  }

  /** Full marks or none. */
  record PassFail() implements ScoringRule {
    @Override
    public String name() {
      return "pass_fail";
    }

    @Override
    public Bilingual words() {
      return new Bilingual("达标得满分，否则不得分", "full marks if reached, else none");
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      return reached ? 1 : 0;
    }
  }

  /**
   * Steps: the score of the first band whose lower edge the value reaches. The bands cover all
   * values without gaps; the last begins at the lowest value.
   *
   * @param bands from the highest edge down
   */
  record Bands(List<Band> bands) implements ScoringRule {
    public Bands {
      bands = List.copyOf(bands);
      if (bands.isEmpty()) {
        throw new InvalidValueException(
            new Bilingual("bands：至少需要一档", "bands: at least one is needed"));
      }
      for (int i = 1; i < bands.size(); i++) {
        if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
          throw new InvalidValueException(
              Bilingual.of(
                  "bands 须由高到低：%s 应低于 %s",
                  "bands must go down: %s does not lie below %s",
                  bands.get(i).from().toPlainString(),
                  bands.get(i - 1).from().toPlainString()));
        }
      }
    }

    @Override
    public String name() {
      return "bands";
    }

    @Override
    public Bilingual words() {
      return Bilingual.of(
          "按分档计分：%s",
          "by bands: %s",
          join(
              bands.stream()
                  .map(
                      band ->
                          Bilingual.of(
                              "自 %s 起 %s 分",
                              "from %s %s points",
                              band.from().toPlainString(),
                              band.points().toPlainString()))
                  .toList()));
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      for (Band band : bands) {
        if (value.compareTo(Fraction.of(band.from())) >= 0) {
          return band.points().doubleValue() / 100;
        }
      }
      return 0;
    }
  }

  /**
   * A step.
   *
   * @param from value from which it holds, included
   * @param points what it is worth, from 0 to 100
   */
  record Band(BigDecimal from, BigDecimal points) implements Serializable {
    public Band {
      requirePercent("bands", points);
    }
  }

  /**
   * Partial credit: the points of every part the value reaches, added up. By hand: 30 points from
   * 20 and 70 from 50; a value of 35 has 30.
   *
   * @param parts what gives points
   */
  record Additive(List<Part> parts) implements ScoringRule {
    public Additive {
      parts = List.copyOf(parts);
      BigDecimal sum = parts.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
        throw new InvalidValueException(
            Bilingual.of(
                "parts 的分值合计应为 100，却是 %s",
                "the points of parts add up to 100, but were %s", sum.toPlainString()));
      }
    }

    @Override
    public String name() {
      return "additive";
    }

    @Override
    public Bilingual words() {
      return Bilingual.of(
          "逐项累加：%s",
          "adding up: %s",
          join(
              parts.stream()
                  .map(
                      part ->
                          Bilingual.of(
                              part.atLeast() ? "达到 %s 得 %s 分" : "不超过 %s 得 %s 分",
                              part.atLeast() ? "at least %s %s points" : "at most %s %s points",
                              part.bound().toPlainString(),
                              part.points().toPlainString()))
                  .toList()));
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      BigDecimal points = BigDecimal.ZERO;
      for (Part part : parts) {
        if (part.isReached(value)) {
          points = points.add(part.points());
        }
      }
      return points.doubleValue() / 100;
    }
  }

  /**
   * A part of partial credit.
   *
   * @param atLeast whether the value must reach the bound; else it must not pass it
   * @param bound the bound, which itself gives the points
   * @param points what it is worth, from 0 to 100
   */
  record Part(boolean atLeast, BigDecimal bound, BigDecimal points) implements Serializable {
    public Part {
      requirePercent("parts", points);
    }

    boolean isReached(Fraction value) {
      int order = value.compareTo(Fraction.of(bound));
      return atLeast ? order >= 0 : order <= 0;
    }
  }

  /**
   * Full marks, less points for every unit the value falls short of its target, in proportion. By
   * hand: 2 points for each 5 short, 38 against 50 gives 100 − 12 / 5 × 2 = 95.2.
   *
   * @param points points of 100 lost
   * @param per for each so many of the indicator's unit
   * @param least the least that remains, in points of 100
   */
  record Deduction(BigDecimal points, BigDecimal per, BigDecimal least) implements ScoringRule {
    public Deduction {
      requirePositive("points", points);
      requirePositive("per", per);
      requirePercent("least", least);
    }

    @Override
    public String name() {
      return "deduction";
    }

    @Override
    public Bilingual words() {
      return Bilingual.of(
          "满分起扣：每差 %s 扣 %s 分，最低 %s 分",
          "full marks less, for each %s short, %s points, down to %s",
          per.toPlainString(),
          points.toPlainString(),
          least.toPlainString());
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      if (reached) {
        return 1;
      }
      double gap = StrictMath.abs(value.minus(target).toDouble());
      double lost = gap / per.doubleValue() * points.doubleValue() / 100;
      return StrictMath.max(least.doubleValue() / 100, 1 - lost);
    }
  }

  /**
   * In proportion up to the target; beyond it, points for every unit more, so that it may pass full
   * marks. By hand: 5 points for each 10 beyond, at most 110; 70 against 50 gives 100 + 20 / 10 × 5
   * = 110.
   *
   * @param points points of 100 gained
   * @param per for each so many of the indicator's unit
   * @param most the most it gives, in points of 100
   */
  record Bonus(BigDecimal points, BigDecimal per, BigDecimal most) implements ScoringRule {
    public Bonus {
      requirePositive("points", points);
      requirePositive("per", per);
      requireFrom100("most", most);
    }

    @Override
    public String name() {
      return "bonus";
    }

    @Override
    public Bilingual words() {
      return Bilingual.of(
          "按完成比例，每超 %s 加 %s 分，最高 %s 分",
          "in proportion to the target; for each %s beyond it %s points more, up to %s",
          per.toPlainString(),
          points.toPlainString(),
          most.toPlainString());
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      if (!reached) {
        return new Proportional().score(value, target, higherIsBetter, false);
      }
      double beyond = StrictMath.abs(value.minus(target).toDouble());
      double gained = beyond / per.doubleValue() * points.doubleValue() / 100;
      return StrictMath.min(most.doubleValue() / 100, 1 + gained);
    }
  }

  /**
   * A place between two posts, whatever the target.
   *
   * @param posts where the score is nought and where it is full
   */
  record Goalposts(Posts posts) implements ScoringRule {
    @Override
    public String name() {
      return "goalposts";
    }

    @Override
    public Bilingual words() {
      return Bilingual.of(
          "按区间计分：%s 为零分，%s 为满分",
          "between posts: nought at %s, full at %s",
          posts.zero().toPlainString(),
          posts.full().toPlainString());
    }

    @Override
    public double score(Fraction value, Fraction target, boolean higherIsBetter, boolean reached) {
      return posts.place(value.toDouble());
    }
  }

  private static Bilingual join(List<Bilingual> parts) {
    return new Bilingual(
        parts.stream().map(Bilingual::zh).collect(Collectors.joining("，")),
        parts.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
  }

  private static void requirePercent(String field, BigDecimal points) {
    if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s：分值应在 0 至 100 之间，却是 %s",
              "%s: points lie from 0 to 100, but were %s", field, points.toPlainString()));
    }
  }

  private static void requirePositive(String field, BigDecimal number) {
    if (number.signum() <= 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s 应大于 0，却是 %s", "%s must be above 0, but was %s", field, number.toPlainString()));
    }
  }

  private static void requireFrom100(String field, BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(100)) < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s 应不小于 100，却是 %s",
              "%s must be 100 or more, but was %s", field, percent.toPlainString()));
    }
  }
}
