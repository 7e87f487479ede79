package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the small assessment comes to in 2023Q4, worked out by hand from {@link SmallAssessment}.
 */
class EvaluationRunTest {
  @TempDir static Path temp;

  private static SmallRun run;
  private static EvaluationRun.Result result;

  @BeforeAll
  static void evaluate() {
    run = SmallRun.of(SmallAssessment.delivered(), temp);
    result = run.evaluate("2023Q4");
  }

  private static List<String> lines(String table) {
    Path file = run.published("2023Q4/" + table);
    return CsvRows.lines(file, CsvRows.header(file).toArray(String[]::new));
  }

  @Test
  void publishesTheOutcomesOfEveryCity() {
    assertThat(lines("outcomes.csv"))
        .containsExactly(
            // 110100: 100 + 300 beds, of them 60 + 140 nursing; 4000 + 6000 older persons
            "110100|2023Q4|beds_per_1000|40|400|10000|张/千人|amount||1|2022-12-31|reported|",
            // to December 30 + 50, to September 10 + 20
            "110100|2023Q4|funds_spent|50|50||万元|amount||1|2023-09-30|reported|",
            "110100|2023Q4|nursing_share|50|200|400|%|amount||1|2023-12-31|reported|",
            "110100|2023Q4|policy_in_place|1|1||项|amount||1|2023-08-01|reported|",
            // 110200: 200 + 200 beds, of them 50 + 78 nursing; 10000 + 10000 older persons
            "110200|2023Q4|beds_per_1000|20|400|20000|张/千人|amount||1|2022-12-31|reported|",
            // 180 + 120 less 60 + 40
            "110200|2023Q4|funds_spent|200|200||万元|amount||1|2023-09-30|reported|",
            "110200|2023Q4|nursing_share|32|128|400|%|amount||1|2023-12-31|reported|",
            "110200|2023Q4|policy_in_place|0|0||项|amount||1|2023-12-31|reported|",
            // 120100: one of two units sent nothing in
            "120100|2023Q4|beds_per_1000||||张/千人|absent|incomplete|0.5|||",
            "120100|2023Q4|funds_spent||||万元|absent|incomplete|0.5|||",
            "120100|2023Q4|nursing_share||||%|absent|incomplete|0.5|||",
            "120100|2023Q4|policy_in_place|1|1||项|amount||1|2023-09-01|reported|");
  }

  @Test
  void holdsThemAgainstPlanAndProfile() {
    assertThat(lines("judgements.csv"))
        .containsExactly(
            "110100|2023Q4|beds_per_1000|national|||||not_in_plan|",
            "110100|2023Q4|beds_per_1000|plan|>=|30||2023Q4|met|",
            "110100|2023Q4|funds_spent|national|||||not_in_plan|",
            "110100|2023Q4|funds_spent|plan|>=|100||2023Q4|unmet|50",
            "110100|2023Q4|nursing_share|national|>=|55||2025Q4|not_due|5",
            "110100|2023Q4|nursing_share|plan|>=|50||2023Q4|met|",
            "110100|2023Q4|policy_in_place|national|||||not_in_plan|",
            "110100|2023Q4|policy_in_place|plan|>=|1||2023Q4|met|",
            "110200|2023Q4|beds_per_1000|national|||||not_in_plan|",
            "110200|2023Q4|beds_per_1000|plan|>=|30||2023Q4|unmet|10",
            "110200|2023Q4|funds_spent|national|||||not_in_plan|",
            "110200|2023Q4|funds_spent|plan|>=|100||2023Q4|met|",
            "110200|2023Q4|nursing_share|national|>=|55||2025Q4|not_due|23",
            "110200|2023Q4|nursing_share|plan|>=|50||2023Q4|unmet|18",
            "110200|2023Q4|policy_in_place|national|||||not_in_plan|",
            "110200|2023Q4|policy_in_place|plan|>=|1||2023Q4|unmet|1",
            "120100|2023Q4|beds_per_1000|national|||||not_in_plan|",
            "120100|2023Q4|beds_per_1000|plan|>=|30||2023Q4|not_computable|",
            "120100|2023Q4|funds_spent|national|||||not_in_plan|",
            "120100|2023Q4|funds_spent|plan|>=|100||2023Q4|not_computable|",
            "120100|2023Q4|nursing_share|national|>=|55||2025Q4|not_computable|",
            "120100|2023Q4|nursing_share|plan|>=|50||2023Q4|not_computable|",
            "120100|2023Q4|policy_in_place|national|||||not_in_plan|",
            "120100|2023Q4|policy_in_place|plan|>=|1||2023Q4|met|");
  }

