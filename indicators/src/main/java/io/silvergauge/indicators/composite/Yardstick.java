package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One indicator's way from value to score, with its rule laid on: treatment, transform, then scale.
 *
 * @param rule the indicator's rule, with what of it was estimated
 * @param treated what is done with outliers
 * @param scale the scale, in transformed values
 */
public record Yardstick(Rule rule, Treatment.Fitted treated, Scale scale) implements Serializable {
  /**
   * How an indicator's values become scores.
   *
   * @param id the indicator
   * @param direction which values are good
   * @param treatment of outliers, before all else: one, or none; not beside fixed posts, which hold
   *     a value beyond them already
   * @param transform done first; posts and targets are given before it
   * @param normalisation onto the scale
   * @param constant what a relative normalisation gives where all values are the same
   */
  public record Rule(
      String id,
      Direction direction,
      List<Treatment> treatment,
      Transform transform,
      Normalisation normalisation,
      WhenConstant constant)
      implements Serializable {
    public Rule {
      treatment = List.copyOf(treatment);
      if (normalisation instanceof Normalisation.Goalposts posts) {
        posts.against(direction, id);
        fixed(id, transform);
      }
      if (!(transform instanceof Transform.FittedBoxCox)) {
        normalisation.under(transform);
      }
    }

    /** A rule without treatment. */
    public Rule(
        String id,
        Direction direction,
        Transform transform,
        Normalisation normalisation,
        WhenConstant constant) {
      this(id, direction, List.of(), transform, normalisation, constant);
    }

    /** Posts that follow the values are none: their transform is declared, not estimated. */
    private static void fixed(String id, Transform transform) {
      if (transform instanceof Transform.FittedBoxCox) {
        throw new InvalidValueException(
            Bilingual.of(
                "指标“%s”：固定门柱的 box_cox 须给出 lambda",
                "indicator '%s': box_cox beside fixed posts needs its lambda declared", id));
      }
    }

    /** The same rule with another normalisation. */
    public Rule with(Normalisation other) {
      return new Rule(id, direction, treatment, transform, other, constant);
    }

    /** Lays the rule on the values it is taken from. */
    public Yardstick fit(Column reference) {
      if (normalisation instanceof Normalisation.Laid laid) {
        return laid.yardstick();
      }
      Treatment.Fitted treated =
          treatment.isEmpty() ? Treatment.Fitted.NOTHING : treatment.get(0).fit(reference);
      Column drawnIn = reference.map(treated::of);
      Transform fitted = transform.over(drawnIn);
      Column transformed = fitted.apply(drawnIn).column();
      Scale scale =
          fitted instanceof Transform.FittedBoxCox
              ? new Scale.Nothing(
                  drawnIn.count() == 0 ? Scale.Flaw.NO_VALUES : Scale.Flaw.NO_EXPONENT)
              : normalisation.under(fitted).fit(transformed, direction, constant);
      return new Yardstick(
          new Rule(id, direction, treatment, fitted, normalisation, constant), treated, scale);
    }
  }

  /**
   * The score of a value. A value outside the transform's domain has none, but where posts are
   * truncated it lies beyond the lower one and counts as it.
   */
  public OptionalDouble score(double value) {
    OptionalDouble transformed = rule.transform().of(treated.of(value));
    if (transformed.isPresent()) {
      return scale.score(transformed.getAsDouble());
    }
    return scale instanceof Scale.Line line && line.least() == line.from()
        ? OptionalDouble.of(line.full() > line.zero() ? line.from() : line.to())
        : OptionalDouble.empty();
  }

  /** The scores of a column. */
  public Column apply(Column column) {
    return column.map(value -> score(value).orElse(Double.NaN));
  }

  /** The sum that gives the score, with its numbers, for a pocket calculator; empty for none. */
  public Optional<String> formula(double reported) {
    OptionalDouble transformed = rule.transform().of(treated.of(reported));
    return transformed.isPresent()
        ? scale.formula(transformed.getAsDouble())
        : score(reported).stream().mapToObj(Scale::signed).findFirst();
  }

  /** What treatment and transform make of a value, in words; empty where they leave it. */
  public Bilingual before(double reported) {
    double value = treated.of(reported);
    OptionalDouble transformed = rule.transform().of(value);
    return Bilingual.of(
        "%s%s",
        "%s%s",
        value == reported ? Bilingual.EMPTY : changed(reported, value),
        rule.transform() instanceof Transform.None || transformed.isEmpty()
            ? Bilingual.EMPTY
            : Bilingual.of(
                "，%s(%s) = %s",
                ", %s(%s) = %s",
                named(rule.transform()),
                Rounded.text(value),
                Rounded.text(transformed.getAsDouble())));
  }

  /** The score in one line: value, direction, posts, formula, result. */
  public Bilingual explain(double reported) {
    double value = treated.of(reported);
    OptionalDouble transformed = rule.transform().of(value);
    Bilingual better =
        rule.direction() == Direction.HIGHER
            ? new Bilingual("越高越好", "more is better")
            : new Bilingual("越低越好", "less is better");
    Bilingual method =
        Bilingual.of(
            "%s（%s）%s",
            "%s (%s)%s",
            Bilingual.same(rule.normalisation().name()),
            better,
            value == reported ? Bilingual.EMPTY : changed(reported, value));
    if (transformed.isEmpty()) {
      OptionalDouble score = score(value);
      return Bilingual.of(
          "%s：%s 不能作 %s 变换%s",
          "%s: %s cannot be transformed by %s%s",
          method,
          Refusals.plain(value),
          rule.transform().name(),
          score.isPresent()
              ? Bilingual.of("，取边界 %s", ", held at %s", Rounded.text(score.getAsDouble()))
              : new Bilingual("，无得分", ", no score"));
    }
    Bilingual before =
        rule.transform() instanceof Transform.None
            ? Bilingual.EMPTY
            : Bilingual.same(
                named(rule.transform())
                    + "("
                    + Refusals.plain(value)
                    + ") = "
                    + Rounded.text(transformed.getAsDouble())
                    + "; ");
    return Bilingual.of(
        "%s：%s%s", "%s: %s%s", method, before, scale.explain(transformed.getAsDouble()));
  }

  private static String named(Transform transform) {
    return transform instanceof Transform.BoxCox power
        ? transform.name() + "[" + Refusals.plain(power.lambda()) + "]"
        : transform.name();
  }

  private Bilingual changed(double reported, double value) {
    return Bilingual.of(
        treated.outcome() == Treatment.Outcome.LOGARITHM ? "，%s 取对数为 %s" : "，离群值 %s 收缩为 %s",
        treated.outcome() == Treatment.Outcome.LOGARITHM
            ? ", %s taken as the logarithm %s"
            : ", the outlier %s drawn in to %s",
        Refusals.plain(reported),
        Rounded.text(value));
  }
}
