package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.export.CsvText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result as rows: a table for a person, CSV or JSON for a program. A cell is a text, a code, a
 * number, or null where there is nothing.
 */
final class Listing {
  /** What rows are printed as. */
  enum Shape {
    TABLE,
    CSV,
    JSON
  }

  /** A code, which programs are told, with the words that a person is told. */
  record Code(String code, Bilingual words) {}

  private static final int WIDEST = 48;

  private record Column(String key, Bilingual name, boolean left, boolean brief) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();

  /** Adds a column of texts. */
  Listing text(String key, String zh, String en) {
    columns.add(new Column(key, new Bilingual(zh, en), true, false));
    return this;
  }

  /** Adds a column of texts of which a table shows no more than a line of a terminal takes. */
  Listing brief(String key, String zh, String en) {
    columns.add(new Column(key, new Bilingual(zh, en), true, true));
    return this;
  }

  /** Adds a column of numbers. */
  Listing number(String key, String zh, String en) {
    columns.add(new Column(key, new Bilingual(zh, en), false, false));
    return this;
  }

  /** Adds a row with as many cells as there are columns. */
  void row(Object... cells) {
    List<Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%s cells for %s columns".formatted(row.size(), columns.size()));
    }
    rows.add(row);
  }

  void print(Console console, Shape shape) {
    switch (shape) {
      case TABLE -> table(console);
      case CSV -> console.print(csv().stripTrailing());
      case JSON -> console.print(json().stripTrailing());
    }
  }

  private void table(Console console) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(column -> column.name().in(console.language())).toList());
    for (List<Object> row : rows) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String said = said(row.get(i), console);
        boolean cut = columns.get(i).brief() && said.length() > WIDEST;
        line.add(cut ? said.substring(0, WIDEST - 1) + "…" : said);
      }
      lines.add(line);
    }
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).left()) {
        left.add(i);
      }
    }
    TextTable.lines(lines, left).forEach(console::print);
  }

  private static String said(Object cell, Console console) {
    if (cell instanceof Bilingual text) {
      String wanted = text.in(console.language());
      return wanted.isEmpty() ? text.zh() : wanted;
    }
    if (cell instanceof Code code) {
      return code.words().in(console.language());
    }
    return cell == null
        ? "–"
        : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }

  private String csv() {
    CsvText csv = new CsvText(columns.stream().map(Column::key).toArray(String[]::new));
    for (List<Object> row : rows) {
      csv.row(row.stream().map(Listing::plain).toArray());
    }
    return new String(csv.bytes(), StandardCharsets.UTF_8);
  }

  /** Data are in Chinese, as the names of places are. */
  private static Object plain(Object cell) {
    return cell instanceof Bilingual text
        ? text.zh()
        : cell instanceof Code code ? code.code() : cell;
  }

  private String json() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        Object cell = row.get(i);
        cells.put(columns.get(i).key(), cell instanceof Code code ? code.code() : cell);
      }
      all.add(cells);
    }
    return new String(EvaluationJson.write(all), StandardCharsets.UTF_8);
  }
}
