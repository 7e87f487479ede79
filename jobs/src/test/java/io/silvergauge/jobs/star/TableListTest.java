package io.silvergauge.jobs.star;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.store.ParquetFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} says of every table and column what the program says. */
class TableListTest {
  private static final Path LIST = Repository.path("docs/tables.md");

  @Test
  void namesEveryTableAndColumn() throws IOException {
    String wanted = list();
    if (System.getProperty("silvergauge.golden", "").equals("write")) {
      Files.writeString(LIST, wanted);
    }
    assertThat(Repository.text(LIST)).isEqualTo(wanted);
  }

  @Test
  void referToTablesBeforeThem() {
    Set<String> before = new HashSet<>();
    for (StarTable<?> table : Star.TABLES) {
      table.columns().forEach(column -> before.add(table.name() + "." + column.name()));
      for (StarColumn column : table.columns()) {
        // dim_indicator and dim_node come in an order in which each finds what it refers to
        assertThat(column.refers().isEmpty() || before.contains(column.refers()))
            .as(table.name() + "." + column.name())
            .isTrue();
      }
    }
  }

  private static String list() {
    StringBuilder list =
        new StringBuilder(
            """
            # Tables that export writes · 导出的数据表

            The same in Parquet and PostgreSQL; see [export](how-to/export.md). Bold columns are the key. An arrow names the column in which
            each value stands. A column that may be empty says so by `?`. Columns `…_zh` and `…_en` are names and texts in both languages.
            Parquet 与 PostgreSQL 相同，见[导出](how-to/export.zh-CN.md)。粗体为主键；箭头指向被引用的列；类型后的 `?` 表示可以为空。
            """);
    for (StarTable<?> table : Star.TABLES) {
      list.append("\n## ").append(table.name()).append("\n\n");
      list.append(table.meaning().en()).append(" · ").append(table.meaning().zh()).append("\n\n");
      list.append("| column | type | meaning | 含义 |\n|---|---|---|---|\n");
      for (StarColumn column : table.columns()) {
        String type =
            column.kind() == Kind.NUMBER
                ? "decimal(38,12)"
                : column.kind().name().toLowerCase(Locale.ROOT);
        list.append("| ")
            .append(column.key() ? "**" + column.name() + "**" : column.name())
            .append(" | ")
            .append(type)
            .append(column.required() ? "" : "?")
            .append(column.refers().isEmpty() ? "" : " → " + column.refers())
            .append(" | ")
            .append(column.meaning().en())
            .append(" | ")
            .append(column.meaning().zh())
            .append(" |\n");
      }
    }
    return list.toString();
  }
}
