package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.store.ParquetFile;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The star schema as Parquet: a file a table, and {@code tables.json}, which says what tables and
 * columns mean. That file is written last: a folder without it is not finished.
 */
public final class ParquetStar implements StarSink {
  /** What describes the tables. */
  public static final String DESCRIPTION = "tables.json";

  /** Where files are until all are there. */
  private static final String UNFINISHED = ".unfinished";

  private static final int MODEL = 1;

  /** A table as it is described. */
  record Described(
      String name,
      String file,
      String sha256,
      long rows,
      Bilingual meaning,
      List<DescribedColumn> columns) {}

  /** A column as it is described; {@code refers} is null for none. */
  record DescribedColumn(
      String name, String type, boolean key, boolean required, String refers, Bilingual meaning) {}

  private record Description(int model, List<Described> tables) {}

  private final Storage storage;
  private final Map<StarTable<?>, ParquetFile> files = new LinkedHashMap<>();
  private final Map<StarTable<?>, Long> rows = new LinkedHashMap<>();

  /** Begins all tables in a folder. */
  public ParquetStar(Storage storage) throws IOException {
    this.storage = storage;
    storage.delete(UNFINISHED);
    for (StarTable<?> table : Star.TABLES) {
      List<ParquetFile.Column> columns =
          table.columns().stream()
              .map(one -> new ParquetFile.Column(one.name(), one.kind(), one.required()))
              .toList();
      files.put(table, ParquetFile.create(storage, unfinished(table), table.name(), columns));
      rows.put(table, 0L);
    }
  }

  @Override
  public void row(StarTable<?> table, List<Object> row) throws IOException {
    files.get(table).add(row);
    rows.merge(table, 1L, Long::sum);
  }

  @Override
  public void finish() throws IOException {
    closeFiles();
    storage.delete(DESCRIPTION);
    List<Described> tables = new ArrayList<>();
    for (StarTable<?> table : Star.TABLES) {
      try (InputStream from = storage.open(unfinished(table));
          OutputStream to = storage.create(file(table))) {
        from.transferTo(to);
      }
      tables.add(
          new Described(
              table.name(),
              file(table),
              storage.sha256(file(table)),
              rows.get(table),
              table.meaning(),
              table.columns().stream().map(ParquetStar::described).toList()));
    }
    storage.write(DESCRIPTION, EvaluationJson.write(new Description(MODEL, tables)));
  }

  private static DescribedColumn described(StarColumn column) {
    return new DescribedColumn(
        column.name(),
        type(column.kind()),
        column.key(),
        column.required(),
        column.refers().isEmpty() ? null : column.refers(),
        column.meaning());
  }

  private static String type(ParquetFile.Kind kind) {
    return kind == ParquetFile.Kind.NUMBER
        ? "decimal(38," + ParquetFile.DECIMALS + ")"
        : kind.name().toLowerCase(Locale.ROOT);
  }

  private static String file(StarTable<?> table) {
    return table.name() + ".parquet";
  }

  private static String unfinished(StarTable<?> table) {
    return UNFINISHED + "/" + file(table);
  }

  private void closeFiles() throws IOException {
    for (ParquetFile file : files.values()) {
      file.close();
    }
    files.clear();
  }

  @Override
  public void close() throws IOException {
    try {
      closeFiles();
    } finally {
      storage.delete(UNFINISHED);
    }
  }
}
