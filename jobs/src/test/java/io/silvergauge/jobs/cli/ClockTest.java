package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is wrong by a year, and one that goes back between two runs. */
class ClockTest {
  private static final String CLOCK = "silvergauge.clock";

  @TempDir Path temp;

  private Path folder;
  private Path out;
  private Map<String, String> expected;

  @BeforeEach
  void evaluateByTheRightClock() {
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Path right = temp.resolve("right");
    assertThat(Cli.run("run", folder, "--out", right).status()).isZero();
    expected = Repository.hashes(right.resolve("current"));
    out = temp.resolve("out");
  }

  @AfterEach
  void setRight() {
    System.clearProperty(CLOCK);
  }

  private int yearOfTheNewestRun() {
    return LocalDate.parse(Cli.run("history", "--out", out).lines().get(2).substring(0, 10))
        .getYear();
  }

  private static int thisYear() {
    return LocalDate.now(ZoneOffset.UTC).getYear();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void aClockThatIsAYearOffShowsInTheRecordsOfRunsOnly(int years) {
    System.setProperty(CLOCK, "PT" + years * 8766 + "H");
    Cli.Ran ran = Cli.run("run", folder, "--out", out);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(expected);
    assertThat(yearOfTheNewestRun()).isEqualTo(thisYear() + years);
    System.clearProperty(CLOCK);
    assertThat(Cli.run("run", folder, "--out", out).out()).isEqualTo("Nothing to publish.\n");
  }

  @Test
  void theLockOfAKilledRunIsTakenOverThoughTheClockWentBackAYear() throws Exception {
    Path said = temp.resolve("said.log");
    Process process =
        new Launched(temp.resolve("home"))
            .start(
                Map.of("JAVA_TOOL_OPTIONS", "-D" + CLOCK + "=PT8766H"),
                said,
                "run",
                folder,
                "--out",
                out);
    boolean ended = false;
    while (!ended && !Repository.text(said).contains("evaluating")) {
      ended = process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly().waitFor();
    assertThat(Files.readString(out.resolve(".lock")))
        .contains("\"since\" : \"" + (thisYear() + 1));

    Cli.Ran ran = Cli.run("run", folder, "--out", out, "--lang", "en");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.said().get(0)).startsWith("taking over from a run that died: run, process");
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(expected);
  }
}
