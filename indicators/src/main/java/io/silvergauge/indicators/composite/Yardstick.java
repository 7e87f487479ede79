package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * One indicator's way from value to score, with its rule laid on: transform, then scale.
 *
 * @param rule the indicator's rule
 * @param scale the scale, in transformed values
 */
public record Yardstick(Rule rule, Scale scale) implements Serializable {
  /**
   * How an indicator's values become scores.
   *
   * @param id the indicator
   * @param direction which values are good
   * @param transform done first; posts and targets are given before it
   * @param normalisation onto the scale
   * @param constant what a relative normalisation gives where all values are the same
   */
  public record Rule(
      String id,
      Direction direction,
      Transform transform,
      Normalisation normalisation,
      WhenConstant constant)
      implements Serializable {
    public Rule {
      if (normalisation instanceof Normalisation.Goalposts posts) {
        posts.against(direction, id);
      }
      normalisation.under(transform);
    }

    /** The same rule with another normalisation. */
    public Rule with(Normalisation other) {
      return new Rule(id, direction, transform, other, constant);
    }

    /** Lays the rule on the values it is taken from. */
    public Yardstick fit(Column reference) {
      Column transformed = transform.apply(reference).column();
      return new Yardstick(
          this, normalisation.under(transform).fit(transformed, direction, constant));
    }
  }

  /**
   * The score of a value. A value outside the transform's domain has none, but where posts are
   * truncated it lies beyond the lower one and counts as it.
   */
  public OptionalDouble score(double value) {
    OptionalDouble transformed = rule.transform().of(value);
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

  /** The score in one line: value, direction, posts, formula, result. */
  public Bilingual explain(double value) {
    OptionalDouble transformed = rule.transform().of(value);
    Bilingual better =
        rule.direction() == Direction.HIGHER
            ? new Bilingual("越高越好", "more is better")
            : new Bilingual("越低越好", "less is better");
    Bilingual method =
        Bilingual.of("%s（%s）", "%s (%s)", Bilingual.same(rule.normalisation().name()), better);
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
                rule.transform().name()
                    + "("
                    + Refusals.plain(value)
                    + ") = "
                    + Rounded.text(transformed.getAsDouble())
                    + "; ");
    return Bilingual.of(
        "%s：%s%s", "%s: %s%s", method, before, scale.explain(transformed.getAsDouble()));
  }
}
