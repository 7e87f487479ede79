package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** How an indicator's value becomes a score against its target, from 0 to 1. */
public sealed interface ScoringRule extends Serializable {
  /** The rule's name in schemes and data files. */
  String name();

  /**
   * The score.
   *
   * @param value the indicator's value, in its unit
   * @param target the target, in the same unit
   * @param higherIsBetter which side of the target is good
   * @param reached whether the target is reached, decided exactly
   */
  double score(double value, double target, boolean higherIsBetter, boolean reached);

  /**
   * Full marks where the target is reached, else value over target (target over value where less is
   * better); none where one of the two is not above zero. By hand: 40 % against 50 % gives 0.8.
   */
  record Proportional() implements ScoringRule {
    @Override
    public String name() {
      return "proportional";
    }

    @Override
    public double score(double value, double target, boolean higherIsBetter, boolean reached) {
      if (reached) {
        return 1;
      }
      if (value <= 0 || target <= 0) {
        return 0; // a quotient of negative figures says nothing of progress
      }
      return Scores.between(0, higherIsBetter ? value / target : target / value, 1);
    }
  }

  /** Full marks or none. */
  record PassFail() implements ScoringRule {
    @Override
    public String name() {
      return "pass_fail";
    }

    @Override
    public double score(double value, double target, boolean higherIsBetter, boolean reached) {
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
    public double score(double value, double target, boolean higherIsBetter, boolean reached) {
      for (Band band : bands) {
        if (value >= band.from().doubleValue()) {
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
      if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new InvalidValueException(
            Bilingual.of(
                "bands：分值应在 0 至 100 之间，却是 %s",
                "bands: points lie from 0 to 100, but were %s", points.toPlainString()));
      }
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
    public double score(double value, double target, boolean higherIsBetter, boolean reached) {
      return posts.place(value);
    }
  }
}
