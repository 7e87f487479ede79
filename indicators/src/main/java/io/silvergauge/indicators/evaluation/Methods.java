package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;

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

  static Transform transform(String name) {
    return switch (name) {
      case "none" -> new Transform.None();
      case "ln" -> new Transform.Ln();
      default -> throw unknown(new Bilingual("变换", "transform"), name);
    };
  }

  private static InvalidValueException unknown(Bilingual what, String name) {
    return new InvalidValueException(
        Bilingual.of("本版本没有%s“%s”", "this version knows no %s '%s'", what, name));
  }
}
