package io.silvergauge.jobs.star;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Exported Parquet files, read with DuckDB. */
public final class DuckTables implements AutoCloseable {
  private final Connection connection;

  /** A view a table over the files in a folder. */
  public DuckTables(Path folder) {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("set TimeZone = 'UTC'");
        for (StarTable<?> table : Star.TABLES) {
          statement.execute(
              "create view %s as select * from read_parquet('%s')"
                  .formatted(table.name(), folder.resolve(table.name() + ".parquet")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, cells joined by {@code |}, nothing for null. */
  public List<String> rows(String query) {
    return rows(connection, query);
  }

  static List<String> rows(Connection connection, String query) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          Object cell = result.getObject(i);
          cells.add(
              cell == null
                  ? ""
                  : cell instanceof java.math.BigDecimal number
                      ? number.stripTrailingZeros().toPlainString()
                      : cell.toString());
        }
        rows.add(String.join("|", cells));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
