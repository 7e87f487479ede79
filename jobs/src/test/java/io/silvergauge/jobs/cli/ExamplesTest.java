package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples show that an assessment is data only; their results are known from outside. */
class ExamplesTest {
  @TempDir Path out;

  /** UNDP, Human Development Report 2023/24: all 37 values to three decimals, in UNDP's order. */
  @Test
  void theHumanDevelopmentIndexComesOutAsPublished() {
    Path hdi = Repository.path("docs/examples/hdi");
    Cli.Ran ran = Cli.run("evaluate", hdi, "--out", out);
    assertThat(ran.status()).as(ran.err()).isZero();

    Map<String, String> values = new TreeMap<>();
    Map<String, String> ranks = new TreeMap<>();
    for (Map<String, String> row : CsvRows.read(out.resolve("current/2022/scores.csv"))) {
      if (row.get("level").equals("total")) {
        BigDecimal score = new BigDecimal(row.get("score"));
        values.put(row.get("region"), score.setScale(3, RoundingMode.HALF_EVEN).toPlainString());
        ranks.put(row.get("region"), row.get("rank"));
      }
    }
    List<Map<String, String>> published = CsvRows.read(hdi.resolve("published.csv"));
    assertThat(published).hasSize(37);
    for (Map<String, String> country : published) {
      String code = country.get("iso3");
      BigDecimal value = new BigDecimal(country.get("published_hdi"));
      long above =
          published.stream()
              .filter(other -> new BigDecimal(other.get("published_hdi")).compareTo(value) > 0)
              .count();
      assertThat(values.get(code)).as(code).isEqualTo(country.get("published_hdi"));
      assertThat(ranks.get(code)).as(code).isEqualTo(Long.toString(above + 1));
    }
    assertThat(CsvRows.read(out.resolve("current/2022/judgements.csv"))).as("no plans").isEmpty();
    assertThat(CsvRows.read(out.resolve("current/2022/rejects.csv"))).isEmpty();
    assertThat(
            SchemaFiles.errors(
                "evaluation",
                SchemaFiles.json(Repository.bytes(out.resolve("current/2022/evaluation.json")))))
        .isEmpty();
  }

  /** Each figure with the page it was found at; what nobody published says so. */
  @Test
  void theNationalSeriesShowsWhatIsKnownAndSaysWhatIsNot() {
    Cli.Ran ran = Cli.run("evaluate", Repository.path("docs/examples/national"), "--out", out);
    assertThat(ran.status()).as(ran.err()).isZero();

    for (String year : List.of("2022", "2023", "2024", "2025")) {
      for (Map<String, String> row :
          CsvRows.read(out.resolve("current/" + year + "/outcomes.csv"))) {
        assertThat(row.get("state").equals("amount"))
            .as("%s", row)
            .isEqualTo(row.get("reason").isEmpty())
            .isEqualTo(!row.get("amount").isEmpty());
      }
    }
    Map<String, String> of2023 = outcomes("2023");
    // By hand: 8,230,000 beds / 296,970,000 persons × 1,000 = 27.71
    assertThat(of2023)
        .anySatisfy((id, amount) -> assertThat(amount).isEqualTo("8230000"))
        .anySatisfy((id, amount) -> assertThat(amount).startsWith("27.71"))
        .anySatisfy((id, amount) -> assertThat(amount).isEqualTo("58.9"));
    assertThat(outcomes("2022").values())
        .contains("8294000")
        .filteredOn(amount -> amount.matches("input_missing|incomplete|too_old"))
        .hasSizeGreaterThanOrEqualTo(5);
    // two of six scored indicators are not the 60 % from which a total is published
    assertThat(CsvRows.lines(out.resolve("current/2025/scores.csv"), "level", "score"))
        .contains("total|");
    String page = Repository.text(out.resolve("current/2025/reports/000000.zh.html"));
    assertThat(page).contains("无可用数据");
  }

  private Map<String, String> outcomes(String year) {
    Map<String, String> outcomes = new TreeMap<>();
    for (Map<String, String> row : CsvRows.read(out.resolve("current/" + year + "/outcomes.csv"))) {
      outcomes.put(row.get("indicator"), row.get("amount") + row.get("reason"));
    }
    return outcomes;
  }

  /** Something else entirely, from YAML and CSV alone; every score worked by hand. */
  @Test
  void theLibraryIndexComesOutAsWorkedByHand() {
    Path libraries = Repository.path("docs/examples/libraries");
    Cli.Ran ran = Cli.run("evaluate", libraries, "--out", out);
    assertThat(ran.status()).as(ran.err()).isZero();
    Map<String, String> scores = new TreeMap<>();
    for (Map<String, String> row : CsvRows.read(out.resolve("current/2024/scores.csv"))) {
      if (!row.get("level").equals("indicator")) {
        String score = row.get("score");
        scores.put(
            row.get("region") + " " + row.get("result") + " " + row.get("node"),
            score.isEmpty()
                ? ""
                : new BigDecimal(score).setScale(3, RoundingMode.HALF_EVEN) + row.get("grade"));
      }
    }
    assertThat(scores)
        // loans 3 of 5: 60, new books 5 of 10: 50; (2 × 60 + 50) / 3
        .containsEntry("C1 standing lending", "56.667")
        // visits 4 of 8: 50; (2 × 56.667 + 50) / 3
        .containsEntry("C1 standing use", "54.444")
        // hours 60 from 20 to 70: 80; (3 × 80 + 100) / 4 = 85, and 10 of 20 clubs add 2.5
        .containsEntry("C1 standing service", "87.500")
        // 0.6 × 54.444 + 0.4 × 87.5
        .containsEntry("C1 standing total", "67.667")
        // visits 4 of 5: 80; (2 × 100 + 80) / 3 = 93.333; service 100; 0.6 × 93.333 + 40
        .containsEntry("C1 fulfilment total", "96.000strong")
        // loans missing: new books alone, 12 of 10: 100; visits 2 of 8: 25; (2 × 100 + 25) / 3
        .containsEntry("C2 standing use", "75.000")
        // hours 45: 50, no step-free entrance: (3 × 50 + 0) / 4
        .containsEntry("C2 standing service", "37.500")
        .containsEntry("C2 standing total", "60.000")
        // 12 % above 3 to 8 %: 8 / 12; visits 2 of 5: 40; (2 × 66.667 + 40) / 3 = 57.778;
        // hours in the band of 60: (3 × 60 + 0) / 4 = 45; 0.6 × 57.778 + 0.4 × 45 = 52.667
        .containsEntry("C2 fulfilment total", "52.667fair")
        // a town's post is 2: loans 1.5 of 2: 75, (2 × 75 + 50) / 3 = 66.667, (133.333 + 25) / 3
        .containsEntry("T1 standing use", "52.778")
        // hours 30: 20; (3 × 20 + 100) / 4 = 40, and 20 clubs add 5
        .containsEntry("T1 standing service", "45.000")
        // its own plan: loans 1.5 of 2: 75, story hours 8 of 10: 80; (2 × 75 + 80) / 3 = 76.667
        .containsEntry("T1 fulfilment use", "76.667")
        // hours 30 lie in the band of 0; 0.6 × 76.667
        .containsEntry("T1 fulfilment total", "46.000weak");
    assertThat(Repository.text(out.resolve("current/2024/reports/T1.en.html")))
        .contains("Story hours");
    assertThat(
            SchemaFiles.errors(
                "region-evaluation",
                SchemaFiles.json(Repository.bytes(out.resolve("current/2024/evaluation/T1.json")))))
        .isEmpty();
  }
}
