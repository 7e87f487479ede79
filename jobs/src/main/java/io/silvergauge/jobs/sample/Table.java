package io.silvergauge.jobs.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A file in the making: titles, header and rows, which {@link PlantedMistakes} may spoil. */
final class Table {
  private final List<String> titles;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean empty;

  Table(List<String> titles, List<Column> columns) {
    this.titles = List.copyOf(titles);
    this.columns = new ArrayList<>(columns);
  }

  /** The rows as they stand, totals among them. */
  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** Leaves the rows of one region only, as in a correction that is sent by itself. */
  void keepOnly(String region) {
    rows.removeIf(row -> !row.get(0).equals(region));
  }

  int size() {
    return rows.size();
  }

  void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row of %s cells in a table of %s columns: %s"
              .formatted(cells.size(), columns.size(), cells));
    }
    rows.add(new ArrayList<>(cells));
  }

  /** Adds the sums of the rows from this one on, as the tables end with. */
  void addTotal(String name, int from) {
    List<List<String>> summed = rows.subList(from, rows.size());
    List<String> total = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      total.add(totalCell(name, column, summed));
    }
    rows.add(total);
  }

  private String totalCell(String name, int column, List<List<String>> summed) {
    return switch (columns.get(column).key()) {
      case "code", "date" -> "";
      case "name" -> name;
      case "period" -> summed.get(0).get(column);
      default -> sum(summed.stream().map(row -> row.get(column)).toList());
    };
  }

  private static String sum(List<String> cells) {
    return cells.stream()
        .filter(cell -> cell.matches("[0-9.]+"))
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }

  /** The first row of a region that has the word in one of its cells, or any row for no word. */
  List<String> row(String region, String word) {
    return rows.stream()
        .filter(row -> row.get(0).equals(region) && (word.isEmpty() || row.contains(word)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No row of " + region + " " + word));
  }

  String get(String region, String word, String key) {
    return row(region, word).get(index(key));
  }

  void set(String region, String word, String key, String cell) {
    row(region, word).set(index(key), cell);
  }

  /** Repeats a region's first row below itself, with another value in one column. */
  void repeat(String region, String key, String cell) {
    List<String> row = row(region, "");
    List<String> copy = new ArrayList<>(row);
    copy.set(index(key), cell);
    rows.add(rows.indexOf(row) + 1, copy);
  }

  void drop(String key) {
    int index = index(key);
    columns.remove(index);
    rows.forEach(row -> row.remove(index));
  }

  /** Leaves a file of no bytes. */
  void clear() {
    empty = true;
  }

  private int index(String key) {
    List<String> keys = columns.stream().map(Column::key).toList();
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("No column '%s'; there are %s".formatted(key, keys));
    }
    return keys.indexOf(key);
  }

  byte[] bytes(ProvinceHabits habits) {
    if (empty) {
      return new byte[0];
    }
    List<String> lines = new ArrayList<>(titles);
    lines.add(Csv.line(columns.stream().map(habits::header).toList()));
    rows.forEach(row -> lines.add(Csv.line(row)));
    return habits.encode(
        lines.stream().map(line -> line + habits.lineEnd()).collect(Collectors.joining()));
  }
}
