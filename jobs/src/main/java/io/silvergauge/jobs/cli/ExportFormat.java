package io.silvergauge.jobs.cli;

import io.silvergauge.jobs.star.Database;
import io.silvergauge.jobs.star.DatabaseStar;
import io.silvergauge.jobs.star.ParquetStar;
import io.silvergauge.jobs.star.SdmxStar;
import io.silvergauge.jobs.star.StarSink;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** For what other programs {@code export} writes tables. */
enum ExportFormat {
  /** Parquet files, a table each. */
  PARQUET,
  /** Figures and scores as SDMX-CSV, with their structure. */
  SDMX_CSV,
  /** Tables in a PostgreSQL database. */
  POSTGRESQL;

  /** Its name in options. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ExportFormat> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(ExportFormat::code).toList();
  }

  /** Whether it writes files. */
  boolean isFiles() {
    return this != POSTGRESQL;
  }

  /**
   * Where its rows go.
   *
   * @param to folder of files; of no account to a database
   * @param environment variables that name the database
   */
  StarSink sink(Path to, Map<String, String> environment) throws IOException {
    return switch (this) {
      case PARQUET -> new ParquetStar(new LocalStorage(to));
      case SDMX_CSV -> new SdmxStar(new LocalStorage(to));
      case POSTGRESQL -> new DatabaseStar(Database.of(environment));
    };
  }
}
