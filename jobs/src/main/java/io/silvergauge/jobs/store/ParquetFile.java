package io.silvergauge.jobs.store;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A table of plain values in one ordinary Parquet file, written row by row. The same rows give the
 * same bytes.
 */
public final class ParquetFile implements Closeable {
  /** What a column holds, and how it is stored. */
  public enum Kind {
    /** UTF-8; a {@link String}. */
    TEXT("binary %s (UTF8)"),
    /** A whole number; a {@link Long}. */
    WHOLE("int64 %s"),
    /** DECIMAL(38,12); a {@link BigDecimal}. */
    NUMBER("fixed_len_byte_array(16) %s (DECIMAL(38,12))"),
    /** A day; a {@link LocalDate}. */
    DATE("int32 %s (DATE)"),
    /** A {@link Boolean}. */
    FLAG("boolean %s");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** Decimals of a {@link Kind#NUMBER}. */
  public static final int DECIMALS = 12;

  /**
   * A column.
   *
   * @param name lower-case letters, digits and {@code _}
   * @param kind what it holds
   * @param required whether every row has a value
   */
  public record Column(String name, Kind kind, boolean required) {
    String declared() {
      return (required ? "required " : "optional ")
          + String.format(Locale.ROOT, kind.type, name)
          + ";";
    }
  }

  private final List<Column> columns;
  private final ParquetTable.Out out;

  private ParquetFile(List<Column> columns, ParquetTable.Out out) {
    this.columns = columns;
    this.out = out;
  }

  /**
   * Begins a file. It must not be there yet; it is whole when it is closed.
   *
   * @param table name of the table
   */
  public static ParquetFile create(Storage storage, String path, String table, List<Column> columns)
      throws IOException {
    String schema =
        columns.stream()
            .map(Column::declared)
            .collect(Collectors.joining(" ", "message " + table + " { ", " }"));
    return new ParquetFile(
        List.copyOf(columns),
        new ParquetTable.Out(
            storage.parquetOutput(path), MessageTypeParser.parseMessageType(schema)));
  }

  /** Adds a row: a value a column, null where there is none. */
  public void add(List<Object> row) throws IOException {
    out.write(
        to -> {
          for (int i = 0; i < columns.size(); i++) {
            write(columns.get(i), row.get(i), to);
          }
        });
  }

  private static void write(Column column, Object value, ParquetRow to) {
    if (value == null) {
      to.absent();
      return;
    }
    switch (column.kind()) {
      case TEXT -> to.text(column.name(), (String) value);
      case WHOLE -> to.large(column.name(), (Long) value);
      case NUMBER -> to.wideDecimal(column.name(), (BigDecimal) value, DECIMALS);
      case DATE -> to.date(column.name(), (LocalDate) value);
      case FLAG -> to.flag(column.name(), (Boolean) value);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
