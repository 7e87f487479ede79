package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A temporary folder that is full, from which nothing may be run, or whose files are lost while a
 * run is at work; a log that cannot be written.
 */
class TemporaryFolderTest {
  private static final long LIMIT_SECONDS = 120;

  @TempDir Path temp;

  private Launched program;
  private Path folder;
  private Path out;
  private Path disk;
  private Path said;
  private Map<String, String> before;

  @BeforeEach
  void publishTheThirdQuarter() {
    program = new Launched(temp.resolve("home"));
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    out = temp.resolve("out");
    disk = temp.resolve("小 disk");
    said = temp.resolve("said.log");
    Cli.Ran ran =
        Cli.run("run", folder, "--out", out, "--period", "2023Q3", "--as-of", "2023-10-31");
    assertThat(ran.status()).as(ran.err()).isZero();
    before = Repository.hashes(out.resolve("current"));
  }

  private Process start() throws IOException {
    return program.start(
        Map.of("TMPDIR", disk.toString()), said, "run", folder, "--out", out, "--lang", "en");
  }

  private int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  private void assertTheOldOneStaysAndTheNextRunPublishes() {
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(before);
    assertThat(Cli.run("run", folder, "--out", out).status()).isZero();
    assertThat(Repository.hashes(out.resolve("current"))).isNotEqualTo(before);
  }

  private static void notTried(TestReporter reporter) {
    reporter.publishEntry(
        "temporary folder", "NOT TRIED: a tmpfs cannot be mounted without root's rights");
  }

  @ParameterizedTest
  @CsvSource({
    "'size=4k', 'too little room for temporary files in '",
    "'size=15m', 'too little room for temporary files in '",
    "'size=200m,noexec', 'no library can be loaded from the temporary folder '"
  })
  void whatTheTemporaryFolderLacksIsSaidBeforeAnyWork(
      String options, String words, TestReporter reporter) throws Exception {
    try (SmallDisk mounted = SmallDisk.on(disk, options)) {
      if (!mounted.isMounted()) {
        notTried(reporter);
        return;
      }
      assertThat(ended(start())).as(Repository.text(said)).isEqualTo(5);

      assertThat(Repository.text(said)).contains(words + disk, "TMPDIR names another place");
      assertTheOldOneStaysAndTheNextRunPublishes();
    }
  }

  @Test
  void filesOfSparkThatAreLostEndTheRunWithTheirPathOrMakeNoDifference() throws Exception {
    Files.createDirectories(disk);
    Process process = start();
    boolean ended = false;
    while (!ended && !Repository.text(said).contains("evaluating")) {
      ended = process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    try (Stream<Path> below = Files.walk(disk, 3)) {
      for (Path one : below.filter(path -> disk.relativize(path).getNameCount() == 3).toList()) {
        new ProcessBuilder("rm", "-rf", one.toString()).start().waitFor();
      }
    }

    if (ended(process) != 0) {
      assertThat(process.exitValue()).as(Repository.text(said)).isEqualTo(5);
      assertThat(Repository.text(said)).contains("Could not read or write: " + disk);
      assertTheOldOneStaysAndTheNextRunPublishes();
    } else {
      Path undisturbed = temp.resolve("undisturbed");
      assertThat(Cli.run("run", folder, "--out", undisturbed).status()).isZero();
      assertThat(Repository.hashes(out.resolve("current")))
          .isEqualTo(Repository.hashes(undisturbed.resolve("current")));
    }
  }

  @Test
  void aLogThatCannotBeWrittenKeepsNothingFromBeingPublished(TestReporter reporter)
      throws Exception {
    Files.createDirectories(disk);
    try (SmallDisk mounted = SmallDisk.on(out.resolve("logs"), "size=4k")) {
      if (!mounted.isMounted()) {
        notTried(reporter);
        return;
      }
      assertThat(ended(start())).as(Repository.text(said)).isZero();
      assertThat(Repository.hashes(out.resolve("current"))).isNotEqualTo(before);
    }
  }
}
