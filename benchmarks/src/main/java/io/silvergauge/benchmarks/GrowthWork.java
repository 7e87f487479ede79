package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** W8: W2 at ½, 1, 2 and 4 times the rows, by the program and by DuckDB. */
final class GrowthWork implements Work {
  private static final List<Double> TIMES = List.of(1.0, 0.5, 2.0, 4.0);
  private final Machine machine;
  private final Path folder;

  GrowthWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("W8");
  }

  @Override
  public String name() {
    return "W8";
  }

  @Override
  public String title() {
    return "W2 at a half, once, twice, four times the rows";
  }

  @Override
  public void prepare() throws IOException {
    for (double times : TIMES) {
      machine.quarter(assessment(times), machine.scale() * times, 1).write();
    }
  }

  private Path assessment(double times) {
    return folder.resolve(times + "/assessment");
  }

  @Override
  public List<Contestant> contestants() {
    List<Contestant> all = new ArrayList<>();
    for (double times : TIMES) {
      Path at = folder.resolve(Double.toString(times));
      Path out = at.resolve("ours");
      String suffix = times == 1 ? "" : " at " + times;
      all.add(
          new Contestant(
              "ours" + suffix,
              machine.program(
                  "evaluate", assessment(times), "--period", GenerateQuarter.NEWEST, "--out", out),
              out));
      Contestant peer =
          QuarterWork.duckdb(
              machine, assessment(times), "'" + QuarterWork.villages(assessment(times)) + "'", at);
      all.add(new Contestant("DuckDB" + suffix, peer.command(), peer.output()));
    }
    return all;
  }

  @Override
  public String compare() throws IOException {
    String last = "";
    for (double times : TIMES) {
      last = QuarterWork.compare(folder.resolve(Double.toString(times)), false);
    }
    return last + " at each size";
  }

  @Override
  public String conclusion(Result result) throws IOException {
    return exponent("the program", "ours", result)
        + exponent("DuckDB", "DuckDB", result)
        + String.format(
            Locale.ROOT,
            "slope of the program / slope of DuckDB, from once to four times: %.2f by the clock, %.2f of processor time%n",
            slope(result, "ours", false) / slope(result, "DuckDB", false),
            slope(result, "ours", true) / slope(result, "DuckDB", true))
        + memory(result)
        + disk();
  }

  /** Most memory held at four times the rows over that at half of them, and at each size. */
  private static String memory(Result result) {
    StringBuilder text = new StringBuilder();
    double least = result.median("ours at 0.5", Measured::mebibytes);
    double most = result.median("ours at 4.0", Measured::mebibytes);
    text.append(
        String.format(
            Locale.ROOT, "peak memory (resident) at eight times the rows: %.2f ×;", most / least));
    for (double times : TIMES.stream().sorted().toList()) {
      String name = times == 1 ? "ours" : "ours at " + times;
      text.append(
          String.format(
              Locale.ROOT, " %.0f MiB at %s ×", result.median(name, Measured::mebibytes), times));
    }
    return text.append('\n').toString();
  }

  /** What a run leaves behind, over what it was given. */
  private String disk() throws IOException {
    StringBuilder text = new StringBuilder("disk / input:");
    for (double times : TIMES.stream().sorted().toList()) {
      Path out = folder.resolve(times + "/ours");
      double input = size(assessment(times).resolve("data"));
      text.append(
          String.format(
              Locale.ROOT,
              " %.2f at %s × (%.2f in the store);",
              size(out) / input,
              times,
              size(out.resolve("store")) / input));
    }
    return text.append(" asked: exponent 1.05, memory flat, disk 1.5\n").toString();
  }

  private static double slope(Result result, String name, boolean processor) {
    return took(result, name + " at 4.0", processor) - took(result, name, processor);
  }

  private static double took(Result result, String name, boolean processor) {
    return result.median(name, processor ? Measured::processor : Measured::seconds);
  }

  /** Between the two largest, too, where the start of a process weighs least. */
  private static String exponent(String who, String name, Result result) {
    return String.format(
        Locale.ROOT,
        "exponent of %s from half to four times: %.2f by the clock, %.2f of processor time; from twice to four times: %.2f, %.2f%n",
        who,
        exponent(result, name, 0.5, false),
        exponent(result, name, 0.5, true),
        exponent(result, name, 2, false),
        exponent(result, name, 2, true));
  }

  private static double exponent(Result result, String name, double from, boolean processor) {
    double more = took(result, name + " at 4.0", processor);
    return Math.log(more / took(result, name + " at " + from, processor)) / Math.log(4 / from);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      long sum = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  @Override
  public List<Bound> bounds() {
    return List.of();
  }
}
