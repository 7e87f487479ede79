package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.ingest.RejectReason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of both gates; without them nothing is held back. */
class GatesTest {
  @TempDir private Path temp;

  private SmallRun run(String gates) {
    return SmallRun.of(
        SmallAssessment.delivered()
            // a corrected table of two rows, one of them spoilt: 50 % is rejected
            .civil("2023Q4", "130000", "2024-01-19", "120181,北县市,x,10,5", "120101,北区,1,1,1")
            .changed("assessment.yaml", "formats: [html]", "formats: [html]\n" + gates),
        temp);
  }

  /** 120100 by hand: in the last quarter 4 + 4 + 1 of 12 figures can be worked out, 75 %. */
  @Test
  void publishesAtTheLimitOfCoverage() {
    SmallRun run =
        SmallRun.of(
            SmallAssessment.delivered()
                .changed(
                    "assessment.yaml",
                    "formats: [html]",
                    "formats: [html]\ngates: {run_coverage_below: 75}"),
            temp);
    assertThat(run.evaluate("2023Q4").evaluations()).containsKey("2023Q4");
  }

  @Test
  void publishesNothingBelowTheLimitOfCoverageAndNamesBothFigures() {
    SmallRun run =
        SmallRun.of(
            SmallAssessment.delivered()
                .changed(
                    "assessment.yaml",
                    "formats: [html]",
                    "formats: [html]\ngates: {run_coverage_below: 75.01}"),
            temp);
    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> run.evaluate("2023Q4"));
    assertThat(failure.code()).isEqualTo(ExitCode.GATE);
    assertThat(failure.text().in(Language.EN))
        .isEqualTo(
            "2023Q4: of 12 figures 9 can be computed (75.00 %), below the limit of 75.01 %, so"
                + " nothing is published");
    assertThat(Files.exists(run.published("manifest.json"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gates: {file_rejected_over: 50}"})
  void takesAFileInAtTheLimit(String gates) {
    SmallRun run = run(gates);
    assertThat(run.evaluate("2023Q4").rejects().get("2023Q4").first())
        .extracting(reject -> reject.reason())
        .contains(RejectReason.NOT_A_NUMBER)
        .doesNotContain(RejectReason.FILE_REJECTED_OVER);
  }

  @Test
  void refusesAFileAboveTheLimitWholeAndByName() {
    SmallRun run = run("gates: {file_rejected_over: 49.99}");
    EvaluationRun.Result result = run.evaluate("2023Q4");
    assertThat(result.rejects().get("2023Q4").first())
        .filteredOn(reject -> reject.reason() == RejectReason.FILE_REJECTED_OVER)
        .extracting(reject -> reject.message().en())
        .containsExactly(
            "2023Q4/130000/civil.csv: of 2 records 1 are rejected (50.00 %), above the limit of"
                + " 49.99 %, so the whole file is refused; please correct it and send it again");
    assertThat(result.rejects().get("2023Q4").first())
        .extracting(reject -> reject.reason())
        .contains(RejectReason.NOT_A_NUMBER);
    // without the spoilt file 120101's own table stands alone again: incomplete, not in conflict
    assertThat(CsvRows.lines(run.published("2023Q4/outcomes.csv"), "region", "indicator", "reason"))
        .contains("120100|nursing_share|incomplete");
  }
}