  @Test
  void scoresFulfilmentOfTheOwnPlanAndStandingOnCommonPosts() {
    assertThat(lines("scores.csv"))
        .containsExactly(
            // fulfilment: (2 × 100 + 1 × 100 + 1 × 50) / 4 = 87.5; 0.6 × 87.5 + 0.4 × 100 = 92.5
            "110100|2023Q4|fulfilment|care|dimension|87.5000000000|1||",
            "110100|2023Q4|fulfilment|rules|dimension|100.0000000000|1||",
            "110100|2023Q4|fulfilment|beds_per_1000|indicator|100.0000000000|1||",
            "110100|2023Q4|fulfilment|funds_spent|indicator|50.0000000000|1||",
            "110100|2023Q4|fulfilment|nursing_share|indicator|100.0000000000|1||",
            "110100|2023Q4|fulfilment|policy_in_place|indicator|100.0000000000|1||",
            "110100|2023Q4|fulfilment|total|total|92.5000000000|1|good|",
            // standing: (2 × 50 + 1 × 80) / 3 = 60; 0.6 × 60 + 0.4 × 100 = 76
            "110100|2023Q4|standing|care|dimension|60.0000000000|1||1",
            "110100|2023Q4|standing|rules|dimension|100.0000000000|1||1",
            "110100|2023Q4|standing|beds_per_1000|indicator|80.0000000000|1||1",
            "110100|2023Q4|standing|nursing_share|indicator|50.0000000000|1||1",
            "110100|2023Q4|standing|policy_in_place|indicator|100.0000000000|1||1",
            "110100|2023Q4|standing|total|total|76.0000000000|1||1",
            // (2 × 64 + 66.67 + 100) / 4 = 73.67; 0.6 × 73.67 + 0.4 × 0 = 44.2
            "110200|2023Q4|fulfilment|care|dimension|73.6666666667|1||",
            "110200|2023Q4|fulfilment|rules|dimension|0.0000000000|1||",
            "110200|2023Q4|fulfilment|beds_per_1000|indicator|66.6666666667|1||",
            "110200|2023Q4|fulfilment|funds_spent|indicator|100.0000000000|1||",
            "110200|2023Q4|fulfilment|nursing_share|indicator|64.0000000000|1||",
            "110200|2023Q4|fulfilment|policy_in_place|indicator|0.0000000000|1||",
            "110200|2023Q4|fulfilment|total|total|44.2000000000|1|fair|",
            // (2 × 32 + 1 × 40) / 3 = 34.67; 0.6 × 34.67 = 20.8
            "110200|2023Q4|standing|care|dimension|34.6666666667|1||2",
            "110200|2023Q4|standing|rules|dimension|0.0000000000|1||3",
            "110200|2023Q4|standing|beds_per_1000|indicator|40.0000000000|1||2",
            "110200|2023Q4|standing|nursing_share|indicator|32.0000000000|1||2",
            "110200|2023Q4|standing|policy_in_place|indicator|0.0000000000|1||3",
            "110200|2023Q4|standing|total|total|20.8000000000|1||2",
            // only the 40 of 100 that rules weigh are there: withheld below 50
            "120100|2023Q4|fulfilment|care|dimension||0||",
            "120100|2023Q4|fulfilment|rules|dimension|100.0000000000|1||",
            "120100|2023Q4|fulfilment|beds_per_1000|indicator||0||",
            "120100|2023Q4|fulfilment|funds_spent|indicator||0||",
            "120100|2023Q4|fulfilment|nursing_share|indicator||0||",
            "120100|2023Q4|fulfilment|policy_in_place|indicator|100.0000000000|1||",
            "120100|2023Q4|fulfilment|total|total||0.4||",
            "120100|2023Q4|standing|care|dimension||0||",
            "120100|2023Q4|standing|rules|dimension|100.0000000000|1||1",
            "120100|2023Q4|standing|beds_per_1000|indicator||0||",
            "120100|2023Q4|standing|nursing_share|indicator||0||",
            "120100|2023Q4|standing|policy_in_place|indicator|100.0000000000|1||1",
            "120100|2023Q4|standing|total|total||0.4||");
  }

