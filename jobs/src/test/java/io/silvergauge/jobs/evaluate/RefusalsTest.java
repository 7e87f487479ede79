package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was refused stands in the evaluation of the city whose it is. */
class RefusalsTest {
  private static final String AMENDED = "2023Q4/120000/civil.2.csv";

  @TempDir static Path temp;

  private static SmallRun run;

  /** 120181 is sent in an amendment and refused, so it is missing for a reason that is known. */
  @BeforeAll
  static void evaluate() {
    run =
        SmallRun.of(
            SmallAssessment.delivered()
                .deliver(
                    AMENDED,
                    "civil/120000/2023Q4/all",
                    "2024-01-20",
                    "amend",
                    Repository.utf8(
                        """
                        养老服务情况表,,,,
                        代码,地区,床位数,护理型,资金
                        120181,北县市,约50,10,5
                        120999,无,1,1,1
                        120181,13800138000,5,1,1
                        """))
                .deliver("2023Q4/110000/visits.csv", "2024-01-20", "代码,月份,时点,名单,探访")
                .without("data/2023Q4/110000/visits.csv"),
            temp);
    run.evaluate("2023Q3", "2023Q4");
  }

  private static Refusals refusals(String period, String city) throws IOException {
    byte[] json = Repository.bytes(run.published(period + "/evaluation/" + city + ".json"));
    assertThat(SchemaFiles.errors("region-evaluation", SchemaFiles.json(json))).isEmpty();
    return EvaluationJson.read(json, RegionEvaluation.class).refusals();
  }

  private static List<String> lines(Refusals refusals) {
    return refusals.listed().stream()
        .map(
            one ->
                one.region()
                    + "|"
                    + one.file()
                    + "|"
                    + one.row()
                    + "|"
                    + one.column()
                    + "|"
                    + one.reason()
                    + "|"
                    + one.message().en())
        .toList();
  }

  @Test
  void goesToTheCityOfTheRowOrToAllOfTheSendersWhereThatIsNotKnown() throws IOException {
    Refusals north = refusals("2023Q4", "120100");
    assertThat(north.all()).isEqualTo(3);
    assertThat(lines(north))
        .satisfiesExactly(
            one ->
                assertThat(one).startsWith("120181|" + AMENDED + "|3|床位数|NOT_A_NUMBER|'约50' is "),
            one ->
                assertThat(one)
                    .startsWith("null|" + AMENDED + "|4|代码|UNKNOWN_REGION|region '120999' "),
            one ->
                assertThat(one)
                    .startsWith("120181|" + AMENDED + "|5|地区|PERSONAL_DATA|it looks like "));
    assertThat(north.listed().get(0).statistics()).containsExactly("beds", "funds", "nursing_beds");
    assertThat(north.listed().get(0).name().zh()).isEqualTo("北县市");
    assertThat(lines(north).toString()).doesNotContain("13800138000");
  }

  @Test
  void aFileThatIsNotThereConcernsAllOfTheSendersCities() throws IOException {
    for (String city : List.of("110100", "110200")) {
      assertThat(lines(refusals("2023Q4", city)))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one).startsWith("null|2023Q4/110000/visits.csv|0|null|FILE_MISSING|"));
    }
    assertThat(refusals("2023Q3", "120100")).isEqualTo(Refusals.NONE);
  }

  @Test
  void thePageNamesItBesideTheUnitThatIsMissing() {
    Document page = Jsoup.parse(Repository.text(run.published("2023Q4/reports/120100.en.html")));
    String beside = "sent but refused: " + AMENDED + ", record 3, column 床位数 (NOT_A_NUMBER)";
    assertThat(page.select("table.units tr:contains(120181)").eachText())
        .contains("北县市 120181 no usable value " + beside + " — —");
    assertThat(page.select("#quality").text())
        .contains("北县市 " + beside)
        .contains("Refusals that concern this city: 3.");
  }

  @Test
  void whatIsAlikeIsCountedBeyondWhatIsListed() {
    RefusalFinder finder = new RefusalFinder(run.assessment(), Map.of(), List.of());
    List<Refused> many =
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(row -> new Refused(reject(row), "120000", "civil", "2023Q4", 1))
            .toList();
    Map<String, List<Refused>> byCity = finder.byCity(many);
    assertThat(byCity).containsOnlyKeys("120100");
    assertThat(byCity.get("120100")).hasSize(Refusals.LISTED);
    Refusals refusals = finder.of("120100", Period.parse("2023Q4"), byCity.get("120100"));
    assertThat(refusals.all()).isEqualTo(1_000);
    assertThat(refusals.listed()).hasSize(Refusals.LISTED);
    assertThat(refusals.listed().get(199).row()).isEqualTo(200);
  }

  /** A county reports itself: what cannot be placed in its file is its city's. */
  @Test
  void goesToTheCityInWhichTheSenderLies() {
    RefusalFinder finder =
        new RefusalFinder(run.assessment(), Map.of("120101", List.of("120100")), List.of());
    assertThat(finder.byCity(List.of(new Refused(reject(3), "120101", "civil", "2023Q4", 1))))
        .containsOnlyKeys("120100");
  }

  private static Reject reject(long row) {
    return new Reject(
        "a.csv", "", row, row, "", "", RejectReason.ROW_SHAPE, "", Bilingual.same("x"));
  }
}
