package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir static Path temp;

  private static Path assessment;
  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = temp.resolve("out");
    assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    assertThat(Cli.run("evaluate", assessment, "--out", out, "--period", "2023Q4").status())
        .isZero();
  }

  private static Cli.Ran explain(Object... words) {
    List<Object> all = new ArrayList<>(List.of("explain", "--out", out));
    all.addAll(List.of(words));
    return Cli.run(all.toArray());
  }

  @Test
  void followsAScoreToTheCellsItCameFrom() throws IOException {
    String sha256 =
        Sha256.of(Files.readAllBytes(assessment.resolve("data/2023Q4/110000/civil.csv")));

    Cli.Ran ran = explain("110100", "nursing_share", "2023Q4");

    assertThat(ran.status()).isZero();
    assertThat(ran.lines())
        .containsSubsequence(
            "Nursing share: 100 points",
            "│    = 50 %, target ≥ 50, reached; in proportion to the target: 1 × 100 = 100",
            "└─ Nursing share: 50 %",
            "   │    = 200 ÷ 400 × 100",
            "   ├─ 110101 东区: 60",
            "   │  │    = 60 ÷ 100 × 100",
            "   │  ├─ Beds: 100 张",
            "   │  │       reported of 110101 · period 2023Q4 · file 2023Q4/110000/civil.csv · record 3"
                + " · column 床位数",
            "   │  │       SHA-256 " + sha256,
            "   │  └─ Nursing beds: 60 张",
            "   └─ 110121 东县: 46.666666666667",
            "      │    = 140 ÷ 300 × 100");
  }

  /** Other periods hold nothing that could be read, and nothing of them is. */
  @Test
  void readsNothingOfOtherPeriodsHoweverManyAreStored() throws IOException {
    Cli.Ran before = explain("110100", "nursing_share", "2023Q4");
    List<Path> others = new ArrayList<>();
    for (int year = 1900; year < 2000; year++) {
      Path other = out.resolve("current").toRealPath().resolve(year + "Q1");
      others.add(Files.createDirectories(other.resolve("evaluation")));
      Files.writeString(other.resolve("evaluation.json"), "{");
      Files.writeString(other.resolve("evaluation/110100.json"), "{");
    }

    Cli.Ran after = explain("110100", "nursing_share", "2023Q4");

    assertThat(after.status()).isZero();
    assertThat(after.lines()).isEqualTo(before.lines());
    for (Path other : others) {
      Files.delete(other.resolve("110100.json"));
      Files.delete(other);
      Files.delete(other.resolveSibling("evaluation.json"));
      Files.delete(other.getParent());
    }
  }

  @Test
  void saysHowDimensionsMakeUpATotal() {
    Cli.Ran ran = explain("110100", "total", "2023Q4", "--lang", "zh", "--depth", "0");

    assertThat(ran.lines())
        .containsSubsequence(
            "总分: 92.5 分", "     = Σ 权重 × 得分 ÷ Σ 权重 = (60 × 87.5 + 40 × 100) ÷ 100", "     …")
        .hasSize(6);
  }

  @Test
  void saysWhyThereIsNoFigure() {
    Cli.Ran ran = explain("120100", "nursing_share", "2023Q4");

    assertThat(ran.out()).contains("Nursing share: incomplete: ");
  }

  @Test
  void givesTheSameAsJson() throws IOException {
    JsonNode tree =
        new ObjectMapper()
            .readTree(explain("110100", "nursing_share", "2023Q4", "--print", "json").out());

    assertThat(tree.path("id").asText()).isEqualTo("fulfilment.nursing_share");
    JsonNode figure = tree.path("below").path(0);
    assertThat(figure.path("kind").asText()).isEqualTo("FIGURE");
    assertThat(figure.path("rule").path("en").asText()).isEqualTo("200 ÷ 400 × 100");
  }

  @Test
  void explainsAnEarlierAsOfDate() {
    assertThat(explain("110100", "total", "2023Q4", "--as-of", "2024-01-31").status()).isZero();

    Cli.Ran ran = explain("110100", "total", "2023Q4", "--as-of", "2024-01-30");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("no evaluation of 2023Q4 as of 2024-01-30; evaluate --as-of makes it again");
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThat(explain("110100", "nursing_shares", "2023Q4").err())
        .contains(
            "the evaluation of 2023Q4 has no node 'nursing_shares'; did you mean 'nursing_share'?");
    assertThat(explain("110101", "total", "2023Q4").err()).contains("has no city '110101'; did");
    assertThat(explain("110101", "total", "2023Q4", "--lang", "zh").err())
        .contains("2023Q4 的评估中没有城市“110101”；是否应为“110100”？");
    assertThat(explain("110100", "total", "2023Q4", "--result", "rank").err())
        .contains("has no result 'rank'");
    assertThat(explain("110100", "total", "2023Q5").err())
        .contains("(PERIOD): '2023Q5' is no period");
    assertThat(explain("110100", "total", "2023Q5", "--lang", "zh").err())
        .contains("“2023Q5”不是时期；写法为 2023");
    assertThat(explain("110100", "total", "2023Q3").status()).isEqualTo(2);
  }

  /** Evaluated twice as of one day by different rule books, and then as of another. */
  @Test
  void doesNotChooseBetweenTwoEvaluationsAsOfOneDay() {
    Path several = temp.resolve("several");
    for (String weight : List.of("60", "50")) {
      Path folder =
          SmallAssessment.delivered()
              .changed("scheme.yaml", "weight: 60", "weight: " + weight)
              .write(temp.resolve("weight-" + weight));
      assertThat(evaluated(folder, several, "2024-01-31")).isZero();
    }
    assertThat(explained(several).lines()).anyMatch(line -> line.contains("50 × 87.5"));
    assertThat(evaluated(assessment, several, "2024-02-29")).isZero();

    assertThat(explained(several).status()).isEqualTo(2);
    assertThat(explained(several).err())
        .startsWith("there are several different evaluations of 2023Q4 as of 2024-01-31: ")
        .contains("run evaluate --as-of again, so that one of them is current");
  }

  private static int evaluated(Path folder, Path to, String asOf) {
    return Cli.run("evaluate", folder, "--out", to, "--period", "2023Q4", "--as-of", asOf).status();
  }

  private static Cli.Ran explained(Path in) {
    return Cli.run("explain", "110100", "total", "2023Q4", "--as-of", "2024-01-31", "--out", in);
  }
}