  @Test
  void rejectsNothingOfSoundFiles() {
    assertThat(lines("rejects.csv")).isEmpty();
    assertThat(result.rejects()).isEqualTo(Map.of("2023Q4", RejectTally.NONE));
    assertThat(result.filesRead()).isEqualTo(7);
    assertThat(result.changed()).isTrue();
  }

  @Test
  void hasTheColumnsThatItsUsersRelyOn() {
    assertThat(CsvRows.header(run.published("2023Q4/outcomes.csv")))
        .containsExactly(
            "region",
            "period",
            "indicator",
            "amount",
            "numerator",
            "denominator",
            "unit",
            "state",
            "reason",
            "coverage",
            "reference_date",
            "value_status",
            "counts");
    assertThat(CsvRows.header(run.published("2023Q4/judgements.csv")))
        .containsExactly(
            "region",
            "period",
            "indicator",
            "profile",
            "operator",
            "target",
            "upper",
            "by",
            "verdict",
            "shortfall");
    assertThat(CsvRows.header(run.published("2023Q4/scores.csv")))
        .containsExactly(
            "region", "period", "result", "node", "level", "score", "coverage", "grade", "rank");
    assertThat(CsvRows.header(run.published("2023Q4/rejects.csv")))
        .containsExactly(
            "file", "sheet", "row", "column", "value", "reason", "message_zh", "message_en");
  }

  @Test
  void writesUtf8WithoutAMarkAndTheLineEndsOfRfc4180() {
    for (String table : List.of("outcomes", "judgements", "scores", "rejects")) {
      String text = Repository.text(run.published("2023Q4/" + table + ".csv"));
      assertThat(text).doesNotStartWith("\uFEFF").endsWith("\r\n");
      assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }
  }

  @Test
  void publishesTheseFilesAndNoOthers() {
    assertThat(Repository.hashes(run.published("")).keySet())
        .containsExactly(
            "2023Q4/checks.csv",
            "2023Q4/evaluation.json",
            "2023Q4/evaluation/110100.json",
            "2023Q4/evaluation/110200.json",
            "2023Q4/evaluation/120100.json",
            "2023Q4/findings.csv",
            "2023Q4/judgements.csv",
            "2023Q4/ledger.csv",
            "2023Q4/outcomes.csv",
            "2023Q4/rejects.csv",
            "2023Q4/reports/110100.en.html",
            "2023Q4/reports/110100.explain.en.html",
            "2023Q4/reports/110100.explain.zh.html",
            "2023Q4/reports/110100.zh.html",
            "2023Q4/reports/110200.en.html",
            "2023Q4/reports/110200.explain.en.html",
            "2023Q4/reports/110200.explain.zh.html",
            "2023Q4/reports/110200.zh.html",
            "2023Q4/reports/120100.en.html",
            "2023Q4/reports/120100.explain.en.html",
            "2023Q4/reports/120100.explain.zh.html",
            "2023Q4/reports/120100.zh.html",
            "2023Q4/reports/comparison.en.html",
            "2023Q4/reports/comparison.zh.html",
            "2023Q4/reports/feedback.000000.en.html",
            "2023Q4/reports/feedback.000000.zh.html",
            "2023Q4/reports/feedback.110000.en.html",
            "2023Q4/reports/feedback.110000.zh.html",
            "2023Q4/reports/feedback.120000.en.html",
            "2023Q4/reports/feedback.120000.zh.html",
            "2023Q4/reports/ledger.en.html",
            "2023Q4/reports/ledger.zh.html",
            "2023Q4/scores.csv",
            "2023Q4/screens.csv",
            "manifest.json",
            "prov.jsonld");
  }

