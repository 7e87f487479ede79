package io.silvergauge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * W9: the quarter of W2 on one machine by the launcher, and submitted to a standalone cluster of
 * one worker and of two, of one core each, on this machine. The cluster is up before the clock
 * starts; executors are started within. Of submitted runs processor time and memory are the
 * driver's alone. All that is published must be the same, byte for byte.
 */
final class ClusterWork implements Work {
  private static final List<String> WORKERS = List.of("one worker", "two workers");

  private final Machine machine;
  private final Path folder;
  private final Path assessment;
  private final Path spark;
  private LoopbackCluster cluster;

  ClusterWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("W9");
    assessment = folder.resolve("assessment");
    spark = folder.resolve("spark");
  }

  @Override
  public String name() {
    return "W9";
  }

  @Override
  public String title() {
    return "a quarter of "
        + Math.round(7_443_360 * machine.scale())
        + " rows here, and on one and two workers of a standalone cluster on loopback";
  }

  @Override
  public void prepare() throws IOException {
    machine.quarter(assessment, machine.scale(), 1).write();
  }

  @Override
  public List<Contestant> contestants() {
    List<Contestant> all = new ArrayList<>();
    all.add(new Contestant("ours", machine.program(evaluate("ours")), out("ours")));
    for (int i = 0; i < WORKERS.size(); i++) {
      String name = WORKERS.get(i);
      int workers = i + 1;
      all.add(
          new Contestant("ours on " + name, submitted(name), out(name), () -> restart(workers)));
    }
    return all;
  }

  private Path out(String name) {
    return folder.resolve(name.replace(' ', '-'));
  }

  private Object[] evaluate(String name) {
    return new Object[] {
      "evaluate", assessment, "--period", GenerateQuarter.NEWEST, "--out", out(name)
    };
  }

  private List<String> submitted(String name) {
    try {
      return LoopbackCluster.submitted(machine, spark, evaluate(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restart(int workers) throws IOException {
    end();
    Bench.delete(spark);
    cluster = new LoopbackCluster(machine, spark, workers);
    cluster.name();
  }

  @Override
  public void end() {
    if (cluster != null) {
      cluster.close();
      cluster = null;
    }
  }

  @Override
  public String compare() throws IOException {
    Map<String, Path> here = published("ours");
    for (String name : WORKERS) {
      Map<String, Path> there = published(name);
      if (here.isEmpty() || !here.keySet().equals(there.keySet())) {
        throw new IllegalStateException(
            "here " + here.keySet() + " are published, on " + name + " " + there.keySet());
      }
      for (String file : here.keySet()) {
        if (Files.mismatch(here.get(file), there.get(file)) >= 0) {
          throw new IllegalStateException(file + " is not the same on " + name);
        }
      }
    }
    return here.size() + " published files, byte for byte";
  }

  private Map<String, Path> published(String name) throws IOException {
    Path current = out(name).resolve("current").toRealPath();
    try (Stream<Path> all = Files.walk(current)) {
      Map<String, Path> files = new TreeMap<>();
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(current.relativize(file).toString(), file));
      return files;
    }
  }

  @Override
  public String conclusion(Result result) {
    double one = result.median("ours on one worker", Measured::seconds);
    double two = result.median("ours on two workers", Measured::seconds);
    return String.format(
        Locale.ROOT,
        "one worker takes %.2f times as long as two; two take %.2f times as long as without a cluster%n",
        one / two,
        two / result.median("ours", Measured::seconds));
  }

  @Override
  public List<Bound> bounds() {
    return List.of();
  }
}
