package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Retention;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each change that removing makes to store and output folder fails in turn, as when the process
 * dies: what is kept is whole at any time, and the next one removes the rest.
 */
class RetentionFaultsTest {
  @TempDir Path temp;

  private Path before;
  private Map<String, String> published;

  @BeforeEach
  void publishThreeTimes() {
    byte[] other =
        Repository.utf8("表\n代码,地区,床位数,护理型,资金\n110101,东区,100,61,30\n110121,东县,300,140,50\n");
    Path folder =
        SmallAssessment.delivered()
            .deliver(
                "2023Q4/110000/two.csv", "civil/110000/2023Q4/all", "2024-02-10", "full", other)
            .write(temp.resolve("assessment"));
    before = temp.resolve("before");
    for (String day : new String[] {"2024-01-16", "2024-01-31", "2024-02-10"}) {
      SmallRun.of(folder, before).asOf(day).evaluate("2023Q4");
    }
    published = Repository.hashes(before.resolve("current"));
  }

  @AfterEach
  void noMoreFaults() {
    FaultyStorage.failFrom(0, false);
  }

  /** Keeps nothing but what the newest publication names: of each kind of file something goes. */
  private static void removeAllButTheNewest(Storage output, Storage store) throws IOException {
    Retention retention = new Retention(output, store);
    Retention.Plan plan =
        retention.plan(new Retention.Wanted(1, Set.of(), Set.of(), Set.of(), true));
    new Publications(output).discardStaged();
    retention.remove(plan);
  }

  private Path copy(String name) throws Exception {
    Path to = temp.resolve(name);
    assertThat(new ProcessBuilder("cp", "-a", before.toString(), to.toString()).start().waitFor())
        .isZero();
    return to;
  }

  private static Verifier.Result verified(Path out) throws IOException {
    return new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store"))).verify();
  }

  @Test
  void whereverItDiesWhatIsKeptIsWholeAndTheNextOneRemovesTheRest() throws Exception {
    Path undisturbed = copy("undisturbed");
    FaultyStorage.failFrom(0, false);
    removeAllButTheNewest(
        FaultyStorage.of(undisturbed), FaultyStorage.of(undisturbed.resolve("store")));
    int changes = FaultyStorage.changes();
    Map<String, String> expected = Repository.hashes(undisturbed);
    assertThat(changes).isGreaterThan(10);
    assertThat(verified(undisturbed).differences()).isEmpty();
    assertThat(expected).hasSizeLessThan(Repository.hashes(before).size());
    for (String part : new String[] {"publications", "store/snapshots", "store/inputs"}) {
      assertThat(Repository.hashes(undisturbed.resolve(part)))
          .as(part)
          .hasSizeLessThan(Repository.hashes(before.resolve(part)).size());
    }

    for (int point = 1; point <= changes; point++) {
      String name = "crash" + point;
      Path out = copy(name);
      FaultyStorage.failFrom(point, true);
      assertThat(
              catchThrowable(
                  () ->
                      removeAllButTheNewest(
                          FaultyStorage.of(out), FaultyStorage.of(out.resolve("store")))))
          .as(name)
          .isInstanceOf(FaultyStorage.Crash.class);
      FaultyStorage.failFrom(0, false);

      assertThat(verified(out).whole()).as(name).isTrue();
      assertThat(Repository.hashes(out.resolve("current"))).as(name).isEqualTo(published);
      removeAllButTheNewest(new LocalStorage(out), new LocalStorage(out.resolve("store")));
      assertThat(Repository.hashes(out)).as(name).isEqualTo(expected);
    }
  }
}
