package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.store.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackSharesTest {
  private static Snapshot.Live live(String batch, String pack, long accepted) {
    return new Snapshot.Live(
        "slot " + batch,
        1,
        batch + ".csv",
        "0".repeat(64),
        "410000",
        "civil_affairs",
        "2023Q4",
        "2024-01-05",
        "full",
        batch,
        pack,
        new Account(accepted, accepted, 0, 0));
  }

  @Test
  void readsALargePackInSeveralPartsAndASmallOneInOne() {
    Snapshot snapshot =
        new Snapshot(
            "",
            List.of(
                live("a", "large", 900_000),
                live("b", "large", 400_000),
                live("c", "small", 20),
                live("d", "", 0)),
            List.of());

    List<PackShares.Work> works = PackShares.works(snapshot);

    assertThat(works)
        .extracting(work -> work.pack() + " " + work.part() + "/" + work.parts())
        .containsExactly("large 0/3", "large 1/3", "large 2/3", "small 0/1");
    assertThat(works.get(1).live()).containsOnlyKeys("a", "b");
    assertThat(works.get(3).live()).containsOnlyKeys("c");
  }
}
