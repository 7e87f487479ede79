package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How values of any unit become scores on one scale. {@link #fit} lays the yardstick on the values
 * it is taken from (one period's, or all periods' joined), which is where the direction is read.
 *
 * <p>Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5; ranks,
 * Borda and distances as the R package COINr documents them.
 */
public sealed interface Normalisation extends Serializable {
  /** Its name in schemes and data files. */
  String name();

  /**
   * The yardstick.
   *
   * @param reference the values it is taken from
   * @param direction which values are good
   * @param constant what a relative method gives where all values are the same
   */
  Scale fit(Column reference, Direction direction, WhenConstant constant);

  /** The same method with its fixed points transformed; refused where one lies outside. */
  default Normalisation under(Transform transform) {
    return this;
  }

  /** Smallest and largest value onto two ends: {@code from + (x − worst) / (best − worst) · …}. */
  record MinMax(double from, double to) implements Normalisation {
    public MinMax {
      range(from, to);
    }

    @Override
    public String name() {
      return "min_max";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      return values.length == 0 || constant(values)
          ? flat(values, constant, (from + to) / 2)
          : line(direction.worst(values), direction.best(values), from, to);
    }
  }

  /** {@code mean + (x − x̄) / s · deviation}, s with divisor n − 1; falling indicators negated. */
  record ZScore(double mean, double deviation) implements Normalisation {
    public ZScore {
      Refusals.outside("mean", mean, -LIMIT, LIMIT);
      Refusals.outside("deviation", deviation, 1e-6, LIMIT);
    }

    @Override
    public String name() {
      return "z_score";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      if (values.length == 0 || constant(values)) {
        return flat(values, constant, mean);
      }
      double spread = Moments.deviation(values);
      return new Scale.Standard(
          Moments.mean(values), direction == Direction.HIGHER ? spread : -spread, mean, deviation);
    }
  }

  /** What the place of a value is counted in. */
  enum Count {
    /** 1 for the worst, up to the number of values: higher is better. */
    RANK,
    /** From 0 for the worst to 1, {@code (rank − 1) / (n − 1)}. */
    PERCENTILE,
    /** How many values are worse, {@code rank − 1}. */
    BORDA
  }

  /** The place among the values, equal values sharing the lower one. */
  record Places(Count count) implements Normalisation {
    @Override
    public String name() {
      return switch (count) {
        case RANK -> "rank";
        case PERCENTILE -> "percentile_rank";
        case BORDA -> "borda";
      };
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      double first = count == Count.RANK ? 1 : 0;
      double divisor = count == Count.PERCENTILE ? values.length - 1.0 : 1;
      if (values.length == 0 || constant(values)) {
        return flat(values, constant, (first + (first + values.length - 1)) / 2 / divisor(divisor));
      }
      Arrays.sort(values);
      if (direction == Direction.LOWER) {
        reverse(values);
      }
      return new Scale.Places(Column.masked(values), direction, first, divisor);
    }

    private static double divisor(double divisor) {
      return divisor == 0 ? 1 : divisor;
    }
  }

  /** {@code 1 − (best − x) / (best − worst)}. */
  record DistanceToBest() implements Normalisation {
    @Override
    public String name() {
      return "distance_to_best";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      return new MinMax(0, 1).fit(reference, direction, constant);
    }
  }

  /**
   * {@code 1 − (reference − x) / (reference − worst)}.
   *
   * @param unit place of the unit of reference in the column the yardstick is taken from
   * @param capped whether values beyond it count as it
   */
  record DistanceToUnit(int unit, boolean capped) implements Normalisation {
    @Override
    public String name() {
      return "distance_to_unit";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      if (values.length == 0 || constant(values)) {
        return flat(values, constant, 0.5);
      }
      return unit < 0 || unit >= reference.size() || !reference.has(unit)
          ? new Scale.Nothing(Scale.Flaw.NO_REFERENCE)
          : distance(values, reference.at(unit), direction, capped);
    }
  }

  /**
   * {@code 1 − (target − x) / (target − worst)}.
   *
   * @param target the value to reach
   * @param capped whether values beyond it count as it
   */
  record DistanceToTarget(double target, boolean capped) implements Normalisation {
    public DistanceToTarget {
      Refusals.outside("target", target, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    @Override
    public String name() {
      return "distance_to_target";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      return values.length == 0
          ? new Scale.Nothing(Scale.Flaw.NO_VALUES)
          : distance(values, target, direction, capped);
    }

    @Override
    public Normalisation under(Transform transform) {
      return new DistanceToTarget(fixed("target", target, transform), capped);
    }
  }

  /** {@code x / best}; where less is better {@code best / x}. All values must be above nought. */
  record FractionOfBest() implements Normalisation {
    @Override
    public String name() {
      return "fraction_of_best";
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      double[] values = reference.present();
      if (values.length == 0) {
        return new Scale.Nothing(Scale.Flaw.NO_VALUES);
      }
      if (direction == Direction.HIGHER) {
        return Moments.least(values) < 0 || Moments.most(values) <= 0
            ? new Scale.Nothing(Scale.Flaw.NOT_POSITIVE)
            : line(0, Moments.most(values), 0, 1);
      }
      return Moments.least(values) <= 0
          ? new Scale.Nothing(Scale.Flaw.NOT_POSITIVE)
          : new Scale.Inverse(Moments.least(values));
    }
  }

  /**
   * Between two fixed posts, the same in every period: {@code from + (x − zero) / (full − zero) ·
   * (to − from)}. UNDP, Human Development Report, technical note 1.
   *
   * @param zero value that scores {@code from}, in the indicator's unit
   * @param full value that scores {@code to}; below {@code zero} where less is better
   * @param truncated whether values beyond a post count as the post
   */
  record Goalposts(double zero, double full, double from, double to, boolean truncated)
      implements Normalisation {
    public Goalposts {
      Refusals.outside("zero", zero, -Double.MAX_VALUE, Double.MAX_VALUE);
      Refusals.outside("full", full, -Double.MAX_VALUE, Double.MAX_VALUE);
      Refusals.same("posts", zero, full);
      range(from, to);
    }

    @Override
    public String name() {
      return "goalposts";
    }

    /** Refuses posts that run against the direction, rather than turning either round. */
    void against(Direction direction, String indicator) {
      if ((full > zero) != (direction == Direction.HIGHER)) {
        throw new InvalidValueException(
            Bilingual.of(
                "指标“%s”：full（%s）应%s zero（%s）",
                "indicator '%s': full (%s) must lie %s zero (%s)",
                indicator,
                Refusals.plain(full),
                direction == Direction.HIGHER
                    ? new Bilingual("高于", "above")
                    : new Bilingual("低于", "below"),
                Refusals.plain(zero)));
      }
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      return truncated
          ? new Scale.Line(zero, full, from, to, from, to)
          : line(zero, full, from, to);
    }

    @Override
    public Normalisation under(Transform transform) {
      return new Goalposts(
          fixed("zero", zero, transform), fixed("full", full, transform), from, to, truncated);
    }
  }

  /**
   * Another method stretched onto a scale whose full marks the best possible score of that method
   * has: 1 of shares and distances, the number of values of ranks, one less of Borda's.
   *
   * @param inner the method
   * @param full the score of its best
   */
  record OnScale(Normalisation inner, double full) implements Normalisation {
    public OnScale {
      Refusals.outside("full", full, 1e-6, LIMIT);
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      Scale scale = inner.fit(reference, direction, constant);
      return scale instanceof Scale.Nothing
          ? scale
          : new Scale.Stretched(scale, full, top(reference.count()));
    }

    private double top(int values) {
      if (inner instanceof Places places && places.count() != Count.PERCENTILE) {
        return Math.max(1, places.count() == Count.RANK ? values : values - 1);
      }
      return 1;
    }

    @Override
    public Normalisation under(Transform transform) {
      return new OnScale(inner.under(transform), full);
    }
  }

  /**
   * A yardstick that was laid on already, treatment and transform included: it stays as it is,
   * whatever values it is laid on again.
   */
  record Laid(Yardstick yardstick) implements Normalisation {
    @Override
    public String name() {
      return yardstick.rule().normalisation().name();
    }

    @Override
    public Scale fit(Column reference, Direction direction, WhenConstant constant) {
      return yardstick.scale();
    }
  }

  /** Beyond this a score would lose its ten decimals. */
  double LIMIT = 10_000;

  private static void range(double from, double to) {
    Refusals.outside("from", from, -LIMIT, LIMIT);
    Refusals.outside("to", to, -LIMIT, LIMIT);
    if (from >= to) {
      throw new InvalidValueException(
          Bilingual.of(
              "分值范围：from（%s）应小于 to（%s）",
              "range of scores: from (%s) must lie below to (%s)",
              Refusals.plain(from),
              Refusals.plain(to)));
    }
  }

  private static Scale line(double zero, double full, double from, double to) {
    return new Scale.Line(zero, full, from, to, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private static Scale distance(
      double[] values, double target, Direction direction, boolean capped) {
    double worst = direction.worst(values);
    return direction.worse(worst, target)
        ? new Scale.Line(
            worst, target, 0, 1, Double.NEGATIVE_INFINITY, capped ? 1 : Double.POSITIVE_INFINITY)
        : new Scale.Nothing(Scale.Flaw.TARGET_NOT_BETTER);
  }

  private static boolean constant(double[] values) {
    return Moments.least(values) == Moments.most(values);
  }

  private static Scale flat(double[] values, WhenConstant constant, double middle) {
    if (values.length == 0) {
      return new Scale.Nothing(Scale.Flaw.NO_VALUES);
    }
    return constant == WhenConstant.MIDDLE
        ? new Scale.Flat(Scale.Flaw.CONSTANT, middle)
        : new Scale.Nothing(Scale.Flaw.CONSTANT);
  }

  private static double fixed(String field, double value, Transform transform) {
    OptionalDouble transformed = transform.of(value);
    if (transformed.isEmpty()) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s：%s 不能作 %s 变换",
              "%s: %s cannot be transformed by %s",
              field,
              Refusals.plain(value),
              transform.name()));
    }
    return transformed.getAsDouble();
  }

  private static void reverse(double[] values) {
    for (int i = 0; i < values.length / 2; i++) {
      double kept = values[i];
      values[i] = values[values.length - 1 - i];
      values[values.length - 1 - i] = kept;
    }
  }
}
