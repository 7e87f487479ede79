package io.silvergauge.jobs.star;

import io.silvergauge.jobs.store.ParquetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The star schema in PostgreSQL's words. Names come from {@link Star#TABLES} and a checked schema;
 * no value of any data is ever part of a statement.
 */
final class StarSql {
  private final String schema;

  StarSql(String schema) {
    this.schema = schema;
  }

  String createSchema() {
    return "create schema " + schema;
  }

  /** What makes the tables where they are missing, with comments in both languages. */
  List<String> create() {
    List<String> all = new ArrayList<>();
    for (StarTable<?> table : Star.TABLES) {
      all.add(table(table));
      all.add(
          "comment on table "
              + named(table)
              + " is "
              + comment(table.meaning().zh(), table.meaning().en()));
      for (StarColumn column : table.columns()) {
        all.add(
            "comment on column "
                + named(table)
                + "."
                + column.name()
                + " is "
                + comment(column.meaning().zh(), column.meaning().en()));
        if (isSearched(table, column)) {
          all.add(
              "create index if not exists %s_%s on %s (%s)"
                  .formatted(table.name(), column.name(), named(table), column.name()));
        }
      }
    }
    return all;
  }

  private String table(StarTable<?> table) {
    List<String> parts = new ArrayList<>();
    for (StarColumn column : table.columns()) {
      String refers = "";
      if (!column.refers().isEmpty()) {
        String[] target = column.refers().split("\\.", -1);
        refers = " references %s.%s (%s)".formatted(schema, target[0], target[1]);
      }
      parts.add(
          column.name()
              + " "
              + type(column.kind())
              + (column.required() ? " not null" : "")
              + refers);
    }
    parts.add("primary key (" + keys(table) + ")");
    return "create table if not exists " + named(table) + " (" + String.join(", ", parts) + ")";
  }

  /** Whether rows are looked for by a column: to join, and where what it refers to is removed. */
  private static boolean isSearched(StarTable<?> table, StarColumn column) {
    boolean ofEvaluation =
        Star.TABLES.stream()
            .anyMatch(
                target -> !target.isShared() && column.refers().startsWith(target.name() + "."));
    return ofEvaluation && !table.columns().get(0).equals(column);
  }

  /** A table of this connection alone, for the rows before they count. */
  String stage(StarTable<?> table) {
    return "create temporary table %s (%s) on commit preserve rows"
        .formatted(
            staged(table),
            table.columns().stream()
                .map(column -> column.name() + " " + type(column.kind()))
                .collect(Collectors.joining(", ")));
  }

  String intoStage(StarTable<?> table) {
    return "insert into pg_temp.%s (%s) values (%s)"
        .formatted(
            staged(table),
            columns(table),
            table.columns().stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  /** Removes what there was of the staged evaluations. */
  String remove(StarTable<?> table) {
    return "delete from %s where %s in (select %s from pg_temp.%s)"
        .formatted(
            named(table),
            StarTable.EVALUATION,
            StarTable.EVALUATION,
            staged(Dimensions.EVALUATION));
  }

  /** Makes what is staged count; in a list that evaluations share the newer names stand. */
  String take(StarTable<?> table) {
    String take =
        "insert into %s (%s) select %s from pg_temp.%s"
            .formatted(named(table), columns(table), columns(table), staged(table));
    if (!table.isShared()) {
      return take;
    }
    return take
        + " on conflict (%s) do update set %s"
            .formatted(
                keys(table),
                table.columns().stream()
                    .filter(column -> !column.key())
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(Collectors.joining(", ")));
  }

  /** The columns a table has, as {@code name type} by place. */
  String columnsThere() {
    return "select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_attribute a join"
        + " pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where"
        + " n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped order by a.attnum";
  }

  /** The columns a table should have, as {@link #columnsThere} says them. */
  static List<String> columnsWanted(StarTable<?> table) {
    return table.columns().stream()
        .map(column -> column.name() + " " + type(column.kind()))
        .toList();
  }

  private static String type(ParquetFile.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case WHOLE -> "bigint";
      case NUMBER -> "numeric(38," + ParquetFile.DECIMALS + ")";
      case DATE -> "date";
      case FLAG -> "boolean";
    };
  }

  private static String columns(StarTable<?> table) {
    return table.columns().stream().map(StarColumn::name).collect(Collectors.joining(", "));
  }

  private static String keys(StarTable<?> table) {
    return table.columns().stream()
        .filter(StarColumn::key)
        .map(StarColumn::name)
        .collect(Collectors.joining(", "));
  }

  private String named(StarTable<?> table) {
    return schema + "." + table.name();
  }

  private static String staged(StarTable<?> table) {
    return "staged_" + table.name();
  }

  private static String comment(String zh, String en) {
    return "'" + (zh + " / " + en).replace("'", "''") + "'";
  }
}
