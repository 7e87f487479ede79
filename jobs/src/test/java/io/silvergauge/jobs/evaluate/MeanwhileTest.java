package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes, removes and adds files while a run is at one of its steps. */
class MeanwhileTest {
  private static final String CIVIL = "2023Q4/110000/civil.csv";

  @TempDir Path temp;

  private Path folder;
  private Map<String, String> undisturbed;

  /** What is done to a file. */
  private enum Deed {
    APPENDED {
      @Override
      void doTo(Path file) throws IOException {
        Files.writeString(file, "120181,北县市,50,10,5\n", StandardOpenOption.APPEND);
      }
    },
    CUT {
      @Override
      void doTo(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
      }
    },
    REPLACED {
      @Override
      void doTo(Path file) throws IOException {
        Path other = file.resolveSibling("other");
        Files.writeString(other, "其他", StandardCharsets.UTF_8);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      }
    },
    DELETED {
      @Override
      void doTo(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void doTo(Path file) throws IOException;
  }

  /** What is done when a step begins. */
  private interface Meddling {
    void meddle() throws IOException;
  }

  @BeforeEach
  void evaluateUndisturbed() {
    folder = SmallAssessment.delivered().write(temp.resolve("undisturbed"));
    SmallRun run = SmallRun.of(folder, temp.resolve("out of undisturbed"));
    run.evaluate("2023Q4");
    undisturbed = Repository.hashes(run.published(""));
    folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
  }

  /** A run in which something is done when a step begins; there must be such a step. */
  private SmallRun runWhile(String step, Meddling meddling) {
    List<String> steps = new ArrayList<>();
    SmallRun run = SmallRun.of(folder, temp.resolve("out"));
    Progress progress =
        new Progress() {
          @Override
          public void begin(Bilingual text, int tasks) {
            steps.add(text.en());
            if (text.en().startsWith(step)) {
              try {
                meddling.meddle();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }

          @Override
          public void advance(int done, int tasks) {}

          @Override
          public void end() {}
        };
    LocalSpark.with(spark -> run.evaluate(spark, progress, "2023Q4"));
    assertThat(steps).anyMatch(one -> one.startsWith(step));
    return run;
  }

  private void all(Deed deed) throws IOException {
    for (Path file : Repository.files(folder.resolve("data"))) {
      deed.doTo(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"evaluating, APPENDED", "writing, CUT", "writing, DELETED", "publishing, REPLACED"})
  void onceReadNothingThatBecomesOfTheFilesMatters(String step, Deed deed) {
    SmallRun run = runWhile(step, () -> all(deed));

    assertThat(Repository.hashes(run.published(""))).isEqualTo(undisturbed);
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void aFileThatChangesBeforeItIsReadIsNotReadAndNamed(Deed deed) {
    SmallRun run = runWhile("reading", () -> deed.doTo(folder.resolve("data").resolve(CIVIL)));

    assertThat(CsvRows.lines(run.published("2023Q4/rejects.csv"), "file", "reason"))
        .containsExactly(CIVIL + (deed == Deed.DELETED ? "|FILE_MISSING" : "|FILE_CHANGED"));
    assertThat(CsvRows.lines(run.published("2023Q4/outcomes.csv"), "region", "indicator", "reason"))
        .contains("110100|nursing_share|input_missing", "120100|nursing_share|incomplete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "evaluating", "writing", "publishing"})
  void aFileThatComesMeanwhileBelongsToTheNextRun(String step) {
    String come = "2023Q4/130000/civil.csv";
    SmallRun run =
        runWhile(step, () -> Repository.write(folder.resolve("data").resolve(come), "新"));

    assertThat(Repository.hashes(run.published(""))).isEqualTo(undisturbed);
    run.evaluate("2023Q4");
    assertThat(CsvRows.lines(run.published("2023Q4/rejects.csv"), "file", "reason"))
        .containsExactly(come + "|FILE_UNREGISTERED");
  }

  @Test
  void whatPeopleWroteIsReadOnce() {
    SmallRun run =
        runWhile(
            "reading",
            () -> {
              Files.delete(folder.resolve("scheme.yaml"));
              Files.writeString(folder.resolve("cities.csv"), "");
              Files.writeString(folder.resolve("data/deliveries.csv"), "");
            });

    assertThat(Repository.hashes(run.published(""))).isEqualTo(undisturbed);
  }
}
