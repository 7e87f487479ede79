package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file system without room, and one that cannot be written to. Mounting takes root's rights;
 * where they lack the report says so, and {@code FaultPointsTest} stands in, in which each change
 * of a run meets a full disk.
 */
class FullDiskTest {
  /** At how many levels the disk fills up; more at night. */
  private static final int LEVELS = Integer.getInteger("silvergauge.levels", 2);

  private static final long PLENTY_KB = 200_000;

  @TempDir Path temp;

  private Path disk;
  private Path folder;
  private Path out;
  private SmallDisk mounted;

  @BeforeEach
  void mount(TestReporter reporter) throws IOException {
    disk = temp.resolve("小 disk");
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    out = disk.resolve("out");
    mounted = SmallDisk.on(disk, "size=" + PLENTY_KB + "k");
    if (!mounted.isMounted()) {
      reporter.publishEntry(
          "full disk", "NOT TRIED: a tmpfs cannot be mounted without root's rights");
    }
  }

  @AfterEach
  void unmount() throws IOException {
    mounted.close();
  }

  private long usedKb() throws IOException {
    return (Files.getFileStore(disk).getTotalSpace() - Files.getFileStore(disk).getUsableSpace())
        / 1024;
  }

  private Map<String, String> published() {
    return Repository.hashes(out.resolve("current"));
  }

  private void publishTheThirdQuarter() {
    Cli.Ran ran =
        Cli.run("run", folder, "--out", out, "--period", "2023Q3", "--as-of", "2023-10-31");
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private Cli.Ran runBoth() {
    return Cli.run("run", folder, "--out", out, "--lang", "en");
  }

  @Test
  void whereverTheDiskFillsUpTheOldPublicationStaysAndARunWithRoomGivesTheSameBytes()
      throws Exception {
    if (!mounted.isMounted()) {
      return;
    }
    publishTheThirdQuarter();
    Path kept = temp.resolve("kept");
    assertThat(SmallDisk.done("cp", "-a", out.toString(), kept.toString())).isZero();
    Map<String, String> before = published();
    long used = usedKb();
    assertThat(runBoth().status()).isZero();
    Map<String, String> expected = published();
    long need = usedKb() - used;
    assertThat(expected).isNotEqualTo(before);

    for (int level = 0; level < LEVELS; level++) {
      String where = "room for %d/%d of %d KB".formatted(level, LEVELS, need);
      assertThat(SmallDisk.done("rm", "-rf", out.toString())).isZero();
      assertThat(SmallDisk.done("cp", "-a", kept.toString(), out.toString())).isZero();
      mounted.remount("size=" + (usedKb() + need * level / LEVELS) + "k");
      Cli.Ran full = runBoth();

      assertThat(full.status()).as(where + full.err()).isEqualTo(5);
      assertThat(full.err())
          .as(where)
          .contains(disk.toString())
          .containsPattern("No space left on device( \\(\\d+ bytes are free[,)])?");
      assertThat(published()).as(where).isEqualTo(before);
      mounted.remount("size=" + PLENTY_KB + "k");
      Cli.Ran again = runBoth();
      assertThat(again.status()).as(where + again.err()).isZero();
      assertThat(published()).as(where).isEqualTo(expected);
    }
  }

  @Test
  void whatIsNeededAndWhatThereIsStandsInTheMessage() throws Exception {
    if (!mounted.isMounted()) {
      return;
    }
    mounted.remount("size=64k");
    IOException failure =
        catchThrowableOfType(
            IOException.class, () -> new LocalStorage(disk).write("file", new byte[100_000]));

    assertThat(failure)
        .hasMessageMatching(
            ".*/小 disk/file: No space left on device \\([0-9]+ bytes are free, 100000 are"
                + " needed\\)");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void aDiskThatCannotBeWrittenToIsNamedAndWhatIsPublishedStays() throws Exception {
    if (!mounted.isMounted()) {
      return;
    }
    publishTheThirdQuarter();
    Map<String, String> before = published();
    mounted.remount("ro");
    Cli.Ran refused = runBoth();

    assertThat(refused.status()).as(refused.err()).isEqualTo(5);
    assertThat(refused.err()).contains(disk.toString());
    assertThat(published()).isEqualTo(before);
    mounted.remount("rw");
    assertThat(runBoth().status()).isZero();
    assertThat(published()).isNotEqualTo(before);
  }
}
