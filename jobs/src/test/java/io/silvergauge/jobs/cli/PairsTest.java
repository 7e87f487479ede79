package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes started so close to each other as timetables and people do it. Chance is seeded;
 * who comes first still depends on the machine, and either must do.
 */
class PairsTest {
  /** How many pairs of each kind; more at night. */
  private static final int PAIRS = Integer.getInteger("silvergauge.pairs", 1);

  private static final int APART_MILLIS = 2000;
  private static final long LIMIT_SECONDS = 180;

  @TempDir static Path shared;
  @TempDir Path temp;

  private static Launched one;
  private static Launched other;
  private static Path folder;
  private static Map<String, String> expected;

  private final Random chance = new Random(20231231);

  @BeforeAll
  static void evaluateAlone() {
    one = new Launched(shared.resolve("one"));
    other = new Launched(shared.resolve("other"));
    folder = SmallAssessment.delivered().write(shared.resolve("assessment"));
    Path out = shared.resolve("out");
    assertThat(Cli.run("run", folder, "--out", out).status()).isZero();
    expected = Repository.hashes(out.resolve("current"));
  }

  /** Exit statuses of two runs, the second started up to two seconds after the first. */
  private List<Integer> statuses(int pair, List<Object> first, List<Object> second)
      throws Exception {
    Process a = one.start(said(pair, "a"), first.toArray());
    a.waitFor(chance.nextInt(APART_MILLIS), TimeUnit.MILLISECONDS);
    Process b = other.start(said(pair, "b"), second.toArray());
    assertThat(a.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    assertThat(b.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return List.of(a.exitValue(), b.exitValue());
  }

  private Path said(int pair, String who) {
    return temp.resolve("said" + pair + who);
  }

  private String said(int pair) {
    return Repository.text(said(pair, "a")) + Repository.text(said(pair, "b"));
  }

  private static List<Object> run(Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("run", folder, "--out", out, "--lang", "en"));
    words.addAll(List.of(more));
    return words;
  }

  private static void assertWhole(Path out, int publications) throws IOException {
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(expected);
    assertThat(
            new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store")))
                .verify()
                .differences())
        .isEmpty();
    assertThat(out.resolve(".lock")).isEmptyFile();
    try (Stream<Path> all = Files.list(out.resolve("publications"))) {
      assertThat(all).hasSize(publications);
    }
  }

  @Test
  void ofTwoRunsOfTheSameOnePublishesAndTheOtherLeavesOrHasNothingToDo() throws Exception {
    for (int pair = 0; pair < PAIRS; pair++) {
      Path out = temp.resolve("out" + pair);
      List<Integer> statuses = statuses(pair, run(out), run(out));

      assertThat(statuses)
          .as(said(pair))
          .contains(0)
          .allMatch(status -> status == 0 || status == 6);
      assertThat(said(pair).split(": published publications/", -1)).as(said(pair)).hasSize(2);
      if (statuses.contains(6)) {
        assertThat(said(pair)).contains("another run is at work in " + out);
      }
      assertWhole(out, 1);
    }
  }

  @Test
  void ofTwoRunsThatWaitBothPublishTheirQuarter() throws Exception {
    for (int pair = 0; pair < PAIRS; pair++) {
      Path out = temp.resolve("out" + pair);
      List<Integer> statuses =
          statuses(
              pair,
              run(out, "--period", "2023Q3", "--wait", "2m"),
              run(out, "--period", "2023Q4", "--wait", "2m"));

      assertThat(statuses).as(said(pair)).containsExactly(0, 0);
      assertWhole(out, 2);
    }
  }

  @Test
  void twoRunsIntoFoldersOfTheirOwnComeToTheSameAsAlone() throws Exception {
    for (int pair = 0; pair < PAIRS; pair++) {
      Path out = temp.resolve("out" + pair);
      List<Integer> statuses = statuses(pair, run(out.resolve("a")), run(out.resolve("b")));

      assertThat(statuses).as(said(pair)).containsExactly(0, 0);
      assertWhole(out.resolve("a"), 1);
      assertWhole(out.resolve("b"), 1);
    }
  }
}
