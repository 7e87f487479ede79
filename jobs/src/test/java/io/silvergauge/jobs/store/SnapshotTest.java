package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.ingest.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static Snapshot.Live live(String slot, int order, String batch, String pack) {
    return new Snapshot.Live(
        slot,
        order,
        slot + order + ".csv",
        "f".repeat(64),
        "410000",
        "civil",
        "2023Q4",
        "2024-01-15",
        order == 0 ? "full" : "amend",
        batch,
        pack,
        new Account(10, 7, 1, 2));
  }

  private static final List<Snapshot.Live> LIVE =
      List.of(
          live("civil/410000/2023Q4/all", 0, "b1", "p1"),
          live("civil/410000/2023Q4/all", 1, "b2", "p1"),
          live("health/410000/2023/all", 0, "b3", "p2"));

  @Test
  void isIdentifiedByItsListWhateverTheOrder() {
    Snapshot expected = Snapshot.of(LIVE);
    List<Snapshot.Live> shuffled = new ArrayList<>(LIVE);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(shuffled, new Random(i));
      assertThat(Snapshot.of(shuffled)).isEqualTo(expected);
    }
    assertThat(expected.id()).hasSize(64);
    assertThat(expected.live()).isEqualTo(LIVE);
  }

  @Test
  void doesNotDependOnThePacksInWhichTheBatchesHappenToLie() {
    List<Snapshot.Live> elsewhere =
        List.of(
            live("civil/410000/2023Q4/all", 0, "b1", "p7"),
            live("civil/410000/2023Q4/all", 1, "b2", "p8"),
            live("health/410000/2023/all", 0, "b3", "p9"));
    assertThat(Snapshot.of(elsewhere).id()).isEqualTo(Snapshot.of(LIVE).id());
  }

  @Test
  void isAnotherWithAnythingElseLive() {
    String id = Snapshot.of(LIVE).id();
    List<Snapshot.Live> otherBatch = new ArrayList<>(LIVE);
    otherBatch.set(2, live("health/410000/2023/all", 0, "b4", "p2"));

    assertThat(Snapshot.of(otherBatch).id()).isNotEqualTo(id);
    assertThat(Snapshot.of(LIVE.subList(0, 2)).id()).isNotEqualTo(id);
    assertThat(Snapshot.of(List.of()).id()).isNotEqualTo(id);
  }

  @Test
  void addsUpItsAccounts() {
    assertThat(Snapshot.of(LIVE).account()).isEqualTo(new Account(30, 21, 3, 6));
    assertThat(Snapshot.of(List.of()).account()).isEqualTo(Account.NONE);
  }

  @Test
  void isKeptUnderItsIdAndNeverWrittenAgain(@TempDir Path folder) throws IOException {
    Storage storage = new LocalStorage(folder);
    Snapshot snapshot = Snapshot.of(LIVE);
    snapshot.save(storage);
    String path = "snapshots/" + snapshot.id() + ".json";
    assertThat(EvaluationJson.read(storage.read(path), Snapshot.class)).isEqualTo(snapshot);

    storage.write(path, Repository.utf8("as it was"));
    snapshot.save(storage);
    assertThat(storage.read(path)).isEqualTo(Repository.utf8("as it was"));
  }
}
