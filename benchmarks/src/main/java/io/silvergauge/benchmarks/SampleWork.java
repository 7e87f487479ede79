package io.silvergauge.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * W1: the sample, evaluated with all its reports, beside a DuckDB script which works out the 29 of
 * 82 indicators that are made from tables, with their standing, and writes no report. What DuckDB
 * cannot read is given to it as UTF-8 CSV: the files of Hunan (GB18030), and the workbooks of
 * Jiangsu as the program stored them.
 */
final class SampleWork implements Work {
  private final Machine machine;
  private final Path folder;
  private final Path sample;

  SampleWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("w1");
    sample = machine.home().resolve("sample-input");
  }

  @Override
  public String name() {
    return "W1";
  }

  @Override
  public String title() {
    return "evaluate the sample, default formats";
  }

  @Override
  public void prepare() throws IOException {
    Path converted = Files.createDirectories(folder.resolve("converted"));
    try (Stream<Path> files = Files.walk(sample.resolve("data"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*/430000/.*csv")).toList()) {
        Path target = converted.resolve(sample.resolve("data").relativize(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file, Charset.forName("GB18030")));
      }
    }
    Path before = folder.resolve("before");
    machine.untimed("ours", evaluate(before, "--format", "xlsx"));
    machine.untimed(
        "conversion",
        machine.duckdb("w1-convert.sql", "store=" + before.resolve("store"), "out=" + folder));
    Map<String, StringBuilder> byPeriod = new TreeMap<>();
    List<String> rows = Files.readAllLines(folder.resolve("workbooks.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String period = row.substring(0, row.indexOf(','));
      byPeriod
          .computeIfAbsent(period, p -> new StringBuilder("title\nunits\nheader\n"))
          .append(row.substring(period.length() + 1).replace("\"", ""))
          .append('\n');
    }
    for (Map.Entry<String, StringBuilder> one : byPeriod.entrySet()) {
      Path target = converted.resolve(one.getKey()).resolve("320000/planning.csv");
      Files.createDirectories(target.getParent());
      Files.writeString(target, one.getValue());
    }
  }

  private List<String> evaluate(Path out, String... more) {
    List<String> command =
        machine.program("evaluate", sample, "--period", "2023Q4", "--out", out.toString());
    command.addAll(List.of(more));
    return command;
  }

  @Override
  public List<Contestant> contestants() {
    Path ours = folder.resolve("ours");
    Path peer = folder.resolve("duckdb");
    return List.of(
        new Contestant("ours", evaluate(ours), ours),
        new Contestant(
            "DuckDB",
            machine.duckdb(
                "w1.sql",
                "assessment=" + sample,
                "data=" + sample.resolve("data"),
                "converted=" + folder.resolve("converted"),
                "out=" + peer),
            peer));
  }

  @Override
  public String compare() throws IOException {
    Path answer = folder.resolve("duckdb/answer.csv");
    Path published = folder.resolve("ours/current/2023Q4");
    Table values = Table.read(answer, SampleWork::place, SampleWork::figures);
    Table scores = Table.read(answer, SampleWork::place, row -> plain(row.get("score")));
    Set<String> indicators = new TreeSet<>();
    values.cells().keySet().forEach(key -> indicators.add(key.substring(key.indexOf(' ') + 1)));
    Table.read(
            published.resolve("outcomes.csv"),
            row ->
                place(row)
                    .filter(key -> indicators.contains(row.get("indicator")))
                    .filter(key -> row.get("state").equals("amount")),
            SampleWork::figures)
        .same("DuckDB", values);
    Table.read(
            published.resolve("scores.csv"),
            row ->
                Optional.of(row.get("region") + " " + row.get("node"))
                    .filter(key -> row.get("result").equals("standing"))
                    .filter(key -> indicators.contains(row.get("node")))
                    .filter(key -> !row.get("score").isEmpty()),
            row -> plain(row.get("score")))
        .same("DuckDB", scores);
    return values.cells().size()
        + " values with numerator and denominator, and as many scores, of "
        + indicators.size()
        + " indicators";
  }

  private static Optional<String> place(Map<String, String> row) {
    return Optional.of(row.get("region") + " " + row.get("indicator"));
  }

  private static String figures(Map<String, String> row) {
    return row.get("amount") + " = " + row.get("numerator") + " / " + row.get("denominator");
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  @Override
  public List<Bound> bounds() {
    return List.of(new Bound("DuckDB", 6, 3));
  }
}
