package io.silvergauge.indicators.composite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The values of one indicator over the units, in their order; a unit may have none. */
public final class Column implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] cells; // not a number where there is none; never handed out

  private Column(double[] cells) {
    this.cells = cells;
  }

  /**
   * A column in which every unit has a value.
   *
   * @throws IllegalArgumentException if a value is not finite: what is missing is said, not encoded
   */
  public static Column of(double... values) {
    return of(Arrays.stream(values).mapToObj(OptionalDouble::of).toList());
  }

  /**
   * A column with gaps.
   *
   * @throws IllegalArgumentException if a value is not finite
   */
  public static Column of(List<OptionalDouble> values) {
    double[] cells = new double[values.size()];
    for (int i = 0; i < cells.length; i++) {
      OptionalDouble value = values.get(i);
      if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
        throw new IllegalArgumentException(
            "Unit %s: a value must be a finite number, but was %s"
                .formatted(i, value.getAsDouble()));
      }
      cells[i] = value.orElse(Double.NaN);
    }
    return new Column(cells);
  }

  /** A column of cells that are not numbers where there is none; the array is not copied. */
  static Column masked(double[] cells) {
    return new Column(cells);
  }

  /** The columns one after another, for posts that hold over all periods. */
  public static Column joined(List<Column> columns) {
    return new Column(
        columns.stream().flatMapToDouble(column -> Arrays.stream(column.cells)).toArray());
  }

  /** The values of the first units. */
  public Column first(int units) {
    return new Column(Arrays.copyOf(cells, units));
  }

  /** How many units there are, with a value or not. */
  public int size() {
    return cells.length;
  }

  /** Whether a unit has a value. */
  public boolean has(int unit) {
    return !Double.isNaN(cells[unit]);
  }

  /**
   * The value of a unit that has one.
   *
   * @throws NoSuchElementException if it has none
   */
  public double at(int unit) {
    if (Double.isNaN(cells[unit])) {
      throw new NoSuchElementException("Unit " + unit + " has no value");
    }
    return cells[unit];
  }

  /** The value of a unit, if it has one. */
  public OptionalDouble find(int unit) {
    return has(unit) ? OptionalDouble.of(cells[unit]) : OptionalDouble.empty();
  }

  /** The values that are there, in the order of the units. */
  public double[] present() {
    return Arrays.stream(cells).filter(cell -> !Double.isNaN(cell)).toArray();
  }

  /** How many units have a value. */
  public int count() {
    int count = 0;
    for (double cell : cells) {
      count += Double.isNaN(cell) ? 0 : 1;
    }
    return count;
  }

  /** Each value replaced; what {@code to} makes no finite number of becomes a gap. */
  Column map(DoubleUnaryOperator to) {
    double[] mapped = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      double value = Double.isNaN(cells[i]) ? Double.NaN : to.applyAsDouble(cells[i]);
      mapped[i] = Double.isFinite(value) ? value : Double.NaN;
    }
    return new Column(mapped);
  }

  /** One unit's value replaced; not a number for none. */
  Column with(int unit, double value) {
    double[] changed = cells.clone();
    changed[unit] = value;
    return new Column(changed);
  }

  /** The cells themselves, not a number where there is none: for loops of this package only. */
  double[] cells() {
    return cells;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column column && Arrays.equals(cells, column.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ", ").append(has(i) ? Double.toString(cells[i]) : "-");
    }
    return text.append(']').toString();
  }
}
