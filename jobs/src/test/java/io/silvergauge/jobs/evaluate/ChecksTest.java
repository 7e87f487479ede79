package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scheme's checks from delivery to publication, on the small assessment. */
class ChecksTest {
  private static final String CHECKS =
      """
      checks:
        - {id: few, level: 1, severity: error, message: {zh: "{beds} 张", en: "{beds} beds"}, holds: beds / elderly * 1000 >= 20.1}
        - {id: leap, level: 2, severity: warning, message: {zh: "{change}", en: "{previous} to {beds}: {change} %"}, jump: {of: beds, over: 10}}
        - {id: same, level: 2, severity: info, message: {zh: "{beds}", en: "{beds} twice"}, unchanged: {of: beds, periods: 2}}
        - {id: silent, level: 2, severity: warning, message: {zh: "{region}", en: "{region}"}, expected_leaves: {of: beds}}
      """;

  @TempDir private static Path temp;

  private static EvaluationRun.Result result;
  private static SmallRun run;

  @BeforeAll
  static void evaluate() {
    run =
        SmallRun.of(
            SmallAssessment.delivered()
                .file("scheme.yaml", SmallAssessment.SCHEME + CHECKS)
                .file(
                    "justifications.csv",
                    """
                    check,region,period,text_zh,text_en,by,date
                    leap,110101,2023Q4,新建,new home,民政局,2024-01-20
                    leap,110121,2023Q4,新建,new home,民政局,2024-01-20
                    leap,110101,2023Q3,新建,new home,民政局,2024-01-20
                    silent,120181,2023Q4,停电,no power,民政局,2024-02-01
                    """),
            temp);
    result = run.evaluate("2023Q4");
  }

  @Test
  void listsEveryBreachWithValuesPlacesAndJustifications() {
    String q3 = "2023Q3/110000/civil.csv";
    String q4 = "2023Q4/110000/civil.csv";
    String long2022 = "2022/000000/long.csv";
    assertThat(
            CsvRows.lines(
                run.published("2023Q4/checks.csv"),
                "check",
                "severity",
                "region",
                "no",
                "value",
                "file",
                "row",
                "message_en",
                "justified",
                "justification_en"))
        .containsExactly(
            // 100 / 4,000 is 25, 300 / 6,000 is 50 and 200 / 10,000 is 20 per thousand;
            // 90 to 100 beds is +11.11 %
            "leap|warning|110101|1|100|" + q4 + "|3|90 to 100: +11.11 %|yes|new home",
            "leap|warning|110101|2|90|" + q3 + "|3|90 to 100: +11.11 %|yes|new home",
            "same|info|110121|1|300|" + q4 + "|4|300 twice||",
            "same|info|110121|2|300|" + q3 + "|4|300 twice||",
            "few|error|110201|1|200|" + q4 + "|5|200 beds||",
            "few|error|110201|2|10000|" + long2022 + "|4|200 beds||",
            "few|error|110202|1|200|" + q4 + "|6|200 beds||",
            "few|error|110202|2|10000|" + long2022 + "|5|200 beds||",
            "same|info|110201|1|200|" + q4 + "|5|200 twice||",
            "same|info|110201|2|200|" + q3 + "|5|200 twice||",
            "same|info|110202|1|200|" + q4 + "|6|200 twice||",
            "same|info|110202|2|200|" + q3 + "|6|200 twice||",
            "same|info|120101|1|150|2023Q4/120000/civil.csv|3|150 twice||",
            "same|info|120101|2|150|2023Q3/120000/civil.csv|3|150 twice||",
            "silent|warning|120181|0||||北县市|no|");
  }

  @Test
  void holdsBackWhatAnErrorSpeaksAgainst() {
    assertThat(CsvRows.lines(run.published("2023Q4/outcomes.csv"), "region", "indicator", "reason"))
        .contains(
            "110200|beds_per_1000|check_failed",
            "110200|funds_spent|",
            "110200|nursing_share|check_failed",
            "110200|policy_in_place|",
            "110100|beds_per_1000|");
  }

  /** The last line of justifications.csv was written a day after the as-of date. */
  @Test
  void takesAJustificationIntoAccountOnceItWasGiven() {
    SmallRun later =
        SmallRun.of(temp.resolve("assessment"), temp.resolve("later")).asOf("2024-02-01");
    later.evaluate("2023Q4");
    assertThat(
            CsvRows.lines(
                later.published("2023Q4/checks.csv"), "check", "region", "justified", "date"))
        .contains("silent|120181|yes|2024-02-01");
  }

  @Test
  void countsThemInTheComparison() {
    assertThat(result.evaluations().get("2023Q4").cities())
        .extracting(city -> city.code() + " " + city.checks())
        .containsExactlyInAnyOrder(
            "110100 " + new Evaluation.CheckCounts(0, 0, 1, 1),
            "110200 " + new Evaluation.CheckCounts(2, 0, 0, 2),
            "120100 " + new Evaluation.CheckCounts(0, 1, 0, 1));
  }

  @Test
  void tellsOfJustificationsOfThesePeriodsThatAnswerNothing() {
    assertThat(result.unused())
        .extracting(Justification::region, Justification::period)
        .containsExactly(tuple("110121", "2023Q4"));
  }
}
