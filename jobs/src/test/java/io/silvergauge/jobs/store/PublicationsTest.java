package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
  @TempDir Path out;

  private Storage storage;
  private Publications publications;

  @BeforeEach
  void open() {
    storage = new LocalStorage(out);
    publications = new Publications(storage);
  }

  /** Publishes one period with one file; the others are carried over. */
  private boolean publish(String period, String content) throws IOException {
    return publish(period, "2024-01-31", content);
  }

  private boolean publish(String period, String asOf, String content) throws IOException {
    String staging = publications.stage();
    storage.write(staging + "/" + period + "/scores.csv", Repository.utf8(content));
    Map<String, Manifest.PeriodEntry> periods = new TreeMap<>();
    if (publications.current().isPresent()) {
      Manifest before = publications.current().get();
      for (String other : before.periods().keySet()) {
        if (!other.equals(period)) {
          publications.carryOver(staging, before, other);
          periods.put(other, before.periods().get(other));
        }
      }
    }
    periods.put(period, new Manifest.PeriodEntry(asOf, "small 1", "s", "snap", Map.of(), "p 1"));
    return publications.publish(
        staging,
        new Manifest(
            Manifest.MODEL,
            "SilverGauge test",
            periods,
            Map.of(),
            Map.of("snap", List.of()),
            publications.hashes(staging)));
  }

  /** Otherwise figures of two publications would stand beside each other. */
  @Test
  void areReadToTheEndWhereAnotherIsPublishedMeanwhile() throws IOException {
    publish("2023Q4", "a");
    storage.write(publications.currentName() + "/2023Q4/evaluation.json", new byte[0]);
    String folder = publications.folderOf("2023Q4").orElseThrow();
    publish("2023Q4", "b");

    assertThat(Repository.text(out.resolve(folder + "/scores.csv"))).isEqualTo("a");
  }

  @Test
  void areKnownToBeRemovedByThePathOfAFile() throws IOException {
    publish("2023Q4", "a");

    assertThat(Publications.isOfRemoved(out.resolve("publications/0a/2023Q4/scores.csv"))).isTrue();
    assertThat(Publications.isOfRemoved(out.resolve(publications.currentName() + "/lost.csv")))
        .isFalse();
    assertThat(Publications.isOfRemoved(out.resolve("store/inputs/0a"))).isFalse();
    assertThat(Publications.isOfRemoved(Path.of("publications/0a"))).isFalse();
  }

  private List<String> published() throws IOException {
    return storage.list("publications");
  }

  @Test
  void areFoldersNamedByTheHashOfTheirManifest() throws IOException {
    assertThat(publications.current()).isEmpty();
    assertThat(publish("2023Q4", "a")).isTrue();

    String name = published().get(0);
    byte[] manifest = Repository.bytes(out.resolve("current/manifest.json"));
    assertThat(published()).hasSize(1);
    assertThat(name).isEqualTo(Sha256.of(manifest).substring(0, 32));
    assertThat(publications.current().orElseThrow().published())
        .containsExactly(Map.entry("2023Q4/scores.csv", Sha256.of(Repository.utf8("a"))));
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("a");
  }

  @Test
  void arePutBackWhereARunDiedWhileItReplacedADamagedOne() throws IOException {
    publish("2023Q4", "a");
    String name = published().get(0);
    Path there = out.resolve("publications").resolve(name);
    Files.move(there, there.resolveSibling(".staging-damaged-" + name));
    assertThat(publications.current()).isEmpty();

    publications.putBack();
    publications.putBack();

    assertThat(publications.current()).isPresent();
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("a");
    assertThat(published()).containsExactly(name);
  }

  @Test
  void thatAreDamagedLieWherePuttingBackLooksWhileTheyAreReplaced() throws IOException {
    publish("2023Q4", "a");
    String name = published().get(0);
    Files.writeString(out.resolve("current/2023Q4/scores.csv"), "damaged");

    assertThat(publish("2023Q4", "a")).isTrue();

    assertThat(published()).containsExactlyInAnyOrder(name, ".staging-damaged-" + name);
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("a");
  }

  @Test
  void areReachedByARelativeLink() throws IOException {
    publish("2023Q4", "a");

    assertThat(out.resolve("current")).isSymbolicLink();
    assertThat(Files.readSymbolicLink(out.resolve("current")))
        .isRelative()
        .isEqualTo(Path.of("publications", published().get(0)));
  }

  @Test
  void doNotChangeWhereTheSameContentIsPublishedAgain() throws IOException {
    publish("2023Q4", "a");
    Map<String, String> before = Repository.hashes(out);

    assertThat(publish("2023Q4", "a")).isFalse();
    assertThat(Repository.hashes(out)).isEqualTo(before);
    assertThat(published()).as("no staging is left").hasSize(1);
  }

  @Test
  void keepOtherPeriodsAsTheyAre() throws IOException {
    publish("2023Q3", "third");
    publish("2023Q4", "fourth");

    assertThat(out.resolve("current/2023Q3/scores.csv")).hasContent("third");
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("fourth");
    assertThat(publications.current().orElseThrow().periods()).containsOnlyKeys("2023Q3", "2023Q4");

    publish("2023Q4", "fourth, restated");
    assertThat(out.resolve("current/2023Q3/scores.csv")).hasContent("third");
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("fourth, restated");
  }

  @Test
  void leaveEveryEarlierOneAsItWas() throws IOException {
    publish("2023Q4", "a");
    Path first = out.resolve("current").toRealPath();
    Map<String, String> before = Repository.hashes(first);
    publish("2023Q4", "b");

    assertThat(Repository.hashes(first)).isEqualTo(before);
    assertThat(published()).hasSize(2);
    assertThat(out.resolve("current").toRealPath()).isNotEqualTo(first);
  }

  @Test
  void canGoBackToWhatWasPublishedBefore() throws IOException {
    publish("2023Q4", "a");
    Path first = out.resolve("current").toRealPath();
    publish("2023Q4", "b");

    assertThat(publish("2023Q4", "a")).isTrue();
    assertThat(out.resolve("current").toRealPath()).isEqualTo(first);
    assertThat(published()).hasSize(2);
  }

  @Test
  void leaveNothingOfAFolderThatCameToNothing() throws IOException {
    publish("2023Q4", "a");
    String staging = publications.stage();
    storage.write(staging + "/2023Q4/scores.csv", Repository.utf8("half"));
    publications.discard(staging);

    assertThat(published()).hasSize(1);
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("a");
  }

  @Test
  void removeWhatADeadRunWasPuttingTogether() throws IOException {
    publish("2023Q4", "a");
    storage.write(publications.stage() + "/2023Q4/scores.csv", Repository.utf8("never finished"));

    String staging = publications.stage();
    assertThat(staging).startsWith("publications/.");
    assertThat(storage.list("publications")).hasSize(1).noneMatch(name -> name.startsWith("."));
    assertThat(out.resolve("current/2023Q4/scores.csv")).hasContent("a");
  }

  @Test
  void keepAMonthApartFromTheMonthsThatBeginWithIt() throws IOException {
    publish("2023-01/2023-09", "nine months");
    publish("2023-01", "January");
    publish("2023-01/2023-09", "nine months, restated");
    assertThat(out.resolve("current/2023-01/scores.csv")).hasContent("January");
    assertThat(out.resolve("current/2023-01/2023-09/scores.csv"))
        .hasContent("nine months, restated");

    publish("2023-01", "January, restated");
    assertThat(out.resolve("current/2023-01/scores.csv")).hasContent("January, restated");
    assertThat(out.resolve("current/2023-01/2023-09/scores.csv"))
        .hasContent("nine months, restated");
  }

  @Test
  void areFoundByTheDateTheyAreMadeAsOf() throws IOException {
    publish("2023Q4", "2024-01-31", "a");
    publish("2023Q4", "2024-02-29", "b");
    publish("2023Q3", "2024-02-29", "c"); // 2023Q4 as of February is in two publications now

    assertThat(publications.foldersOf("2023Q4", "2024-01-30")).isEmpty();
    assertThat(publications.foldersOf("2023Q4", "2024-02-29"))
        .containsExactly(publications.currentName() + "/2023Q4");
    assertThat(publications.foldersOf("2023Q4", "2024-01-31"))
        .singleElement()
        .satisfies(folder -> assertThat(out.resolve(folder + "/scores.csv")).hasContent("a"));

    publish("2023Q4", "2024-03-31", "d");
    assertThat(publications.foldersOf("2023Q4", "2024-02-29"))
        .as("the same content twice")
        .singleElement()
        .satisfies(folder -> assertThat(out.resolve(folder + "/scores.csv")).hasContent("b"));
  }

  /** A rule book may have changed in between; which was meant cannot be told. */
  @Test
  void areAllNamedWhereTheyDifferAsOfOneDate() throws IOException {
    publish("2023Q4", "2024-01-31", "a");
    publish("2023Q4", "2024-01-31", "b");
    assertThat(publications.foldersOf("2023Q4", "2024-01-31"))
        .containsExactly(publications.currentName() + "/2023Q4");

    publish("2023Q4", "2024-02-29", "c");
    assertThat(publications.foldersOf("2023Q4", "2024-01-31")).hasSize(2);
  }
}
