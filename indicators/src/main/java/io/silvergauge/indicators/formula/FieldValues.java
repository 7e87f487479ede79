package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.statistic.Fraction;
import java.util.Optional;

/** What a condition is held against: the fields of a record; empty where it does not say. */
public interface FieldValues {
  /** A number, the days since 1970-01-01 of a date, or 1 or 0 for yes or no. */
  Optional<Fraction> number(String field);

  /** A text. */
  Optional<String> text(String field);

  /**
   * What a formula of fields comes to; empty where one of them does not say, or it has no value.
   */
  default Optional<Fraction> figure(Formula formula) {
    if (formula instanceof Formula.Input field) { // as most are: each record is asked
      return number(field.name());
    }
    if (formula instanceof Formula.Constant constant) {
      return Optional.of(constant.value());
    }
    for (String name : formula.inputs()) {
      if (number(name).isEmpty()) {
        return Optional.empty();
      }
    }
    return formula.evaluate(name -> number(name).orElseThrow());
  }

  /** Whether a field of any type has no value. */
  default boolean missing(String field) {
    return number(field).isEmpty() && text(field).isEmpty();
  }
}
