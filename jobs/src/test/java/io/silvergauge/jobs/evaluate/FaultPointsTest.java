package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each change that a run makes to store and output folder is counted, and then fails, one after the
 * other: as on a full disk, and as when the process dies. A run goes from a published third quarter
 * to both quarters with new deliveries.
 */
class FaultPointsTest {
  private static final String[] BOTH = {"2023Q3", "2023Q4"};

  /** How many of the changes fail in turn; all of them at night. */
  private static final int POINTS = Integer.getInteger("silvergauge.faults", 12);

  /** The last changes, which publish, fail in any case. */
  private static final int LAST = 4;

  @TempDir Path temp;

  private Path folder;
  private Path before;
  private Map<String, String> published;
  private Map<String, String> expected;

  @BeforeEach
  void publishTheThirdQuarterAndEvaluateUndisturbed() {
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    before = temp.resolve("before");
    SmallRun.of(folder, before).asOf("2023-10-31").evaluate("2023Q3");
    published = Repository.hashes(before.resolve("current"));
    Path undisturbed = copy("undisturbed");
    SmallRun.of(folder, undisturbed).evaluate(BOTH);
    expected = Repository.hashes(undisturbed.resolve("current"));
    assertThat(expected).isNotEqualTo(published);
  }

  private Path copy(String name) {
    Path to = temp.resolve(name);
    try (Stream<Path> all = Files.walk(before)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(before.relativize(one).toString()), LinkOption.NOFOLLOW_LINKS);
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void evaluate(Path out) {
    LocalSpark.with(
        spark -> {
          try {
            return new EvaluationRun(
                    SmallRun.of(folder, out).assessment(),
                    FaultyStorage.of(out.resolve("store")),
                    FaultyStorage.of(out),
                    "SilverGauge test",
                    Progress.silent())
                .run(
                    spark,
                    Stream.of(BOTH).map(Period::parse).toList(),
                    LocalDate.parse("2024-01-31"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private int countChanges() {
    Path out = copy("counted");
    FaultyStorage.failFrom(0, false);
    evaluate(out);
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(expected);
    return FaultyStorage.changes();
  }

  private static List<String> staged(Path folder) {
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(name -> name.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whicheverChangeFailsTheOldPublicationStaysAndTheNextRunGivesTheSameBytes(boolean crash) {
    int changes = countChanges();
    assertThat(changes).isGreaterThan(100);
    TreeSet<Integer> points = new TreeSet<>();
    for (int i = 0; i < Math.min(POINTS, changes); i++) {
      points.add(1 + (int) ((long) i * changes / Math.min(POINTS, changes)));
    }
    for (int i = 0; i < LAST; i++) {
      points.add(changes - i);
    }
    for (int point : points) {
      String name = (crash ? "crash" : "full") + point;
      Path out = copy(name);
      FaultyStorage.failFrom(point, crash);
      Throwable failure = catchThrowable(() -> evaluate(out));

      assertThat(failure).as(name).isNotNull();
      if (!crash) {
        assertThat(failure).as(name).hasStackTraceContaining("No space left on device");
        assertThat(staged(out.resolve("publications"))).as(name).isEmpty();
        assertThat(staged(out.resolve("store/packs"))).as(name).isEmpty();
      }
      assertThat(Repository.hashes(out.resolve("current"))).as(name).isEqualTo(published);
      SmallRun.of(folder, out).evaluate(BOTH);
      assertThat(Repository.hashes(out.resolve("current"))).as(name).isEqualTo(expected);
      assertThat(staged(out.resolve("publications"))).as(name).isEmpty();
    }
  }

  @Test
  void noMoreIsLeftInTheStoreThanADeadRunBegan() {
    Path out = copy("twice");
    FaultyStorage.failFrom(countChanges() - 1, true);
    assertThat(catchThrowable(() -> evaluate(out))).isNotNull();
    SmallRun.of(folder, out).evaluate(BOTH);
    Map<String, String> store = Repository.hashes(out.resolve("store"));
    SmallRun.of(folder, out).evaluate(BOTH);

    assertThat(Repository.hashes(out.resolve("store"))).isEqualTo(store);
    assertThat(store.keySet()).noneMatch(file -> file.contains(".part-"));
  }
}
