package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.scheme.Steps;
import java.math.BigDecimal;
import java.util.List;

/**
 * Methods by the names that schemes and publications give them. A name that is not known, as in a
 * publication of a later version, is refused: another method in its place would be a guess.
 */
final class Methods {
  private static final String POWER = "power:";

  private Methods() {}

  private static double exponent(String name) {
    try {
      return Double.parseDouble(name.substring(POWER.length()));
    } catch (NumberFormatException e) {
      throw new InvalidValueException(
          Bilingual.of(
              "“%s”：power: 后应为指数，例如 power:-1",
              "'%s': an exponent follows power:, as in power:-1", name));
    }
  }

  /** Also {@code power:P}, the generalised mean with the exponent P, and {@code copeland}. */
  static Aggregator aggregator(String name) {
    if (name.startsWith(POWER)) {
      return new Aggregator.Power(exponent(name));
    }
    return switch (name) {
      case "arithmetic" -> new Aggregator.Arithmetic();
      case "geometric" -> new Aggregator.Geometric();
      case "harmonic" -> new Aggregator.Harmonic();
      case "minimum" -> new Aggregator.Minimum();
      case "copeland" -> new Aggregator.Copeland();
      case "mazziotta_pareto" -> new Aggregator.MazziottaPareto(true);
      default -> throw unknown(new Bilingual("汇总方法", "way of bringing together"), name);
    };
  }

  /** On the scale from 0 to {@code full}, or one that ranks alike. */
  static Normalisation normalisation(String name, double full) {
    return switch (name) {
      case "min_max" -> new Normalisation.MinMax(0, full);
      case "z_score" -> new Normalisation.ZScore(full / 2, full / 10);
      case "rank" -> new Normalisation.Places(Normalisation.Count.RANK);
      case "percentile_rank" -> new Normalisation.Places(Normalisation.Count.PERCENTILE);
      case "borda" -> new Normalisation.Places(Normalisation.Count.BORDA);
      case "fraction_of_best" -> new Normalisation.FractionOfBest();
      case "distance_to_best" -> new Normalisation.DistanceToBest();
      default -> throw unknown(new Bilingual("标准化方法", "normalisation"), name);
    };
  }

  /**
   * A transform.
   *
   * @param lambda exponent of {@code box_cox}; null where it is to be estimated
   */
  static Transform transform(String name, BigDecimal lambda) {
    return switch (name) {
      case "none" -> new Transform.None();
      case "ln" -> new Transform.Ln();
      case "sqrt" -> new Transform.SquareRoot();
      case "box_cox" ->
          lambda == null
              ? new Transform.FittedBoxCox()
              : new Transform.BoxCox(lambda.doubleValue());
      default -> throw unknown(new Bilingual("变换", "transform"), name);
    };
  }

  /**
   * The relative yardstick of an indicator, on the scale from 0 to {@code full}.
   *
   * @param cities codes in the order of the columns it is laid on, for a city of reference
   */
  static Yardstick.Rule relative(
      SchemeView.IndicatorView indicator, double full, List<String> cities) {
    Relative relative = indicator.relative().orElseThrow();
    Steps.Treating treating = indicator.steps().treatment();
    return new Yardstick.Rule(
        indicator.id(),
        indicator.better().equals("higher") ? Direction.HIGHER : Direction.LOWER,
        treating == null
            ? List.of()
            : List.of(
                new Treatment(treating.skewness(), treating.kurtosis(), treating.mostPoints())),
        transform(relative.transform(), relative.lambda()),
        normalisation(relative, full, cities),
        relative.constant().equals("middle") ? WhenConstant.MIDDLE : WhenConstant.ABSENT);
  }

  private static Normalisation normalisation(Relative relative, double full, List<String> cities) {
    return switch (relative.method()) {
      case "min_max" ->
          new Normalisation.MinMax(relative.from().doubleValue(), relative.to().doubleValue());
      case "z_score" ->
          new Normalisation.ZScore(
              relative.mean().doubleValue(), relative.deviation().doubleValue());
      case Relative.TO_TARGET ->
          new Normalisation.OnScale(
              new Normalisation.DistanceToTarget(
                  relative.target().doubleValue(), relative.capped()),
              full);
      case Relative.TO_REGION ->
          new Normalisation.OnScale(
              new Normalisation.DistanceToUnit(
                  cities.indexOf(relative.region()), relative.capped()),
              full);
      default -> new Normalisation.OnScale(normalisation(relative.method(), full), full);
    };
  }

  /** How gaps are filled. */
  static Imputation imputation(Imputing imputing) {
    return switch (imputing.method()) {
      case Imputing.NONE -> new Imputation.None();
      case "group_mean" -> new Imputation.GroupMean();
      case "group_median" -> new Imputation.GroupMedian();
      case Imputing.LAST_EARLIER -> new Imputation.LastEarlier(imputing.maxAge());
      case Imputing.LINEAR -> new Imputation.Linear();
      default -> throw unknown(new Bilingual("插补方法", "imputation"), imputing.method());
    };
  }

  private static InvalidValueException unknown(Bilingual what, String name) {
    return new InvalidValueException(
        Bilingual.of("本版本没有%s“%s”", "this version knows no %s '%s'", what, name));
  }
}
