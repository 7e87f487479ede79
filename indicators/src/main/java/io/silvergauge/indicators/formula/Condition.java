package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that a record meets or does not meet. The language is closed: comparisons, {@code in},
 * {@code and}, {@code or}, {@code not}, {@code missing(…)}; nothing in it can read a file, call
 * code or run for long.
 */
public sealed interface Condition extends Serializable {
  /**
   * The condition a text writes.
   *
   * @param fields type of each name it may use
   * @throws FormulaException naming the position at fault
   */
  static Condition parse(String text, Map<String, FieldType> fields) {
    return new ConditionParser(text, fields).parse();
  }

  /** Whether a record meets it. */
  Truth holds(FieldValues record);

  /** Adds the names it uses. */
  void collect(Set<String> names);

  /** The names it uses, sorted. */
  default Set<String> fields() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  /** How two figures are compared. */
  enum Comparison {
    /** Less. */
    LESS("<"),
    /** Less or the same. */
    AT_MOST("<="),
    /** The same. */
    EQUAL("="),
    /** Not the same. */
    UNEQUAL("!="),
    /** The same or more. */
    AT_LEAST(">="),
    /** More. */
    MORE(">");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** The sign it is written with. */
    public String sign() {
      return sign;
    }

    boolean holds(int order) {
      return switch (this) {
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case AT_LEAST -> order >= 0;
        case MORE -> order > 0;
      };
    }
  }

  /** Two figures compared, exactly; unknown where one is missing or divided by zero. */
  record Compared(Formula left, Comparison comparison, Formula right) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      Optional<Fraction> first = record.figure(left);
      Optional<Fraction> second = record.figure(right);
      return first.isEmpty() || second.isEmpty()
          ? Truth.UNKNOWN
          : Truth.of(comparison.holds(first.get().compareTo(second.get())));
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String toString() {
      return left + " " + comparison.sign() + " " + right;
    }
  }

  /** A date compared with a day. */
  record Dated(String field, Comparison comparison, LocalDate day) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      Fraction days = Fraction.of(day.toEpochDay());
      return record
          .number(field)
          .map(date -> Truth.of(comparison.holds(date.compareTo(days))))
          .orElse(Truth.UNKNOWN);
    }

    @Override
    public void collect(Set<String> names) {
      names.add(field);
    }

    @Override
    public String toString() {
      return field + " " + comparison.sign() + " '" + day + "'";
    }
  }

  /** A text that is one of several. */
  record OneOf(String field, Set<String> texts) implements Condition {
    public OneOf {
      texts = Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    }

    @Override
    public Truth holds(FieldValues record) {
      return record.text(field).map(text -> Truth.of(texts.contains(text))).orElse(Truth.UNKNOWN);
    }

    @Override
    public void collect(Set<String> names) {
      names.add(field);
    }

    @Override
    public String toString() {
      return field + " in ('" + String.join("', '", texts) + "')";
    }
  }

  /** A field that says yes. */
  record Yes(String field) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      return record.number(field).map(one -> Truth.of(one.signum() != 0)).orElse(Truth.UNKNOWN);
    }

    @Override
    public void collect(Set<String> names) {
      names.add(field);
    }

    @Override
    public String toString() {
      return field;
    }
  }

  /** A field that says nothing. */
  record Missing(String field) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      return Truth.of(record.missing(field));
    }

    @Override
    public void collect(Set<String> names) {
      names.add(field);
    }

    @Override
    public String toString() {
      return "missing(" + field + ")";
    }
  }

  /** What does not hold. */
  record Not(Condition inner) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      return inner.holds(record).not();
    }

    @Override
    public void collect(Set<String> names) {
      inner.collect(names);
    }

    @Override
    public String toString() {
      return "not (" + inner + ")";
    }
  }

  /** Two that must both hold. */
  record Both(Condition left, Condition right) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      Truth first = left.holds(record);
      return first == Truth.NO ? first : first.and(right.holds(record));
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String toString() {
      return "(" + left + " and " + right + ")";
    }
  }

  /** Two of which one must hold. */
  record Either(Condition left, Condition right) implements Condition {
    @Override
    public Truth holds(FieldValues record) {
      Truth first = left.holds(record);
      return first == Truth.YES ? first : first.or(right.holds(record));
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String toString() {
      return "(" + left + " or " + right + ")";
    }
  }
}
