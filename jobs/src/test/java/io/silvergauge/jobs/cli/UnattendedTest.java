package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes, as a timetable starts them and as they come to an end. */
class UnattendedTest {
  private static final long LIMIT_SECONDS = 120;

  private static final long LOOK_AGAIN_MILLIS = 20;

  /** How often a run is killed; more at night. */
  private static final int KILLS = Integer.getInteger("silvergauge.kills", 3);

  @TempDir static Path shared;
  @TempDir Path temp;

  private static Launched program;
  private static Map<String, String> expected;

  private Path folder;
  private Path out;
  private Path said;

  @BeforeAll
  static void evaluateUndisturbed() {
    program = new Launched(shared.resolve("home"));
    Path folder = SmallAssessment.delivered().write(shared.resolve("assessment"));
    Path out = shared.resolve("out");
    Cli.run("run", folder, "--out", out);
    expected = Repository.hashes(out.resolve("current"));
  }

  @BeforeEach
  void name() {
    folder = SmallAssessment.delivered().write(temp.resolve("评估 目录"));
    out = temp.resolve("输出");
    said = temp.resolve("said.log");
  }

  private Process start() throws IOException {
    return program.start(said, "run", folder, "--out", out);
  }

  private int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  private List<String> said() {
    return Repository.text(said).lines().toList();
  }

  /** Waits until the process says that it has come so far, or has ended. */
  private void until(Process process, String step) throws InterruptedException {
    boolean ended = false;
    while (!ended && said().stream().noneMatch(line -> line.startsWith(step))) {
      ended = process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private Map<String, String> published() {
    return Files.exists(out.resolve("current"))
        ? Repository.hashes(out.resolve("current"))
        : Map.of();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).toList();
    }
  }

  private static List<String> namesOf(Path folder, String beginning) throws IOException {
    return names(folder).stream().filter(name -> name.startsWith(beginning)).toList();
  }

  private List<String> staged() throws IOException {
    return names(out.resolve("publications")).stream()
        .filter(name -> name.startsWith("."))
        .toList();
  }

  @Test
  void worksInCronsBareEnvironmentAndLetsNobodyElseLookIntoItsTemporaryFiles() throws Exception {
    Process process = start();
    until(process, "evaluating");
    String hash = Sha256.of(Repository.utf8(out.toString())).substring(0, 16);
    Path all = Path.of("/tmp/silvergauge-" + Files.getAttribute(said, "unix:uid"));
    Path own = all.resolve(namesOf(all, process.pid() + ".").get(0));
    Path temporary = own.resolve("silvergauge-" + hash);
    for (Path mine : List.of(all, temporary)) {
      assertThat(Files.getPosixFilePermissions(mine))
          .as(mine.toString())
          .allMatch(one -> one.name().startsWith("OWNER"));
    }
    assertThat(names(temporary)).as("what Spark keeps on disk").anyMatch(UnattendedTest::isOfSpark);
    try (FileChannel lock = FileChannel.open(out.resolve(".lock"), StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).as("the operating system holds the lock for it").isNull();
    }
    assertThat(ended(process)).as(String.join("\n", said())).isZero();
    assertThat(own).doesNotExist();
    assertThat(said().get(said().size() - 1)).contains(": published publications/");
    assertThat(published()).isEqualTo(expected);

    assertThat(ended(start())).isZero();
    assertThat(program.printed()).containsExactly("Nothing to publish.");
    assertThat(said()).hasSize(1);
  }

  private static boolean isOfSpark(String name) {
    return name.startsWith("blockmgr-") || name.startsWith("spark-");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143, evaluating", "HUP, 129, starting"})
  void aSignalEndsARunWithinTenSecondsTidily(String signal, int status, String step)
      throws Exception {
    Cli.run("run", folder, "--out", out, "--period", "2023Q3");
    Map<String, String> before = published();
    Process process = start();
    until(process, step);
    long sent = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(ended(process)).isEqualTo(status);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - sent)).isLessThan(10);
    assertThat(said().get(said().size() - 1))
        .endsWith(
            ": ended by SIG"
                + signal
                + ", nothing new is published, what was published stays, exit status "
                + status);
    assertThat(published()).isEqualTo(before);
    assertThat(staged()).isEmpty();
    assertThat(out.resolve(".lock")).isEmptyFile();
    assertThat(Cli.run("history", "--out", out).lines().get(2)).contains("stopped", "" + status);
    assertThat(Cli.run("run", folder, "--out", out).status()).isZero();
    assertThat(published()).isEqualTo(expected);
  }

  @Test
  void saysThatMemoryDoesNotSufficeAndHowToGiveMore() throws Exception {
    Cli.run("run", folder, "--out", out, "--period", "2023Q3");
    Map<String, String> before = published();
    Process process =
        program.start(Map.of("SILVERGAUGE_HEAP", "200m"), said, "run", folder, "--out", out);

    assertThat(ended(process)).as(String.join("\n", said())).isEqualTo(5);
    assertThat(said()).anyMatch(line -> line.contains("SILVERGAUGE_HEAP="));
    assertThat(said().get(said().size() - 1)).endsWith("nothing new is published, exit status 5");
    assertThat(published()).isEqualTo(before);
    assertThat(staged()).isEmpty();
  }

  /** Chance is seeded; where a kill lands still depends on the machine, and any place must do. */
  @Test
  void aKilledRunLeavesTheOldPublicationOrTheNewOneAndTheNextRunGivesTheSameBytes(
      TestReporter reporter) throws Exception {
    List<String> steps = List.of("reading", "evaluating", "writing", "publishing");
    Random chance = new Random(20231231);
    long reads = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      out = temp.resolve("out" + kill);
      Cli.run("run", folder, "--out", out, "--period", "2023Q3", "--as-of", "2023-10-31");
      Map<String, String> before = published();
      try (LoopingReader reader = LoopingReader.of(out, List.of(before, expected))) {
        killSomewhere(steps.get(chance.nextInt(steps.size())), chance.nextInt(400));
        assertThat(published()).isIn(before, expected);
        Cli.Ran again = Cli.run("run", folder, "--out", out);
        assertThat(again.status()).as(again.err()).isZero();
        reads += reader.reads();
      }
      assertThat(published()).isEqualTo(expected);
      assertThat(staged()).isEmpty();
      assertThat(out.resolve(".lock")).isEmptyFile();
    }
    reporter.publishEntry("kills " + KILLS, "reads meanwhile " + reads);
  }

  private void killSomewhere(String step, int laterMillis) throws Exception {
    Process process = start();
    until(process, step);
    process.waitFor(laterMillis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    Verifier.Result kept =
        new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store"))).verify();
    assertThat(kept.differences().stream().filter(one -> one.kind() != Verifier.Kind.LEFTOVER))
        .as("what is kept is whole")
        .isEmpty();
  }
}
