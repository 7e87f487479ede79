package io.silvergauge.indicators.register;

import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.FieldValues;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One thing of a register as a file says it.
 *
 * @param register the register's id
 * @param region code of the region in which it lies
 * @param period period for which the register was sent
 * @param id what tells it from others; empty for a record that was refused, or whose place is not
 *     known: something is there, and it is not known what
 * @param values its fields as plain texts: numbers like {@code 12.5} in the field's own unit, days
 *     like {@code 2023-12-31}, yes and no as {@code 1} and {@code 0}; what it does not say is not
 *     there
 * @param origin where it stands
 */
public record RegisterRecord(
    String register,
    String region,
    Period period,
    String id,
    Map<String, String> values,
    Origin origin)
    implements Serializable {
  public RegisterRecord {
    values = FieldTexts.of(values);
  }

  /** Whether it is known what it is; of a record that was refused only that it is there. */
  public boolean isTold() {
    return !id.isEmpty();
  }

  /** That there is a record, and nothing of what it says. */
  public RegisterRecord silent() {
    return new RegisterRecord(register, region, period, "", Map.of(), origin);
  }

  /** What it says, as conditions see it in the period for which it was sent. */
  public FieldValues in(Register definition) {
    return new FieldValues() {
      @Override
      public Optional<Fraction> number(String field) {
        return switch (field) {
          case Register.PERIOD_START -> Optional.of(days(period.firstDay()));
          case Register.PERIOD_END -> Optional.of(days(period.lastDay()));
          default -> {
            Field known = definition.fields().get(field);
            yield known == null ? Optional.empty() : figure(known.type(), values.get(field));
          }
        };
      }

      @Override
      public Optional<String> text(String field) {
        Field known = definition.fields().get(field);
        return known == null || known.type() != FieldType.TEXT
            ? Optional.empty()
            : Optional.ofNullable(values.get(field));
      }
    };
  }

  private static Optional<Fraction> figure(FieldType type, String value) {
    if (value == null || type == FieldType.TEXT) {
      return Optional.empty();
    }
    return Optional.of(
        type == FieldType.DATE ? days(LocalDate.parse(value)) : Fraction.of(new BigDecimal(value)));
  }

  private static Fraction days(LocalDate day) {
    return Fraction.of(BigDecimal.valueOf(day.toEpochDay()));
  }
}
