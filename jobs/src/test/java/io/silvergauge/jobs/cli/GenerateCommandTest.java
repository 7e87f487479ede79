package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir Path temp;

  private Cli.Ran generate(Path to, String... more) {
    Object[] all = new Object[more.length + 5];
    all[0] = "generate";
    all[1] = "--facts";
    all[2] = Repository.path("facts");
    all[3] = "--to";
    all[4] = to;
    System.arraycopy(more, 0, all, 5, more.length);
    return Cli.run(all);
  }

  @Test
  void writesTheCitiesAndQuartersThatAreAskedForTheSameForTheSameSeed() {
    String[] options = {
      "--cities", "410100", "--from", "2023Q3", "--until", "2023Q4", "--seed", "7"
    };
    Cli.Ran ran = generate(temp.resolve("a"), options);
    generate(temp.resolve("b"), options);

    assertThat(ran.status()).isZero();
    assertThat(ran.lines()).containsExactly("Wrote " + temp.resolve("a") + " (synthetic data)");
    assertThat(CsvRows.lines(temp.resolve("a/cities.csv"), "code")).containsExactly("410100");
    assertThat(temp.resolve("a/data/2023Q4/410000/civil_affairs.csv")).isRegularFile();
    assertThat(temp.resolve("a/data/2023Q2")).doesNotExist();
    assertThat(Repository.hashes(temp.resolve("b")))
        .isEqualTo(Repository.hashes(temp.resolve("a")));
  }

  @Test
  void namesACityThatNoListHas() {
    Cli.Ran ran = generate(temp.resolve("a"), "--cities", "999999");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.said())
        .containsExactly(
            "'999999' is not in the 2023 list of divisions, or the census has no row for it",
            "See: silvergauge generate --help");
  }

  @Test
  void namesFactsThatAreNotThere() {
    Cli.Ran ran = Cli.run("generate", "--facts", temp.resolve("none"), "--to", temp.resolve("a"));

    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err()).startsWith("Could not read or write: ").contains("no such file");
  }
}
