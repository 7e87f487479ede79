package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table of texts, found by key; of CSV files without quotes in the columns asked for. */
record Table(Map<String, String> cells) {
  /**
   * Reads a file.
   *
   * @param key of a row's cells by column; empty where the row is passed by
   * @param value what is compared of it
   */
  static Table read(
      Path file,
      Function<Map<String, String>, Optional<String>> key,
      Function<Map<String, String>, String> value)
      throws IOException {
    Map<String, String> cells = new TreeMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.toList();
      String[] names = all.get(0).split(",", -1);
      for (String line : all.subList(1, all.size())) {
        if (line.contains("\"")) {
          throw new IllegalStateException(file + " holds quotes: " + line);
        }
        String[] texts = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], texts[i]);
        }
        Optional<String> where = key.apply(row);
        if (where.isPresent() && cells.put(where.get(), value.apply(row)) != null) {
          throw new IllegalStateException(file + " says twice " + where.get());
        }
      }
    }
    return new Table(cells);
  }

  /** Those whose key begins with a word. */
  Table only(String word) {
    Map<String, String> found = new TreeMap<>(cells);
    found.keySet().removeIf(key -> !key.startsWith(word + " "));
    return new Table(found);
  }

  /**
   * Holds two against each other.
   *
   * @throws IllegalStateException if they differ anywhere; the first differences are named
   */
  void same(String whose, Table other) {
    StringBuilder differences = new StringBuilder();
    int found = 0;
    TreeMap<String, String> keys = new TreeMap<>(cells);
    keys.putAll(other.cells);
    for (String key : keys.keySet()) {
      String one = cells.get(key);
      String two = other.cells.get(key);
      if ((one == null || !one.equals(two)) && found++ < 10) {
        differences.append("\n  ").append(key).append(": ours ").append(one);
        differences.append(", ").append(whose).append(' ').append(two);
      }
    }
    if (found > 0 || cells.isEmpty()) {
      throw new IllegalStateException(
          found + " of " + keys.size() + " answers differ, or there are none:" + differences);
    }
  }
}
