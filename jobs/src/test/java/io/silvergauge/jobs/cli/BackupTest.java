package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is a copy of the output folder: here at another path, with the first one gone. */
class BackupTest {
  @TempDir Path temp;

  private Path folder;
  private Path copy;
  private Map<String, String> published;

  @BeforeEach
  void copyAndLose() throws Exception {
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Path out = temp.resolve("out");
    for (String day : new String[] {"2024-01-16", "2024-01-31"}) {
      Cli.Ran ran = Cli.run("run", folder, "--out", out, "--as-of", day);
      assertThat(ran.status()).as(ran.err()).isZero();
    }
    published = Repository.hashes(out.resolve("current"));
    copy = temp.resolve("backup of 2024/输出");
    done("mkdir", "-p", copy.getParent().toString());
    done("cp", "-a", out.toString(), copy.toString());
    done("rm", "-r", out.toString());
  }

  private static void done(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  @Test
  void aCopyIsVerifiedExplainedAndGoneOnWith() {
    assertThat(Repository.hashes(copy.resolve("current"))).isEqualTo(published);
    Cli.Ran verified = Cli.run("verify", folder, "--out", copy);
    assertThat(verified.status()).as(verified.out()).isZero();
    assertThat(verified.out()).contains(": 0 differences, 0 leftovers.");
    Cli.Ran explained = Cli.run("explain", "110100", "nursing_share", "2023Q4", "--out", copy);
    assertThat(explained.status()).as(explained.err()).isZero();
    assertThat(explained.out()).contains("2023Q4/110000/civil.csv");

    assertThat(Cli.run("run", folder, "--out", copy, "--lang", "en").out())
        .isEqualTo("Nothing to publish.\n");
    Cli.Ran again = Cli.run("evaluate", folder, "--out", copy, "--lang", "en");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("This very content was published already");
    assertThat(again.err()).doesNotContain("reading ");
    assertThat(Repository.hashes(copy.resolve("current"))).isEqualTo(published);
  }
}
