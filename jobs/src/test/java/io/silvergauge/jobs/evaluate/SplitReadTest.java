package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitReadTest {
  @TempDir Path temp;

  /** All that a store says of the live files, without what tells how packs were put together. */
  private static Map<String, Object> said(Storage store, Snapshot snapshot) throws IOException {
    Packs packs = new Packs(store);
    Map<String, Object> said = new TreeMap<>();
    for (Snapshot.Live live : snapshot.live()) {
      Set<String> batch = Set.of(live.batch());
      said.put(
          live.path(),
          List.of(
              live.batch(),
              live.account(),
              packs.observations(live.pack(), batch),
              packs.sums(live.pack(), batch),
              packs.rejects(live.pack(), batch),
              store.exists("inputs/" + live.sha256())));
    }
    said.put("snapshot", snapshot.id());
    return said;
  }

  @Test
  void largeFilesComeToTheSameInPartsAsWhole() {
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Map<String, Object> whole = read(folder, "whole", Long.MAX_VALUE);
    Map<String, Object> parts = read(folder, "parts", 1);

    assertThat(whole).hasSizeGreaterThan(3);
    assertThat(parts).isEqualTo(whole);
  }

  /** A bit of the copy in the store, of a file that is read again after its packs were removed. */
  @ParameterizedTest
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void damagedCopyInTheStoreIsReplacedBeforeItIsRead(long splitFrom) throws IOException {
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Map<String, Object> sound = read(folder, "store", splitFrom);
    Storage store = new LocalStorage(temp.resolve("store"));
    for (String input : store.list("inputs")) {
      byte[] content = store.read("inputs/" + input);
      content[content.length - 2] ^= 1; // before the line's end: a last digit, another number
      store.write("inputs/" + input, content);
    }
    store.delete("packs");

    assertThat(read(folder, "store", splitFrom)).isEqualTo(sound);
    for (String input : store.list("inputs")) {
      assertThat(Sha256.of(store.read("inputs/" + input))).isEqualTo(input);
    }
  }

  private Map<String, Object> read(Path folder, String name, long splitFrom) {
    return LocalSpark.with(
        spark -> {
          try {
            Assessment assessment = AssessmentReader.read(folder);
            Storage store = new LocalStorage(temp.resolve(name));
            ReadJob.Result read =
                new ReadJob(assessment, store, splitFrom)
                    .run(
                        spark,
                        LiveDelivery.asOf(assessment.deliveries(), LocalDate.of(2024, 1, 31)),
                        List.of(),
                        Progress.silent());
            assertThat(read.refused()).isEmpty();
            assertThat(store.exists("packs")).isTrue();
            return said(store, read.snapshot());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
