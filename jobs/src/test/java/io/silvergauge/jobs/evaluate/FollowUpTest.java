package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings, responses and special evaluations, on the small assessment. */
class FollowUpTest {
  private static final SmallAssessment ASSESSMENT =
      SmallAssessment.delivered()
          .file(
              "scheme.yaml",
              SmallAssessment.SCHEME + "follow_up: {interview_after: 1, circular_after: 2}\n")
          .file(
              "data/expected.csv",
              """
              sender,source,period,due
              120100,items,2023Q4,2024-01-20
              110000,visits,2023Q4,2024-01-20
              """)
          .file(
              "responses.csv",
              """
              city,about,kind,date,author,text_zh,text_en,decision
              110200,110200.target.nursing_share,objection,2024-01-20,市民政局,床位漏报,beds were left out,
              110200,110200.target.nursing_share,decision,2024-03-01,评估组,成立,right,upheld
              110100,policy_in_place,response,2024-01-21,市政府,已印发,issued,
              110100,nursing_share,response,2024-01-21,市政府,继续推进,we go on,
              """)
          .file("notes/110100.zh.md", "author: 评估员, date: 2024-01-25\n\n总体**良好** <b>x</b>\n")
          .file("notes/110100.en.md", "author: Evaluator, date: 2024-02-25\n\nToo late to count\n");

  @TempDir private static Path temp;
  private static SmallRun run;

  @BeforeAll
  static void evaluate() {
    run = SmallRun.of(ASSESSMENT, temp);
    run.evaluate("2023Q3", "2023Q4");
  }

  private static List<String> findings(String period) {
    return CsvRows.lines(
        run.published(period + "/findings.csv"), "finding", "state", "overdue", "gap");
  }

  @Test
  void followsFindingsFromQuarterToQuarter() {
    // Of 2023Q3 funds need the sum to June, and items come for the half-year that ends in December.
    assertThat(findings("2023Q3"))
        .containsExactly(
            "110100.figure.funds_spent|new||2",
            "110100.figure.policy_in_place|new||1",
            "110200.figure.funds_spent|new||2",
            "110200.figure.policy_in_place|new||1",
            "120100.figure.funds_spent|new||2",
            "120100.figure.policy_in_place|new||1");
    // 120181 sent nothing in 2023Q4: one of two units; what is owed for it by 120100 as well
    assertThat(findings("2023Q4"))
        .containsExactly(
            "110100.target.funds_spent|new||50",
            "110100.figure.funds_spent|corrected||",
            "110100.figure.policy_in_place|corrected||",
            "110200.target.beds_per_1000|new||10",
            "110200.target.nursing_share|new||18",
            "110200.target.policy_in_place|new||1",
            "110200.figure.funds_spent|corrected||",
            "110200.figure.policy_in_place|corrected||",
            "120100.figure.beds_per_1000|new||1",
            "120100.figure.funds_spent|improving|interview|1",
            "120100.figure.nursing_share|new||1",
            "120100.figure.policy_in_place|corrected||",
            "120100.delivery.items.120100|new||1",
            "110000.delivery.visits.110000|new||1");
  }

  @Test
  void ordersTheLedgerByDepartmentCityAndDay() {
    assertThat(
            CsvRows.lines(
                run.published("2023Q4/ledger.csv"), "department", "city", "finding", "due"))
        .hasSize(14)
        .startsWith("|110000|110000.delivery.visits.110000|2024-03-31")
        .contains("|120100|120100.figure.funds_spent|2023-12-31");
  }

  @Test
  void putsWhatWasSaidByTheDayBesideTheFinding() {
    assertThat(
            CsvRows.lines(
                run.published("2023Q4/findings.csv"),
                "finding",
                "responses",
                "objection",
                "decision",
                "next_en"))
        .contains(
            "110200.target.nursing_share|1|yes||decide on the objection",
            "110100.figure.policy_in_place|1|no||verify and close");
    String page = Repository.text(run.published("2023Q4/reports/110100.zh.html"));
    assertThat(page)
        .contains("继续推进") // said to an indicator that has no finding
        .contains("<strong>良好</strong> &lt;b&gt;x&lt;/b&gt;")
        .contains("评估员");
    assertThat(Repository.text(run.published("2023Q4/reports/110100.en.html")))
        .doesNotContain("Too late to count");
  }

  private static void special(Path out, String... nodes) {
    Assessment assessment = SmallRun.of(temp.resolve("assessment"), out).assessment();
    LocalSpark.with(
        "local[2]",
        spark -> {
          try {
            return new EvaluationRun(
                    assessment,
                    Storages.open("", assessment.folder(), out.resolve("store")),
                    new LocalStorage(out),
                    "SilverGauge test",
                    Progress.silent())
                .about(Special.of(assessment.scheme(), List.of(nodes)))
                .run(spark, List.of(Period.parse("2023Q4")), LocalDate.parse("2024-01-31"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void aSpecialEvaluationStandsBesideTheComprehensiveOneAndIsCarriedOver() {
    Path out = temp.resolve("other");
    SmallRun whole = SmallRun.of(temp.resolve("assessment"), out);
    whole.evaluate("2023Q4");
    String before = Repository.text(whole.published("2023Q4/scores.csv"));
    special(out, "rules");
    assertThat(Repository.text(whole.published("2023Q4/scores.csv"))).isEqualTo(before);
    // One of two dimensions is left: the total is its score, the weight of 40 is all there is.
    assertThat(
            CsvRows.lines(
                whole.published("2023Q4/special/rules/scores.csv"),
                "region",
                "result",
                "node",
                "score"))
        .contains(
            "110100|fulfilment|total|100.0000000000",
            "110200|fulfilment|total|0.0000000000",
            "120100|standing|total|100.0000000000")
        .noneMatch(line -> line.contains("care") || line.contains("nursing_share"));
    assertThat(Repository.text(whole.published("2023Q4/special/rules/reports/110100.zh.html")))
        .contains("甲东市专项评估报告：制度");
    String manifest = Repository.text(whole.published("manifest.json"));
    whole.asOf("2024-02-28").evaluate("2023Q4");
    assertThat(Repository.text(whole.published("manifest.json"))).isNotEqualTo(manifest);
    assertThat(Repository.text(whole.published("2023Q4/special/rules/evaluation.json")))
        .contains("\"as_of\" : \"2024-01-31\"");
    assertThat(Repository.text(whole.published("2023Q4/evaluation.json")))
        .contains("\"as_of\" : \"2024-02-28\"");
  }
}
