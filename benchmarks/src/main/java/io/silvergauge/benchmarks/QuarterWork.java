package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * W2 and W5: a nation's quarter, from its files to Parquet that is kept and the figures of each
 * county, beside a DuckDB script (W2) and plain Spark SQL written the obvious way (W5). The program
 * checks every row, accounts for it, scores, ranks and writes the evaluation and a dashboard, too.
 */
final class QuarterWork implements Work {
  private final Machine machine;
  private final String name;
  private final double scale;
  private final boolean spark;
  private final Path folder;
  private final Path assessment;

  QuarterWork(Machine machine, String name, double scale, boolean spark) {
    this.machine = machine;
    this.name = name;
    this.scale = scale;
    this.spark = spark;
    folder = machine.work().resolve(name);
    assessment = folder.resolve("assessment");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return "a quarter of "
        + Math.round(7_443_360 * scale)
        + " rows"
        + (machine.registers() ? " and two registers" : "")
        + ", from files to Parquet and figures of counties";
  }

  @Override
  public void prepare() throws IOException {
    machine.quarter(assessment, scale, 1).write();
  }

  @Override
  public List<Contestant> contestants() {
    Path ours = folder.resolve("ours");
    List<Contestant> all = new ArrayList<>();
    all.add(
        new Contestant(
            "ours",
            machine.program(
                "evaluate", assessment, "--period", GenerateQuarter.NEWEST, "--out", ours),
            ours));
    if (spark) {
      Path peer = folder.resolve("spark");
      String data = assessment.resolve("data").resolve(GenerateQuarter.NEWEST).toString();
      all.add(
          new Contestant(
              "Spark SQL",
              machine.spark(
                  SparkQuarter.class,
                  data,
                  registers(machine, assessment),
                  "2023-12",
                  "2023-12-31",
                  peer.toString()),
              peer));
    } else {
      all.add(duckdb(machine, assessment, "'" + villages(assessment) + "'", folder));
    }
    return all;
  }

  static String villages(Path assessment) {
    return assessment.resolve("data").resolve(GenerateQuarter.NEWEST) + "/*/villages.csv";
  }

  private static String registers(Machine machine, Path assessment) {
    String folder = machine.registers() ? "data" : "empty";
    return assessment.resolve(folder).resolve(GenerateQuarter.NEWEST).toString();
  }

  static Contestant duckdb(Machine machine, Path assessment, String villages, Path folder) {
    Path peer = folder.resolve("duckdb");
    return new Contestant(
        "DuckDB",
        machine.duckdb(
            "w2.sql",
            "villages=" + villages,
            "registers=" + registers(machine, assessment),
            "month=2023-12",
            "day=2023-12-31",
            "out=" + peer),
        peer);
  }

  @Override
  public String compare() throws IOException {
    return compare(folder, spark);
  }

  static String compare(Path folder, boolean spark) throws IOException {
    Table answer =
        Table.read(
            folder.resolve(spark ? "spark/answer.csv" : "duckdb/answer.csv"),
            QuarterWork::place,
            spark ? QuarterWork::parts : QuarterWork::figures);
    Table.read(
            folder.resolve("ours/current/2023Q4/outcomes.csv"),
            QuarterWork::told,
            spark ? QuarterWork::parts : QuarterWork::figures)
        .same(spark ? "Spark SQL" : "DuckDB", answer);
    return answer.cells().size() + " values with numerator and denominator";
  }

  private static Optional<String> place(Map<String, String> row) {
    return Optional.of(row.get("region") + " " + row.get("indicator"));
  }

  private static Optional<String> told(Map<String, String> row) {
    return place(row).filter(key -> row.get("state").equals("amount"));
  }

  static String figures(Map<String, String> row) {
    return row.get("amount") + " = " + parts(row);
  }

  private static String parts(Map<String, String> row) {
    return row.get("numerator") + " / " + row.get("denominator");
  }

  @Override
  public List<Bound> bounds() {
    return List.of(spark ? new Bound("Spark SQL", 0.25, 1.0 / 7) : new Bound("DuckDB", 1.6, 1));
  }
}
