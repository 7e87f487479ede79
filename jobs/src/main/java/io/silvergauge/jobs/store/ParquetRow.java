package io.silvergauge.jobs.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Takes a row's values in the order of the schema. */
final class ParquetRow {
  /** Decimals of every stored number. */
  static final int SCALE = 6;

  private static final int WIDE_BYTES = 16;

  private final ColumnBuffer[] columns;
  private final String[] names;
  private int field;
  private int group;

  ParquetRow(List<String> names, List<ColumnBuffer> columns) {
    this.names = names.toArray(String[]::new);
    this.columns = columns.toArray(ColumnBuffer[]::new);
  }

  /** Begins the next row. */
  ParquetRow begin() {
    field = 0;
    return this;
  }

  ParquetRow text(String name, String value) {
    next(name).text(value);
    return this;
  }

  /** A text of some that repeat: each is looked up once a row group. */
  ParquetRow text(String name, Texts texts, int number) {
    ColumnBuffer column = next(name);
    texts.write(column, group, number);
    return this;
  }

  /** The texts of one column that are known by a number. */
  static final class Texts {
    private static final int UNKNOWN = -1;

    private final IntFunction<String> texts;
    private final int[] places;
    private int of = UNKNOWN;

    /**
     * Some texts.
     *
     * @param count how many there are
     * @param texts each, by its number from 0
     */
    Texts(int count, IntFunction<String> texts) {
      this.texts = texts;
      this.places = new int[count];
    }

    private void write(ColumnBuffer column, int group, int number) {
      if (of != group) {
        Arrays.fill(places, UNKNOWN);
        of = group;
      }
      if (places[number] == UNKNOWN) {
        places[number] = column.place(texts.apply(number));
      }
      column.whole(places[number]);
    }
  }

  /** Begins the next row group, whose columns know no text yet. */
  void beginGroup() {
    group++;
  }

  ParquetRow whole(String name, int value) {
    next(name).whole(value);
    return this;
  }

  ParquetRow large(String name, long value) {
    next(name).whole(value);
    return this;
  }

  ParquetRow date(String name, LocalDate value) {
    return whole(name, Math.toIntExact(value.toEpochDay()));
  }

  /** DECIMAL(18,6). */
  ParquetRow decimal(String name, BigDecimal value) {
    return large(name, value.setScale(SCALE).unscaledValue().longValueExact());
  }

  /** Nothing in an optional column. */
  ParquetRow absent() {
    columns[field++].nothing();
    return this;
  }

  ParquetRow flag(String name, boolean value) {
    next(name).whole(value ? 1 : 0);
    return this;
  }

  /** DECIMAL(38,6), sixteen bytes, highest first. */
  ParquetRow wideDecimal(String name, BigDecimal value) {
    return wideDecimal(name, value, SCALE);
  }

  /**
   * DECIMAL(38, scale), sixteen bytes, highest first.
   *
   * @throws ArithmeticException if the value has more decimals
   */
  ParquetRow wideDecimal(String name, BigDecimal value, int scale) {
    byte[] digits = value.setScale(scale).unscaledValue().toByteArray();
    byte[] wide = new byte[WIDE_BYTES];
    Arrays.fill(wide, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, wide, WIDE_BYTES - digits.length, digits.length);
    next(name).fixed(wide);
    return this;
  }

  private ColumnBuffer next(String name) {
    if (!names[field].equals(name)) {
      throw new IllegalStateException(
          "Column " + names[field] + " comes before " + name + " in the schema");
    }
    return columns[field++];
  }
}
