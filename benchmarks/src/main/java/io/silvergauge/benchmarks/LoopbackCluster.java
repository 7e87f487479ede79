package io.silvergauge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone master of Spark's and workers of one core each, as processes on loopback that know
 * each other by a secret, from the jars that the build laid beside the program.
 */
final class LoopbackCluster implements AutoCloseable {
  /** Libraries of ours that Spark brings too, so that the build does not list them as Spark's. */
  private static final Pattern BOTH =
      Pattern.compile("(jackson-|snakeyaml|slf4j-api|jcl-over|commons-codec|commons-io).*");

  private static final Pattern AT = Pattern.compile("Starting Spark master at (spark://[0-9.:]+)");
  private static final Pattern KNOWN = Pattern.compile("Successfully registered with master");
  private static final long LIMIT_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final Map<String, String> SECRET =
      Map.of("spark.authenticate", "true", "spark.authenticate.secret", "of the bench");

  private final Path folder;
  private final Path conf;
  private final String address;
  private final List<Process> processes = new ArrayList<>();

  /** Starts it and waits until all workers are known; its files lie in a folder. */
  LoopbackCluster(Machine machine, Path folder, int workers) throws IOException {
    this.folder = folder;
    Path product = machine.home().resolve("jobs/target/silvergauge");
    Path jars = Files.createDirectories(folder.resolve("jars"));
    Files.writeString(folder.resolve("RELEASE"), "Spark of the bench\n");
    link(jars, jars(product.resolve("spark")));
    List<Path> both = jars(product.resolve("lib"));
    both.removeIf(jar -> !BOTH.matcher(jar.getFileName().toString()).matches());
    link(jars, both);
    conf = folder.resolve("cluster.conf");
    Map<String, String> settings = new TreeMap<>(SECRET);
    settings.put("spark.master.rest.enabled", "false");
    Files.writeString(conf, properties(settings));
    try {
      address = daemon("master", AT, "org.apache.spark.deploy.master.Master", "--port", "0");
      for (int i = 1; i <= workers; i++) {
        String work = folder.resolve("work" + i).toString();
        String worker = "org.apache.spark.deploy.worker.Worker";
        String[] size = {"--cores", "1", "--memory", "8g", "--work-dir", work, address};
        daemon("worker" + i, KNOWN, worker, size);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().collect(Collectors.toCollection(ArrayList::new));
    }
  }

  private static void link(Path jars, List<Path> all) throws IOException {
    for (Path jar : all) {
      Path link = jars.resolve(jar.getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }
  }

  /** Starts a daemon and waits for a line; returns what the line's group, if any, holds. */
  private String daemon(String name, Pattern line, String main, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(main, "--host", "127.0.0.1", "--webui-port", "0"));
    words.addAll(List.of("--properties-file", conf.toString()));
    words.addAll(List.of(more));
    Path said = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(java(folder, "256m", words))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    processes.add(process);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    Matcher found = line.matcher(Files.readString(said));
    while (!found.find()) {
      if (ended(process) || System.nanoTime() > end) {
        throw new IllegalStateException("'" + line + "' does not come: " + Files.readString(said));
      }
      found = line.matcher(Files.readString(said));
    }
    return found.groupCount() == 0 ? "" : found.group(1);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static List<String> java(Path folder, String heap, List<String> words) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "env",
            "-i",
            "PATH=/usr/bin:/bin",
            "JAVA_HOME=" + System.getProperty("java.home"),
            "SPARK_HOME=" + folder,
            "SPARK_SCALA_VERSION=2.13",
            "SPARK_LOCAL_IP=127.0.0.1",
            "SPARK_LOCAL_DIRS=" + folder.resolve("local"),
            "LC_ALL=C.UTF-8"));
    command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + heap));
    for (String opened : Machine.OPENED) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.add("--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED");
    command.addAll(List.of("-cp", folder.resolve("jars") + "/*"));
    command.addAll(words);
    return command;
  }

  /**
   * A command of the program as {@code spark-submit} starts it in client mode; the file of settings
   * is that which {@link #name} writes.
   *
   * @param folder of the cluster, which need not have been started yet
   */
  static List<String> submitted(Machine machine, Path folder, Object... arguments)
      throws IOException {
    Path product = machine.home().resolve("jobs/target/silvergauge");
    List<String> words = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    words.addAll(List.of("--properties-file", settings(folder).toString()));
    words.addAll(List.of("--class", "io.silvergauge.jobs.cli.Main", "--jars"));
    words.add(
        jars(product.resolve("lib")).stream().map(Path::toString).collect(Collectors.joining(",")));
    words.add(product.resolve("silvergauge.jar").toString());
    Stream.of(arguments).map(Object::toString).forEach(words::add);
    return java(folder, "4g", words);
  }

  private static Path settings(Path folder) {
    return folder.resolve("submit.conf");
  }

  /** Tells those who submit where the cluster is. */
  void name() throws IOException {
    Map<String, String> settings = new TreeMap<>(SECRET);
    settings.put("spark.master", address);
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.executor.memory", "3g");
    settings.put("spark.executor.cores", "1");
    Files.writeString(settings(folder), properties(settings));
  }

  private static String properties(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Ends all of it; executors are children of their workers. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>();
    for (Process process : processes) {
      process.descendants().forEach(all::add);
      all.add(process.toHandle());
    }
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }
}
