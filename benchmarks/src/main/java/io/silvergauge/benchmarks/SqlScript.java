package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs a script in DuckDB, in memory: {@code SqlScript FILE name=value...}. */
public final class SqlScript {
  private SqlScript() {}

  /** See the class. */
  public static void main(String[] args) throws IOException, SQLException {
    String script = Files.readString(Path.of(args[0]));
    for (int i = 1; i < args.length; i++) {
      String[] value = args[i].split("=", 2);
      script = script.replace("${" + value[0] + "}", value[1]);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String one : script.split(";\\s*\n")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }
}
