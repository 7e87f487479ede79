package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.statistic.Fraction;
import java.util.Optional;

/** What a condition is held against: the fields of a record; empty where it does not say. */
public interface FieldValues {
  /** A number, the days since 1970-01-01 of a date, or 1 or 0 for yes or no. */
  Optional<Fraction> number(String field);

  /** A text. */
  Optional<String> text(String field);

  /** Whether a field of any type has no value. */
  default boolean missing(String field) {
    return number(field).isEmpty() && text(field).isEmpty();
  }
}
