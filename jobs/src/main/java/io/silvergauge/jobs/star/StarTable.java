package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.jobs.store.ParquetFile;
import io.silvergauge.jobs.store.ParquetFile.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table of the star schema: its columns, what they mean, and how a row's values follow from what
 * it is about.
 *
 * @param <T> what a row is about
 */
public final class StarTable<T> {
  /** The column by which rows belong to one published evaluation. */
  public static final String EVALUATION = "evaluation";

  /** Digits before the point of a number that the columns hold. */
  private static final int WHOLE_DIGITS = 38 - ParquetFile.DECIMALS;

  private final String name;
  private final Bilingual meaning;
  private final List<StarColumn> columns = new ArrayList<>();
  private final List<Function<T, Object>> values = new ArrayList<>();

  StarTable(String name, String zh, String en) {
    this.name = name;
    this.meaning = new Bilingual(zh, en);
  }

  /** Its name, the same in every sink. */
  public String name() {
    return name;
  }

  /** What a row is. */
  public Bilingual meaning() {
    return meaning;
  }

  /** Its columns, in order. */
  public List<StarColumn> columns() {
    return List.copyOf(columns);
  }

  /** Whether its rows belong to no single evaluation: lists of codes and periods. */
  public boolean isShared() {
    return columns.stream().noneMatch(column -> column.name().equals(EVALUATION));
  }

  /** Where a column stands. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s has no column '%s'".formatted(name, column));
  }

  StarTable<T> text(String column, String zh, String en, Function<T, String> value) {
    return add(column, Kind.TEXT, zh, en, row -> filled(value.apply(row)));
  }

  StarTable<T> texts(String column, String zh, String en, Function<T, Bilingual> value) {
    text(column + "_zh", zh + "（中文）", en + ", in Chinese", row -> either(value.apply(row), true));
    return text(
        column + "_en",
        zh + "（英文；没有时同中文）",
        en + ", in English; Chinese where there is none",
        row -> either(value.apply(row), false));
  }

  StarTable<T> number(String column, String zh, String en, Function<T, BigDecimal> value) {
    return add(column, Kind.NUMBER, zh, en, row -> exact(column, value.apply(row)));
  }

  StarTable<T> whole(String column, String zh, String en, Function<T, ? extends Number> value) {
    return add(
        column,
        Kind.WHOLE,
        zh,
        en,
        row -> value.apply(row) == null ? null : value.apply(row).longValue());
  }

  StarTable<T> date(String column, String zh, String en, Function<T, String> value) {
    return add(
        column,
        Kind.DATE,
        zh,
        en,
        row -> filled(value.apply(row)) == null ? null : LocalDate.parse(value.apply(row)));
  }

  StarTable<T> flag(String column, String zh, String en, Function<T, Boolean> value) {
    return add(column, Kind.FLAG, zh, en, value::apply);
  }

  /** The last column is part of the key. */
  StarTable<T> key() {
    return change(last().asKey());
  }

  /** Every row has a value in the last column. */
  StarTable<T> always() {
    return change(last().always());
  }

  /** Each value of the last column stands in a column of another table. */
  StarTable<T> refers(String column) {
    return change(last().to(column));
  }

  private StarColumn last() {
    return columns.get(columns.size() - 1);
  }

  private StarTable<T> change(StarColumn changed) {
    columns.set(columns.size() - 1, changed);
    return this;
  }

  private StarTable<T> add(
      String column, Kind kind, String zh, String en, Function<T, Object> value) {
    columns.add(new StarColumn(column, kind, false, false, "", new Bilingual(zh, en)));
    values.add(value);
    return this;
  }

  /**
   * The values of a row, one a column: {@link String}, {@link Long}, {@link BigDecimal}, {@link
   * LocalDate}, {@link Boolean} or null.
   *
   * @throws InvalidValueException if a number does not fit DECIMAL(38,12)
   */
  List<Object> row(T about) {
    List<Object> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i).apply(about);
      if (value == null && columns.get(i).required()) {
        throw new IllegalStateException(
            "%s.%s has no value in %s".formatted(name, columns.get(i).name(), about));
      }
      row.add(value);
    }
    return row;
  }

  private BigDecimal exact(String column, BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > ParquetFile.DECIMALS || plain.precision() - plain.scale() > WHOLE_DIGITS) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s.%s：%s 超出 DECIMAL(38,12)，无法准确写出",
              "%s.%s: %s does not fit DECIMAL(38,12) and cannot be written exactly",
              name,
              column,
              value.toPlainString()));
    }
    return plain.setScale(ParquetFile.DECIMALS);
  }

  /** Nothing for a text without a letter. */
  private static String filled(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static String either(Bilingual text, boolean chinese) {
    if (text == null) {
      return null;
    }
    String wanted = chinese ? text.zh() : text.en();
    return wanted.isEmpty() ? (chinese ? text.en() : text.zh()) : wanted;
  }
}
