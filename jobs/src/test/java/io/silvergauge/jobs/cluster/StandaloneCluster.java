package io.silvergauge.jobs.cluster;

import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Spark cluster of real processes on loopback: a master and two workers of one core each, who
 * know each other by a secret.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern AT = Pattern.compile("Starting Spark master at (spark://[0-9.:]+)");
  private static final Pattern KNOWN = Pattern.compile("Successfully registered with master");
  private static final long LIMIT_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final String SECRET = "of the tests";

  private final SparkHome home;
  private final Path conf;
  private final Process master;
  private final String address;
  private final List<Process> workers = new ArrayList<>();
  private int started;

  StandaloneCluster(Path folder) throws IOException, InterruptedException {
    home = new SparkHome(folder.toAbsolutePath());
    conf = home.folder().resolve("cluster.conf");
    Repository.write(
        conf,
        properties(
            Map.of(
                "spark.authenticate", "true",
                "spark.authenticate.secret", SECRET,
                "spark.master.rest.enabled", "false")));
    Path said = home.folder().resolve("master.log");
    master = start(said, "org.apache.spark.deploy.master.Master", "--port", "0");
    address = until(master, said, AT).group(1);
    addWorker();
    addWorker();
  }

  private Process start(Path said, String name, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(name, "--host", "127.0.0.1", "--webui-port", "0"));
    words.addAll(List.of("--properties-file", conf.toString()));
    words.addAll(Arrays.asList(more));
    return home.start(said, "C", "256m", words);
  }

  /** Adds a worker and waits until the master knows it. */
  void addWorker() throws IOException, InterruptedException {
    started++;
    Path said = home.folder().resolve("worker" + started + ".log");
    Path work = home.folder().resolve("work" + started);
    Process worker =
        start(
            said,
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            work.toString(),
            address);
    workers.add(worker);
    until(worker, said, KNOWN);
  }

  private static Matcher until(Process process, Path said, Pattern line)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    Matcher found = line.matcher(Repository.text(said));
    while (!found.find()) {
      if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new IllegalStateException(
            "'%s' does not come:%n%s".formatted(line, Repository.text(said)));
      }
      found = line.matcher(Repository.text(said));
    }
    return found;
  }

  /**
   * Submits a command, as {@code spark-submit} does in client mode.
   *
   * @param said file for all that it says
   * @param settings for Spark, before those of the tests
   */
  Process submit(Path said, Map<String, String> settings, Object... words) throws IOException {
    Map<String, String> all =
        new TreeMap<>(
            Map.of(
                "spark.master", address,
                "spark.authenticate", "true",
                "spark.authenticate.secret", SECRET,
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.executor.memory", "640m",
                "spark.executor.cores", "1",
                "spark.executor.heartbeatInterval", "4s",
                "spark.network.timeout", "20s",
                "spark.network.timeoutInterval", "5s"));
    all.putAll(settings);
    Path file = said.resolveSibling(said.getFileName() + ".conf");
    Repository.write(file, properties(all));
    List<String> command = new ArrayList<>();
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--properties-file", file.toString()));
    command.addAll(home.program());
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return home.start(said, "C.UTF-8", "1g", command);
  }

  private static String properties(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** The executors that are alive; workers start nothing else. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .filter(Process::isAlive)
        .flatMap(Process::children)
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Kills a worker and what it started, as a machine is lost, and puts another in its place. */
  void loseWorker(int at) throws IOException, InterruptedException {
    Process worker = workers.remove(at);
    List<ProcessHandle> executors = worker.children().toList();
    worker.destroyForcibly().waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
    addWorker();
  }

  /** What the executors have said, for a test that fails. */
  String log() throws IOException {
    try (var files = Files.walk(home.folder())) {
      return files
          .filter(file -> file.endsWith("stderr"))
          .map(file -> file + "\n" + Repository.text(file))
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> executors = executors();
    workers.forEach(Process::destroyForcibly);
    executors.forEach(ProcessHandle::destroyForcibly);
    master.destroyForcibly();
  }
}
