package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that fails on its way leaves what was published as it was. */
class FailureTest {
  @TempDir Path temp;

  private Path out;
  private SmallRun run;
  private Map<String, String> before;

  @BeforeEach
  void publishTheThirdQuarter() {
    out = temp.resolve("out");
    run = SmallRun.of(SmallAssessment.delivered(), temp);
    run.evaluate("2023Q3");
    before = Repository.hashes(run.published(""));
  }

  /** Evaluates the fourth quarter into an output folder in which some files cannot be written. */
  private EvaluationRun.Result evaluate(FailingStorage.How how, String... endings) {
    LocalStorage store = new LocalStorage(out.resolve("store"));
    FailingStorage output = new FailingStorage(out, how, endings);
    return LocalSpark.with(
        spark -> {
          try {
            return new EvaluationRun(
                    run.assessment(), store, output, "SilverGauge test", Progress.silent())
                .run(spark, List.of(Period.parse("2023Q4")), LocalDate.parse("2024-01-31"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void nothingIsPublished() throws IOException {
    assertThat(Repository.hashes(run.published(""))).isEqualTo(before);
    try (Stream<Path> publications = Files.list(out.resolve("publications"))) {
      assertThat(publications).containsExactly(run.published("").toRealPath());
    }
  }

  @Test
  void everyCityWhosePagesCannotBeWrittenIsNamed() throws IOException {
    RunFailure failure =
        catchThrowableOfType(
            RunFailure.class,
            () ->
                evaluate(
                    FailingStorage.How.PROGRAM,
                    "2023Q4/evaluation/110200.json",
                    "2023Q4/reports/120100.en.html",
                    "2023Q4/reports/comparison.zh.html"));

    assertThat(failure.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(failure.text().en())
        .isEqualTo(
            "these reports could not be written: 110200 2023Q4"
                + " (java.lang.IllegalStateException: cannot write 110200.json); 120100 2023Q4"
                + " (java.lang.IllegalStateException: cannot write 120100.en.html); comparison 2023Q4"
                + " (java.lang.IllegalStateException: cannot write comparison.zh.html); nothing is"
                + " published");
    assertThat(failure.text().zh()).contains("110200 2023Q4", "120100 2023Q4", "未发布任何内容");
    assertThat(failure.getCause())
        .hasMessageContaining("IllegalStateException: cannot write")
        .hasMessageContaining("RenderJob");
    nothingIsPublished();
  }

  @Test
  void fullDiskWhileCitiesAreWrittenIsTheEnvironmentsFailure() throws IOException {
    RunFailure failure =
        catchThrowableOfType(
            RunFailure.class,
            () -> evaluate(FailingStorage.How.DISK_FULL, "2023Q4/evaluation/110200.json"));

    assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(failure.text().en())
        .startsWith("these reports could not be written: 110200 2023Q4 (")
        .endsWith("No space left on device); nothing is published");
    nothingIsPublished();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023Q4/scores.csv", "/manifest.json"})
  void fullDiskAfterThatLeavesWhatWasPublished(String ending) throws IOException {
    assertThatThrownBy(() -> evaluate(FailingStorage.How.DISK_FULL, ending))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left on device");
    nothingIsPublished();
  }

  @Test
  void publishedFileThatWasChangedIsNotPublishedAgain() {
    Repository.write(run.published("2023Q3/outcomes.csv"), "region\r\n");

    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> run.evaluate("2023Q4"));

    assertThat(failure.code()).isEqualTo(ExitCode.DIFFERENCE);
    assertThat(failure.text().en())
        .startsWith("published files have been changed: 2023Q3/outcomes.csv; nothing is published");
    assertThat(run.published("2023Q4")).doesNotExist();

    run.evaluate("2023Q3", "2023Q4");
    assertThat(Repository.hashes(run.published(""))).containsAllEntriesOf(withoutManifest(before));
  }

  private static Map<String, String> withoutManifest(Map<String, String> hashes) {
    Map<String, String> others = new TreeMap<>(hashes);
    others.keySet().removeAll(Set.of("manifest.json", "prov.jsonld")); // they are of all periods
    return others;
  }

  @Test
  void runAfterAFailureGivesWhatAnUndisturbedOneGives(@TempDir Path other) throws IOException {
    assertThatThrownBy(() -> evaluate(FailingStorage.How.DISK_FULL, "2023Q4/scores.csv"))
        .isNotNull();
    Repository.write(out.resolve("publications/.staging-dead/half.json"), "{");

    run.evaluate("2023Q4");

    SmallRun undisturbed = SmallRun.of(SmallAssessment.delivered(), other);
    undisturbed.evaluate("2023Q3", "2023Q4");
    assertThat(Repository.hashes(run.published("")))
        .isEqualTo(Repository.hashes(undisturbed.published("")));
    assertThat(out.resolve("publications/.staging-dead")).doesNotExist();
  }
}
