package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.ingest.ReadingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An assessment and its output folder as version 0.1.0 wrote them (city 110100, 2023Q4, a file that
 * was restated), and output folders of versions that are still to come.
 */
class UpgradeTest {
  private static final String ARCHIVE = "src/test/resources/upgrade/silvergauge-0.1.0.tar.gz";
  private static final String PUBLISHED = "publications/5b7966d57e01f261174c8d3f20d053f7";

  /** How version 0.1.0 read, and how many files. */
  private static final int READING = 9;

  private static final int FILES = 8;

  @TempDir Path temp;

  private Path folder;
  private Path out;

  @BeforeEach
  void unpack() throws Exception {
    Process tar =
        new ProcessBuilder("tar", "-xzf", Path.of(ARCHIVE).toAbsolutePath().toString())
            .directory(temp.toFile())
            .start();
    assertThat(tar.waitFor()).isZero();
    folder = temp.resolve("assessment");
    out = temp.resolve("out");
  }

  private Cli.Ran run(String command, Object... more) {
    List<Object> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(more));
    words.addAll(List.of("--out", out, "--lang", "en"));
    return Cli.run(words.toArray());
  }

  @Test
  void whatAnEarlierVersionWroteIsVerifiedListedAndExplained() {
    Cli.Ran verified = run("verify");
    assertThat(verified.status()).as(verified.out()).isZero();
    assertThat(verified.lines()).last().asString().endsWith(" 0 differences, 0 leftovers.");
    assertThat(run("history").lines()).hasSize(3).last().asString().contains("published");

    Cli.Ran explained = run("explain", "110100", "nursing_share", "2023Q4");
    assertThat(explained.status()).as(explained.err()).isZero();
    // By hand: 61 + 140 of 100 + 300 beds.
    assertThat(explained.out()).contains("50.25", "2023Q4/110000/later.csv");
  }

  @Test
  void aRunSaysWhatIsDueForTheNewVersionAndComesToTheSameFigures() throws IOException {
    Cli.Ran ran = run("run", folder);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("2023Q4: published by SilverGauge 0.1.0, now SilverGauge development");
    assertThat(run("history", "--json").out())
        .contains(
            "\"files_read\" : " + (ReadingContext.READING_VERSION == READING ? 0 : FILES) + ",");
    Path current = out.resolve("current").toRealPath();
    assertThat(current.getFileName().toString()).isNotEqualTo(PUBLISHED.substring(13));
    for (String table : List.of("outcomes", "judgements", "scores", "rejects", "revisions")) {
      assertThat(current.resolve("2023Q4").resolve(table + ".csv"))
          .as("a change of figures needs a line under Results in the changelog")
          .hasSameBinaryContentAs(out.resolve(PUBLISHED).resolve("2023Q4/" + table + ".csv"));
    }
    assertThat(run("verify").status()).isZero();
    assertThat(run("run", folder).out()).isEqualTo("Nothing to publish.\n");
  }

  @Test
  void aStoreThatWasReadByOtherRulesIsReadAgainAndSaysSo() throws IOException {
    assertThat(run("run", folder).status()).isZero();
    new ProcessBuilder("rm", "-r", out.resolve("store/packs").toString()).start().onExit().join();

    Cli.Ran ran = run("run", folder);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("this version of the program reads them; they are read again")
        .contains("reading " + FILES + " files");
    assertThat(ran.out()).contains("This very content was published already");
  }

  /** A publication whose manifest says that a later version wrote it, under its right name. */
  private void letALaterVersionPublish() throws IOException {
    Path old = out.resolve(PUBLISHED);
    Path manifest = old.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"model\" : 1,", "\"model\" : 2, \"more\" : 3,"));
    String name = Sha256.of(Files.readAllBytes(manifest)).substring(0, 32);
    Files.move(old, out.resolve("publications").resolve(name));
    Files.delete(out.resolve("current"));
    Files.createSymbolicLink(out.resolve("current"), Path.of("publications", name));
  }

  private void assertRefused(Cli.Ran ran, Path file) {
    assertThat(ran.status()).as(ran.err()).isEqualTo(5);
    assertThat(ran.err())
        .contains(
            file
                + " was written by a later version of the program (model 2, this one knows up to"
                + " 1): use that version, or another output folder; nothing was changed");
  }

  @Test
  void whatALaterVersionPublishedIsRefusedWithWhatToDo() throws IOException {
    letALaterVersionPublish();
    Map<String, String> published = Repository.hashes(out.resolve("publications"));
    Map<String, String> stored = Repository.hashes(out.resolve("store"));
    Path current = out.resolve("current/manifest.json");

    assertRefused(run("run", folder, "--dry-run"), current.toRealPath());
    assertRefused(run("run", folder), current.toRealPath());
    assertRefused(run("evaluate", folder), current);
    assertRefused(run("verify"), current.toRealPath());
    assertRefused(run("tidy", folder, "--keep", 1), current.toRealPath());
    assertThat(Repository.hashes(out.resolve("publications"))).isEqualTo(published);
    assertThat(Repository.hashes(out.resolve("store"))).isEqualTo(stored);
  }

  @Test
  void aStoreThatALaterVersionWroteIsRefusedToo() throws IOException {
    Path pack =
        Repository.files(out.resolve("store/packs")).stream()
            .filter(file -> file.endsWith("pack.json"))
            .findFirst()
            .orElseThrow();
    Files.writeString(pack, Files.readString(pack).replace("\"model\" : 1,", "\"model\" : 2,"));
    Files.writeString(
        pack.resolveSibling("pack.json.sha256"),
        Sha256.of(Files.readAllBytes(pack)) + "  pack.json\n");

    assertRefused(run("run", folder), pack);
    assertRefused(run("verify"), pack);
  }
}
