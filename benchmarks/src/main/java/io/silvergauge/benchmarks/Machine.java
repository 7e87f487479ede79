package io.silvergauge.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where things are, and how processes are started.
 *
 * @param home the project's folder
 * @param work where files are generated
 * @param scale of the generated files; 1 is a nation
 * @param prefix whether generated rows carry codes that no region table lists
 * @param registers whether registers are generated
 */
record Machine(Path home, Path work, double scale, boolean prefix, boolean registers) {
  static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /** What is generated in a folder. */
  GenerateQuarter quarter(Path assessment, double rows, int quarters) {
    return new GenerateQuarter(assessment, rows, prefix, registers, quarters);
  }

  /** The program, as its launcher starts it. */
  List<String> program(Object... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("silvergauge").toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /** A script of benchmarks/sql in DuckDB, in a JVM with nothing else on its path. */
  List<String> duckdb(String script, String... values) {
    List<String> command = java(path("duckdb_jdbc"));
    command.add(1, "-XX:TieredStopAtLevel=1");
    command.add(SqlScript.class.getName());
    command.add(home.resolve("benchmarks/sql").resolve(script).toString());
    command.addAll(List.of(values));
    return command;
  }

  /** A class of ours in a JVM with Spark SQL on its path, opened as Spark asks. */
  List<String> spark(Class<?> main, String... arguments) {
    List<String> command = java(path(""));
    for (String name : OPENED) {
      command.add(1, "--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** A JVM with all of the bench and of the program on its path. */
  List<String> everything() {
    List<String> all = jars();
    all.add(0, home.resolve("benchmarks/target/classes").toString());
    return java(String.join(File.pathSeparator, all));
  }

  private List<String> java(String path) {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    return new ArrayList<>(List.of(java, "-XX:+UseParallelGC", "-cp", path));
  }

  private String path(String kind) {
    List<String> all = jars();
    all.removeIf(jar -> !name(jar).contains(kind) || name(jar).startsWith("silvergauge"));
    all.add(0, home.resolve("benchmarks/target/classes").toString());
    return String.join(File.pathSeparator, all);
  }

  private List<String> jars() {
    try {
      String path = Files.readString(home.resolve("benchmarks/target/peers.path"));
      return new ArrayList<>(List.of(path.strip().split(File.pathSeparator)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String jar) {
    return Path.of(jar).getFileName().toString();
  }

  /** Runs a process whose time does not matter. */
  void untimed(String what, List<String> command) throws IOException {
    Measured.of(new Contestant(what, command, work.resolve("untimed")));
  }
}
