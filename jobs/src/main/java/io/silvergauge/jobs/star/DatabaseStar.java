package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The star schema in PostgreSQL. Rows go to temporary tables first; then one transaction removes
 * what there was of the same evaluations and puts the new rows in. Until it is through, and where
 * it fails, everybody else reads the old ones.
 */
public final class DatabaseStar implements StarSink {
  /** Class of SQL states of a connection that is lost. */
  private static final String LOST = "08";

  private static final int BATCH = 1000;

  private final Database database;
  private final StarSql sql;
  private final Connection connection;
  private final Map<StarTable<?>, PreparedStatement> stages = new LinkedHashMap<>();
  private final Map<StarTable<?>, Integer> waiting = new LinkedHashMap<>();

  /**
   * Connects, and makes the temporary tables.
   *
   * @throws RunFailure if the database cannot be reached, or refuses
   */
  public DatabaseStar(Database database) {
    this.database = database;
    this.sql = new StarSql(database.schema());
    this.connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      for (StarTable<?> table : Star.TABLES) {
        statement.execute(sql.stage(table));
        stages.put(table, connection.prepareStatement(sql.intoStage(table)));
        waiting.put(table, 0);
      }
      connection.commit();
    } catch (SQLException e) {
      shut();
      throw refused(e);
    }
  }

  @Override
  public void row(StarTable<?> table, List<Object> row) {
    try {
      PreparedStatement stage = stages.get(table);
      for (int i = 0; i < row.size(); i++) {
        stage.setObject(i + 1, row.get(i));
      }
      stage.addBatch();
      if (waiting.merge(table, 1, Integer::sum) == BATCH) {
        send(table);
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void send(StarTable<?> table) throws SQLException {
    stages.get(table).executeBatch();
    connection.commit();
    waiting.put(table, 0);
  }

  @Override
  public void finish() {
    try (Statement statement = connection.createStatement()) {
      for (StarTable<?> table : Star.TABLES) {
        send(table);
      }
      // One export of a schema at a time; freed by the end of the transaction.
      try (PreparedStatement lock =
          connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
        lock.setString(1, "silvergauge " + database.schema());
        lock.execute();
      }
      prepare(statement);
      for (int i = Star.TABLES.size() - 1; i >= 0; i--) {
        StarTable<?> table = Star.TABLES.get(i);
        if (!table.isShared()) {
          statement.execute(sql.remove(table));
        }
      }
      for (StarTable<?> table : Star.TABLES) {
        statement.execute(sql.take(table));
      }
    } catch (SQLException e) {
      throw refused(e);
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw String.valueOf(e.getSQLState()).startsWith(LOST)
          ? database.refused(
              "提交时连接中断，不知道数据是否已替换；请重新导出：%s",
              "the connection was lost while the rows were committed; it is not known whether they"
                  + " were replaced: export again: %s",
              e)
          : refused(e);
    }
  }

  /** Makes the tables where there are none; where there are some, they must be those of now. */
  private void prepare(Statement statement) throws SQLException {
    int missing = 0;
    for (StarTable<?> table : Star.TABLES) {
      List<String> there = columns(table);
      missing += there.isEmpty() ? 1 : 0;
      if (!there.isEmpty() && !there.equals(StarSql.columnsWanted(table))) {
        throw new RunFailure(
            ExitCode.ENVIRONMENT,
            Bilingual.of(
                "数据库模式 %s 中的表 %s 属于另一版本；请换用新的模式名，或删除该模式后重新导出",
                "the table %2$s in schema %1$s is of another version; name a new schema, or drop"
                    + " this one and export again",
                database.schema(),
                table.name()));
      }
    }
    if (missing > 0) {
      if (!hasSchema()) {
        statement.execute(sql.createSchema());
      }
      for (String make : sql.create()) {
        statement.execute(make);
      }
    }
  }

  /** Asked first: who may not make schemas may not even say "if not exists". */
  private boolean hasSchema() throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
      ask.setString(1, database.schema());
      try (ResultSet found = ask.executeQuery()) {
        return found.next();
      }
    }
  }

  private List<String> columns(StarTable<?> table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement ask = connection.prepareStatement(sql.columnsThere())) {
      ask.setString(1, database.schema());
      ask.setString(2, table.name());
      try (ResultSet found = ask.executeQuery()) {
        while (found.next()) {
          columns.add(found.getString(1));
        }
      }
    }
    return columns;
  }

  private RunFailure refused(SQLException why) {
    SQLException first = why.getNextException() == null ? why : why.getNextException();
    return database.refused(
        "数据库拒绝写入，原有数据未变：%s", "the database refused, and what was there is unchanged: %s", first);
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  /** Whatever was not committed is rolled back by it, and temporary tables go. */
  private void shut() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(e);
    }
  }
}
