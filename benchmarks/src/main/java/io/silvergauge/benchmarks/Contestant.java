package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One that takes part in a work.
 *
 * @param name as the table shows it; that of the program itself is {@code ours}
 * @param command the process
 * @param output its folder, emptied before each run
 * @param before what else is put in place before each run; not timed
 */
record Contestant(String name, List<String> command, Path output, Preparation before) {
  /** What is done before a run and takes no part in its time. */
  @FunctionalInterface
  interface Preparation {
    void run() throws IOException;
  }

  Contestant(String name, List<String> command, Path output) {
    this(name, command, output, () -> {});
  }
}
