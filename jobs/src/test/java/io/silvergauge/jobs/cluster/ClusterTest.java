package io.silvergauge.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.EvaluationRun;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.store.HadoopStorage;
import io.silvergauge.jobs.store.Hdfs;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thin jar, submitted to a cluster of real processes. */
class ClusterTest {
  private static final long LIMIT_SECONDS = 600;
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final Map<String, String> NOTHING = Map.of();
  private static final long STALL_SECONDS = 60;

  /** How many executors are killed; more at night. */
  private static final int KILLS = Integer.getInteger("silvergauge.executorKills", 2);

  /** How many workers are lost, and how many executors stalled: at night only. */
  private static final int LOSSES = Integer.getInteger("silvergauge.workerLosses", 0);

  private static final int STALLS = Integer.getInteger("silvergauge.stalls", 0);

  @TempDir static Path shared;
  @TempDir Path temp;

  private static StandaloneCluster cluster;
  private static Map<String, String> expected;

  private Path folder;
  private Path out;
  private Path said;

  @BeforeAll
  static void startAndEvaluateOnOneMachine() throws Exception {
    cluster = new StandaloneCluster(shared.resolve("spark"));
    Path folder = SmallAssessment.delivered().write(shared.resolve("assessment"));
    Path out = shared.resolve("out");
    Assessment assessment = AssessmentReader.read(folder);
    LocalSpark.with(
        spark -> {
          try {
            return new EvaluationRun(
                    assessment,
                    new LocalStorage(out.resolve("store")),
                    new LocalStorage(out),
                    "SilverGauge development",
                    Progress.silent())
                .run(
                    spark,
                    List.of(Period.parse("2023Q3"), Period.parse("2023Q4")),
                    LocalDate.parse("2024-01-31"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    expected = Repository.hashes(out.resolve("current"));
    LocalSpark.stop();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void name() {
    folder = temp.resolve("评估 目录");
    out = temp.resolve("输出");
    said = temp.resolve("said.log");
  }

  private int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  private Map<String, String> published() {
    return Files.exists(out.resolve("current"))
        ? Repository.hashes(out.resolve("current"))
        : Map.of();
  }

  /** The store is all that the machines have in common. */
  @Test
  void givesTheSameBytesAsOneMachineWithTheStoreInHdfs() throws Exception {
    SmallAssessment.delivered()
        .changed(
            "assessment.yaml",
            "formats: [html]",
            "formats: [html]\nstore: " + Hdfs.uri() + "/assessments/small")
        .write(folder);
    Process run =
        cluster.submit(said, Map.of(), "evaluate", folder, "--out", out, "--as-of", "2024-01-31");

    assertThat(ended(run)).as(Repository.text(said)).isZero();
    assertThat(published()).isEqualTo(expected);
    assertThat(out.resolve("store")).doesNotExist();
    HadoopStorage store = new HadoopStorage(URI.create(Hdfs.uri() + "/assessments/small"));
    assertThat(store.list("packs")).isNotEmpty().noneMatch(name -> name.startsWith("."));
    try (Stream<Path> work = Files.walk(shared.resolve("spark"))) {
      assertThat(work.filter(one -> one.endsWith("stderr")).count())
          .as("executors of both workers")
          .isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "silvergauge.workerLosses", matches = "[1-9].*")
  void givesTheSameBytesOfTheSampleInAllItsFormats() throws Exception {
    Repository.copy(Repository.path("sample-input"), folder);
    List<Map<String, String>> both = new ArrayList<>();
    for (Map<String, String> where : List.of(Map.of("spark.master", "local[2]"), NOTHING)) {
      out = temp.resolve("输出" + both.size());
      Process run =
          cluster.submit(said, where, "evaluate", folder, "--out", out, "--period", "2023Q4");
      assertThat(ended(run)).as(() -> Repository.text(said)).isZero();
      both.add(published());
    }
    assertThat(both.get(1)).hasSizeGreaterThan(100).isEqualTo(both.get(0));
  }

  /** Waits until the process says that it has come so far, or has ended. */
  private void until(Process process, String step) throws InterruptedException {
    boolean ended = false;
    while (!ended && Repository.text(said).lines().noneMatch(line -> line.startsWith(step))) {
      ended = process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Any executor that is alive, as soon as there is one; none where the run ends before. */
  private Optional<ProcessHandle> anyExecutor(Process run, Random chance)
      throws InterruptedException {
    List<ProcessHandle> alive = cluster.executors();
    while (alive.isEmpty()) {
      if (run.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      alive = cluster.executors();
    }
    return Optional.of(alive.get(chance.nextInt(alive.size())));
  }

  /** Chance is seeded; where a fault lands still depends on the machine, and any place must do. */
  private Process startedAndComeTo(int fault, String step, Random chance) throws Exception {
    out = temp.resolve("输出" + fault);
    said = temp.resolve("said" + fault + ".log");
    Process run =
        cluster.submit(said, Map.of(), "evaluate", folder, "--out", out, "--as-of", "2024-01-31");
    until(run, step);
    run.waitFor(chance.nextInt(400), TimeUnit.MILLISECONDS);
    return run;
  }

  private void sameBytes(Process run) throws InterruptedException {
    assertThat(ended(run)).as(() -> Repository.text(said)).isZero();
    assertThat(published()).isEqualTo(expected);
  }

  @Test
  void givesTheSameBytesWhenExecutorsAreKilled() throws Exception {
    SmallAssessment.delivered().write(folder);
    Random chance = new Random(20231231);
    int killed = 0;
    while (killed < KILLS) {
      int before = killed;
      Process run = startedAndComeTo(killed, "reading", chance);
      for (String step : List.of("reading", "evaluating", "writing")) {
        until(run, step);
        Optional<ProcessHandle> executor = anyExecutor(run, chance);
        if (killed < KILLS && executor.isPresent()) {
          executor.get().destroyForcibly();
          killed++;
        }
      }
      assertThat(killed).isGreaterThan(before);
      sameBytes(run);
    }
    assertThat(killed).isEqualTo(KILLS);
  }

  @Test
  @EnabledIfSystemProperty(named = "silvergauge.workerLosses", matches = "[1-9].*")
  void givesTheSameBytesWhenWorkersAreLostOrStalled() throws Exception {
    SmallAssessment.delivered().write(folder);
    Random chance = new Random(20240331);
    List<String> steps = List.of("reading", "evaluating", "writing");
    for (int fault = 0; fault < LOSSES; fault++) {
      Process run = startedAndComeTo(100 + fault, steps.get(fault % 3), chance);
      cluster.loseWorker(chance.nextInt(2));
      sameBytes(run);
    }
    for (int fault = 0; fault < STALLS; fault++) {
      Process run = startedAndComeTo(200 + fault, steps.get(fault % 3), chance);
      Optional<ProcessHandle> executor = anyExecutor(run, chance);
      assertThat(executor).isPresent();
      signal("STOP", executor.get());
      run.waitFor(STALL_SECONDS, TimeUnit.SECONDS);
      signal("CONT", executor.get());
      sameBytes(run);
    }
  }

  private static void signal(String name, ProcessHandle to) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(to.pid())).start().waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local[2]"})
  void aTaskThatAlwaysFailsEndsTheRunAndNamesTheFile(String master) throws Exception {
    SmallAssessment.delivered()
        .changed(
            "assessment.yaml",
            "formats: [html]",
            "formats: [html]\nstore: poison://" + temp.resolve("store").toUri().getRawPath())
        .write(folder);
    String poisoned = "2023Q4/110000/civil.csv";
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "spark.hadoop.fs.poison.impl", PoisonFileSystem.class.getName(),
                "spark.hadoop.fs.AbstractFileSystem.poison.impl", PoisonFs.class.getName(),
                "spark.hadoop.poison.input",
                    Sha256.of(Repository.bytes(folder.resolve("data").resolve(poisoned)))));
    if (!master.isEmpty()) {
      settings.put("spark.master", master);
    }
    long begun = System.nanoTime();
    Process run = cluster.submit(said, settings, "evaluate", folder, "--out", out);

    assertThat(ended(run)).as(() -> Repository.text(said)).isEqualTo(1);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(120);
    assertThat(Repository.text(said).lines())
        .contains(
            "reading "
                + poisoned
                + " failed: java.lang.IllegalStateException: poisoned; nothing is published")
        .anyMatch(line -> line.endsWith(": nothing new is published, exit status 1"));
    assertThat(published()).isEmpty();
  }
}
