package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * W3: the quarter is read and published; one of the 31 provinces sends its villages again. The
 * program evaluates with what it stored before, DuckDB does W2 again.
 */
final class RestatedWork implements Work {
  private final Machine machine;
  private final Path folder;
  private final Path assessment;

  RestatedWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("W3");
    assessment = folder.resolve("assessment");
  }

  @Override
  public String name() {
    return "W3";
  }

  @Override
  public String title() {
    return "the quarter of W2 again, one province restated";
  }

  @Override
  public void prepare() throws IOException {
    GenerateQuarter quarter = machine.quarter(assessment, machine.scale(), 1);
    quarter.write();
    machine.untimed("ours", evaluate(folder.resolve("before")));
    quarter.restate();
  }

  private List<String> evaluate(Path out) {
    return machine.program(
        "evaluate", assessment, "--period", GenerateQuarter.NEWEST, "--out", out);
  }

  @Override
  public List<Contestant> contestants() {
    Path ours = folder.resolve("ours");
    String data = assessment.resolve("data").resolve(GenerateQuarter.NEWEST).toString();
    String villages =
        "['%1$s/110000/villages-restated.csv', '%1$s/1[!1]0000/villages.csv', '%1$s/[!1]*/villages.csv']"
            .formatted(data);
    return List.of(
        new Contestant(
            "ours", evaluate(ours), ours, () -> Bench.copy(folder.resolve("before"), ours)),
        QuarterWork.duckdb(machine, assessment, villages, folder));
  }

  @Override
  public String compare() throws IOException {
    return QuarterWork.compare(folder, false);
  }

  @Override
  public List<Bound> bounds() {
    return List.of(new Bound("DuckDB", 0.6, 0.4));
  }
}
