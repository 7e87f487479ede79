package io.silvergauge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process took.
 *
 * @param seconds by the clock, from its start to its end
 * @param processor seconds of processor time, of all its threads and children
 * @param mebibytes the most memory it held (resident)
 */
record Measured(double seconds, double processor, double mebibytes) {
  /**
   * Runs a process to its end.
   *
   * @throws IllegalStateException if it ends with another status than 0; its last lines are said
   */
  static Measured of(Contestant one) throws IOException {
    Files.createDirectories(one.output());
    Path figures = one.output().resolveSibling(one.output().getFileName() + ".time");
    Path log = one.output().resolveSibling(one.output().getFileName() + ".log");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/usr/bin/time", "-q", "-f", "%U %S %M", "-o", figures.toString()));
    command.addAll(one.command());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    int status;
    try {
      status = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      List<String> lines = Files.readAllLines(log);
      throw new IllegalStateException(
          one.name()
              + " ended with "
              + status
              + ":\n"
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }
    String[] told = Files.readString(figures).strip().split(" ");
    return new Measured(
        seconds,
        Double.parseDouble(told[0]) + Double.parseDouble(told[1]),
        Double.parseDouble(told[2]) / 1024);
  }
}
