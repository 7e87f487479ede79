package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * W4: twelve quarters are stored, each a twelfth of the rows; all counties are evaluated in all
 * quarters. DuckDB reads the same stored sums and records.
 */
final class StoredWork implements Work {
  private static final int QUARTERS = 12;
  private final Machine machine;
  private final Path folder;
  private final Path assessment;

  StoredWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("W4");
    assessment = folder.resolve("assessment");
  }

  @Override
  public String name() {
    return "W4";
  }

  @Override
  public String title() {
    return "twelve stored quarters, all counties in all of them";
  }

  @Override
  public void prepare() throws IOException {
    machine.quarter(assessment, machine.scale() / QUARTERS, QUARTERS).write();
    machine.untimed("ours", evaluate(folder.resolve("before")));
  }

  private List<String> evaluate(Path out) {
    return machine.program("evaluate", assessment, "--out", out);
  }

  @Override
  public List<Contestant> contestants() {
    Path ours = folder.resolve("ours");
    Path peer = folder.resolve("duckdb");
    Path store = folder.resolve("before/store");
    return List.of(
        new Contestant(
            "ours", evaluate(ours), ours, () -> Bench.copy(store, ours.resolve("store"))),
        new Contestant("DuckDB", machine.duckdb("w4.sql", "store=" + store, "out=" + peer), peer));
  }

  @Override
  public String compare() throws IOException {
    Table answer =
        Table.read(folder.resolve("duckdb/answer.csv"), StoredWork::place, QuarterWork::figures);
    int all = 0;
    for (Path period : periods()) {
      String name = period.getFileName().toString();
      Table.read(period.resolve("outcomes.csv"), StoredWork::told, QuarterWork::figures)
          .same("DuckDB", answer.only(name));
      all += answer.only(name).cells().size();
    }
    if (all != answer.cells().size()) {
      throw new IllegalStateException("DuckDB has more periods than the program");
    }
    return all + " values with numerator and denominator in " + QUARTERS + " quarters";
  }

  private List<Path> periods() throws IOException {
    try (var all = Files.list(folder.resolve("ours/current"))) {
      return all.filter(path -> path.getFileName().toString().matches("20..Q.")).toList();
    }
  }

  private static Optional<String> place(Map<String, String> row) {
    return Optional.of(row.get("period") + " " + row.get("region") + " " + row.get("indicator"));
  }

  private static Optional<String> told(Map<String, String> row) {
    return place(row).filter(key -> row.get("state").equals("amount"));
  }

  @Override
  public List<Bound> bounds() {
    return List.of(new Bound("DuckDB", 1.5, 1));
  }
}
