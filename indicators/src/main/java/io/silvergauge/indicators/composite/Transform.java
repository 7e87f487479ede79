package io.silvergauge.indicators.composite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is done to values before they are normalised; each keeps their order. A value outside a
 * transform's domain has no transformed value and is named, not dropped.
 */
public sealed interface Transform extends Serializable {
  /** Its name in schemes and data files. */
  String name();

  /** The transformed value; empty outside the domain. */
  OptionalDouble of(double value);

  /** The transform with whatever of it is estimated taken from these values. */
  default Transform over(Column reference) {
    return this;
  }

  /**
   * Columns transformed.
   *
   * @param column the transformed values
   * @param outside units whose value lies outside the domain
   */
  record Transformed(Column column, List<Integer> outside) implements Serializable {
    public Transformed {
      outside = List.copyOf(outside);
    }
  }

  /** All values of a column. */
  default Transformed apply(Column column) {
    List<Integer> outside = new ArrayList<>();
    for (int unit = 0; unit < column.size(); unit++) {
      if (column.has(unit) && of(column.at(unit)).isEmpty()) {
        outside.add(unit);
      }
    }
    return new Transformed(column.map(value -> of(value).orElse(Double.NaN)), outside);
  }

  /** Nothing. */
  record None() implements Transform {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public OptionalDouble of(double value) {
      return OptionalDouble.of(value);
    }
  }

  /** The natural logarithm, of values above nought. */
  record Ln() implements Transform {
    @Override
    public String name() {
      return "ln";
    }

    @Override
    public OptionalDouble of(double value) {
      return value > 0 ? OptionalDouble.of(StrictMath.log(value)) : OptionalDouble.empty();
    }
  }

  /** The square root, of values from nought. */
  record SquareRoot() implements Transform {
    @Override
    public String name() {
      return "sqrt";
    }

    @Override
    public OptionalDouble of(double value) {
      return value >= 0 ? OptionalDouble.of(Math.sqrt(value)) : OptionalDouble.empty();
    }
  }

  /**
   * {@code (x^λ − 1) / λ}, and the logarithm for λ = 0, of values above nought. Box and Cox, An
   * analysis of transformations, Journal of the Royal Statistical Society B 26 (1964). By hand: 9
   * with λ = 0.5 gives (3 − 1) / 0.5 = 4.
   *
   * @param lambda the exponent, from −5 to 5
   */
  record BoxCox(double lambda) implements Transform {
    public BoxCox {
      Refusals.outside("lambda", lambda, -5, 5);
    }

    @Override
    public String name() {
      return "box_cox";
    }

    @Override
    public OptionalDouble of(double value) {
      if (value <= 0) {
        return OptionalDouble.empty();
      }
      double ln = StrictMath.log(value);
      return OptionalDouble.of(lambda == 0 ? ln : (StrictMath.exp(lambda * ln) - 1) / lambda);
    }
  }

  /**
   * Box and Cox's transform with the exponent that makes the values most like normal ones: the
   * largest likelihood of the values it is taken from, as in section 3 of their paper; rounded to
   * four decimals, so that a printed exponent gives the printed score. Without values above nought
   * only, there is none, and no value is transformed.
   */
  record FittedBoxCox() implements Transform {
    @Override
    public String name() {
      return "box_cox";
    }

    @Override
    public Transform over(Column reference) {
      OptionalDouble lambda = BoxCoxLikelihood.lambda(reference.present());
      return lambda.isPresent() ? new BoxCox(lambda.getAsDouble()) : this;
    }

    /** None before there are values to take the exponent from. */
    @Override
    public OptionalDouble of(double value) {
      return OptionalDouble.empty();
    }
  }
}