  /** In another process a hash map is in another order. */
  @Test
  void writesProvenanceInTheSameOrderInEveryProcess() {
    assertThat(Repository.text(run.published("prov.jsonld")))
        .containsPattern("\"used\" : \\{\\s+\"@id\" : \"prov:used\",\\s+\"@type\"")
        .containsPattern("\"hadMember\" : \\{\\s+\"@id\" : \"prov:hadMember\",\\s+\"@type\"");
  }

  @Test
  void namesEverythingItRestsOnInTheManifest() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(Repository.bytes(run.published("manifest.json")));

    assertThat(manifest.path("program").asText()).isEqualTo("SilverGauge test");
    JsonNode period = manifest.at("/periods/2023Q4");
    assertThat(period.path("as_of").asText()).isEqualTo("2024-01-31");
    assertThat(period.path("program").asText()).isEqualTo("SilverGauge test");
    assertThat(period.path("scheme").asText()).isEqualTo("small 1");
    assertThat(period.path("scheme_sha256").asText())
        .isEqualTo(Sha256.of(Repository.utf8(SmallAssessment.SCHEME)));
    assertThat(period.path("snapshot").asText()).isEqualTo(result.snapshot().id());
    JsonNode files = manifest.path("snapshots").path(result.snapshot().id());
    assertThat(files).hasSize(7);
    JsonNode civil = files.get(0);
    assertThat(civil.path("path").asText()).isEqualTo("2023Q3/110000/civil.csv");
    assertThat(civil.path("slot").asText()).isEqualTo("civil/110000/2023Q3/all");
    assertThat(civil.path("received").asText()).isEqualTo("2023-10-20");
    // title, header and total set aside, four rows accepted
    assertThat(civil.path("read").asInt()).isEqualTo(7);
    assertThat(civil.path("accepted").asInt()).isEqualTo(4);
    assertThat(civil.path("rejected").asInt()).isZero();
    assertThat(civil.path("set_aside").asInt()).isEqualTo(3);

    Map<String, String> hashes = new TreeMap<>(Repository.hashes(run.published("")));
    hashes.remove("manifest.json");
    Map<String, String> published = new TreeMap<>();
    manifest
        .path("published")
        .properties()
        .forEach(file -> published.put(file.getKey(), file.getValue().asText()));
    assertThat(published).isEqualTo(hashes);
  }

  @Test
  void leadsEveryFigureBackToItsRows() throws IOException {
    JsonNode city =
        new ObjectMapper()
            .readTree(Repository.bytes(run.published("2023Q4/evaluation/110100.json")));
    assertThat(city.path("inputs"))
        .anySatisfy(
            input -> {
              assertThat(input.path("region").asText()).isEqualTo("110121");
              assertThat(input.path("statistic").asText()).isEqualTo("nursing_beds");
              assertThat(input.path("value").asInt()).isEqualTo(140);
              assertThat(input.path("file").asText()).isEqualTo("2023Q4/110000/civil.csv");
              assertThat(input.path("row").asInt()).isEqualTo(4);
              assertThat(input.path("column").asText()).isEqualTo("护理型");
            });
  }

  @Test
  void keepsACopyOfEveryInputUnderItsHash() {
    Path copies = temp.resolve("out/store/inputs");
    Repository.hashes(copies).forEach((name, hash) -> assertThat(name).isEqualTo(hash));
    assertThat(Repository.hashes(copies)).hasSize(7);
  }
}
