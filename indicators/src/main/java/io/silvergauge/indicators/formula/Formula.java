package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A figure worked out of statistics. The language is closed: nothing in it can read a file, call
 * code or run for long.
 */
public sealed interface Formula extends Serializable {
  /**
   * The formula a text writes.
   *
   * @throws FormulaException naming the position at fault
   */
  static Formula parse(String text) {
    return new FormulaParser(text).parse();
  }

  /**
   * The value, exactly.
   *
   * @param inputs the value of each statistic in {@link #inputs}
   * @return empty where something is divided by zero
   */
  Optional<Fraction> evaluate(Function<String, Fraction> inputs);

  /** The statistics it names, sorted. */
  default Set<String> inputs() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  /** Adds the statistics it names. */
  void collect(Set<String> names);

  /**
   * A number as written.
   *
   * @param value its exact value
   */
  record Constant(Fraction value) implements Formula {
    @Override
    public Optional<Fraction> evaluate(Function<String, Fraction> inputs) {
      return Optional.of(value);
    }

    @Override
    public void collect(Set<String> names) {}

    @Override
    public String toString() {
      return value.printed().toPlainString();
    }
  }

  /**
   * A statistic, rolled up over a region's leaves.
   *
   * @param name the statistic's id
   */
  record Input(String name) implements Formula {
    @Override
    public Optional<Fraction> evaluate(Function<String, Fraction> inputs) {
      return Optional.of(
          Objects.requireNonNull(inputs.apply(name), () -> "No value for '" + name + "'"));
    }

    @Override
    public void collect(Set<String> names) {
      names.add(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Two figures joined by an operation.
   *
   * @param operation what is done
   * @param left first figure
   * @param right second figure
   */
  record Binary(Operation operation, Formula left, Formula right) implements Formula {
    @Override
    public Optional<Fraction> evaluate(Function<String, Fraction> inputs) {
      Optional<Fraction> first = left.evaluate(inputs);
      Optional<Fraction> second = right.evaluate(inputs);
      if (first.isEmpty() || second.isEmpty()) {
        return Optional.empty();
      }
      return operation.apply(first.get(), second.get());
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String toString() {
      return "(" + left + " " + operation.symbol() + " " + right + ")";
    }
  }

  /**
   * The least or the greatest of several figures.
   *
   * @param greatest whether the greatest is taken
   * @param of at least one figure
   */
  record Extreme(boolean greatest, List<Formula> of) implements Formula {
    public Extreme {
      of = List.copyOf(of);
    }

    @Override
    public Optional<Fraction> evaluate(Function<String, Fraction> inputs) {
      Fraction best = null;
      for (Formula formula : of) {
        Optional<Fraction> value = formula.evaluate(inputs);
        if (value.isEmpty()) {
          return value;
        }
        int order = best == null ? 0 : value.get().compareTo(best);
        if (best == null || (greatest ? order > 0 : order < 0)) {
          best = value.get();
        }
      }
      return Optional.ofNullable(best);
    }

    @Override
    public void collect(Set<String> names) {
      of.forEach(formula -> formula.collect(names));
    }

    @Override
    public String toString() {
      String list = of.toString();
      return (greatest ? "max(" : "min(") + list.substring(1, list.length() - 1) + ")";
    }
  }
}
