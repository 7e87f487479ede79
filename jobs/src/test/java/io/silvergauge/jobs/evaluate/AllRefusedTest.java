package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllRefusedTest {
  private static final int FILES = 40;
  private static final int EACH = 250;

  @TempDir Path folder;

  private final List<Snapshot.Live> live = new ArrayList<>();
  private Packs packs;

  private static Reject reject(String file, long row) {
    return new Reject(
        file, "", row, row, "", "", RejectReason.ROW_SHAPE, "", Bilingual.same(file + row));
  }

  /** Forty files of 250 each in four packs, in an order that is not that of their paths. */
  @BeforeEach
  void write() throws IOException {
    packs = new Packs(new LocalStorage(folder));
    for (int pack = 0; pack < 4; pack++) {
      Map<String, Batch> batches = new LinkedHashMap<>();
      Map<String, String> paths = new LinkedHashMap<>();
      for (int i = pack; i < FILES; i += 4) {
        String path = "2023Q4/%s/civil.csv".formatted(110000 + i);
        String key = Integer.toHexString(1000 - i).repeat(16);
        List<Reject> rejects =
            LongStream.rangeClosed(1, EACH).mapToObj(row -> reject(path, row)).toList();
        batches.put(key, new Batch(List.of(), List.of(), rejects, new Account(EACH, 0, EACH, 0)));
        paths.put(key, path);
      }
      packs.write(batches).forEach(entry -> live.add(live(paths.get(entry.key()), entry)));
    }
  }

  private static Snapshot.Live live(String path, Packs.Entry entry) {
    return new Snapshot.Live(
        path,
        0,
        path,
        "",
        "110000",
        "civil",
        "2023Q4",
        "2024-01-15",
        "full",
        entry.key(),
        entry.pack(),
        entry.account());
  }

  private List<Reject> taken(AllRefused all) throws IOException {
    List<Reject> taken = new ArrayList<>();
    all.forEach(taken::add);
    return taken;
  }

  /** Four files of 250 at a time where a thousand may be held; one where fewer may. */
  @ParameterizedTest
  @CsvSource({"50000, 1", "1000, 10", "999, 14", "100, 40"})
  void comesWholeAndInOrderHoweverLittleMayBeHeld(int held, int goes) throws IOException {
    AllRefused all = new AllRefused(packs, Snapshot.of(live), List.of(), held);

    List<Reject> taken = taken(all);
    assertThat(all.goes()).isEqualTo(goes);
    assertThat(taken)
        .hasSize(FILES * EACH)
        .isSortedAccordingTo(Reject.ORDER)
        .doesNotHaveDuplicates();
    assertThat(taken(all)).as("as often as it is asked for").isEqualTo(taken);
  }

  @Test
  void hasWhatWasRefusedWithoutBeingReadInItsPlace() throws IOException {
    List<Reject> besides =
        List.of(
            Reject.ofFile("zz.csv", RejectReason.FILE_UNREGISTERED, Bilingual.same("x")),
            Reject.ofFile(
                "2023Q4/110001/civil.csv", RejectReason.FILE_REJECTED_OVER, Bilingual.same("x")),
            Reject.ofFile("2022/a.csv", RejectReason.FILE_MISSING, Bilingual.same("x")));

    List<Reject> taken = taken(new AllRefused(packs, Snapshot.of(live), besides, 300));
    assertThat(taken).hasSize(FILES * EACH + 3).isSortedAccordingTo(Reject.ORDER);
    assertThat(taken.get(0).file()).isEqualTo("2022/a.csv");
    assertThat(taken.get(1 + EACH).reason()).isEqualTo(RejectReason.FILE_REJECTED_OVER);
    assertThat(taken.get(FILES * EACH + 2).file()).isEqualTo("zz.csv");
  }

  @Test
  void isNothingWhereNothingWasRefused() throws IOException {
    assertThat(taken(new AllRefused(packs, Snapshot.of(List.of()), List.of(), 1))).isEmpty();
  }

  @Test
  void isCountedWholeAndKeptInPart() {
    RejectTally tally = RejectTally.NONE;
    for (long row = 1; row <= 1_000; row++) {
      tally = tally.plus(reject("a.csv", row));
    }
    tally =
        tally.plus(Reject.ofFile("b.xlsx", RejectReason.HIDDEN_ROWS, Bilingual.same("a remark")));
    assertThat(tally.all()).isEqualTo(1_001);
    assertThat(tally.refused()).isEqualTo(1_000);
    assertThat(tally.first()).hasSize(RejectTally.KEPT);
    assertThat(tally.first().get(19).row()).isEqualTo(20);
  }
}
