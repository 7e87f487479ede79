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
  /** So many digits are an {@code int}. */
  private static final int SHORT = 9;

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
            yield known == null ? Optional.empty() : said(known.type(), values.get(field));
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

      @Override
      public boolean missing(String field) {
        return switch (field) {
          case Register.PERIOD_START, Register.PERIOD_END -> false;
          default -> !definition.fields().containsKey(field) || !values.containsKey(field);
        };
      }
    };
  }

  private static Optional<Fraction> said(FieldType type, String value) {
    if (value == null || type == FieldType.TEXT) {
      return Optional.empty();
    }
    return Optional.of(type == FieldType.DATE ? days(day(value)) : number(value));
  }

  /** A number, as which most are whole and short. */
  private static Fraction number(String value) {
    int whole = value.length() <= SHORT ? digits(value, 0, value.length()) : -1;
    return whole < 0 ? Fraction.of(new BigDecimal(value)) : Fraction.of(whole);
  }

  /** A day written as 2023-12-31, of which a nation's registers have millions. */
  private static LocalDate day(String value) {
    boolean plain = value.length() == 10 && value.charAt(4) == '-' && value.charAt(7) == '-';
    int year = plain ? digits(value, 0, 4) : -1;
    int month = plain ? digits(value, 5, 7) : -1;
    int day = plain ? digits(value, 8, 10) : -1;
    return year < 0 || month < 0 || day < 0
        ? LocalDate.parse(value)
        : LocalDate.of(year, month, day);
  }

  /** The number that some digits are; -1 where there is anything else. */
  private static int digits(String text, int from, int to) {
    int number = from < to ? 0 : -1;
    for (int i = from; i < to && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }

  private static Fraction days(LocalDate day) {
    return Fraction.of(day.toEpochDay());
  }
}
