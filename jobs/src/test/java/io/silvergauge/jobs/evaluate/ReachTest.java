package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource({
    "2023Q4, civil, 2023Q4, true",
    "2023Q4, civil, 2023Q3, true", // year to date before it
    "2023Q4, civil, 2022Q4, false",
    "2023Q4, civil, 2024Q1, false",
    "2023Q3, civil, 2023Q4, false",
    "2023Q4, items, 2023H2, true",
    "2023Q4, items, 2023H1, true", // carried six months
    "2023Q4, items, 2022H2, false",
    "2023Q4, visits, 2023-11, true",
    "2023Q4, visits, 2023-09, false",
    "2023Q4, long, 2022, true", // any statistic: older persons are carried 24 months
    "2023Q4, long, 2021, true",
    "2023Q4, long, 2020, false",
    "2023Q4, unknown, 2022, true"
  })
  void anEvaluationReadsAsFarAsItsStatisticsReach(
      String period, String source, String reported, boolean reads) throws IOException {
    Assessment small = AssessmentReader.read(SmallAssessment.delivered().write(folder));
    Reach reach = new Reach(small.scheme(), small.sources());

    assertThat(reach.reads(Period.parse(period), source, Period.parse(reported))).isEqualTo(reads);
  }
}
