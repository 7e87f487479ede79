package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code robustness}, {@code whatif}, {@code trend} and {@code peers}. */
class OutlookCommandsTest {
  @TempDir static Path temp;

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = temp.resolve("out");
    Path assessment =
        SmallAssessment.delivered()
            .file(
                "scheme.yaml",
                SmallAssessment.SCHEME
                    + "robustness: {seed: 7, replications: 100, weights: 25, leave_one_out: true}\n")
            .write(temp.resolve("assessment"));
    assertThat(Cli.run("evaluate", assessment, "--out", out).status()).isZero();
  }

  private static Cli.Ran run(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--out", out));
    return Cli.run(all.toArray());
  }

  @Test
  void givesTheIntervalOfEachRank() {
    // 110100 is ahead in every indicator, 120100 has no standing: no draw changes that
    assertThat(run("robustness", "2023Q4", "--print", "csv").lines())
        .containsExactly(
            "code,name,rank,median,low,high,failures",
            "110100,甲东市,1,1,1,1,0",
            "110200,甲西市,2,2,2,2,0",
            "120100,乙北市,,,,,");
    assertThat(run("robustness", "2023Q4", "--print", "csv", "--replications", "20").lines())
        .contains("110200,甲西市,2,2,2,2,0");
  }

  @Test
  void replaysATableOfParametersOnAnyNumberOfThreads() throws IOException {
    Path file = temp.resolve("draws.csv");
    List<String> drawn =
        run("robustness", "2023Q4", "--print", "csv", "--write-draws", file).lines();
    List<String> rows = Files.readAllLines(file);
    assertThat(rows).hasSize(101);
    assertThat(rows.get(0)).startsWith("weight.").endsWith(",omitted,values");
    for (int threads : new int[] {1, 2, 5}) {
      assertThat(
              run("robustness", "2023Q4", "--print", "csv", "--draws", file, "--threads", threads)
                  .lines())
          .isEqualTo(drawn);
    }
  }

  @Test
  void writesNoTableIntoAPublication() throws IOException {
    Path page = out.resolve("current/2023Q4/evaluation.json").toRealPath();
    byte[] before = Files.readAllBytes(page);
    Path link = Files.createSymbolicLink(temp.resolve("link.csv"), page);
    for (Path file : new Path[] {page, link, out.resolve("current/draws.csv")}) {
      Cli.Ran ran = run("robustness", "2023Q4", "--write-draws", file);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err()).contains("--write-draws must not lead into a publication: " + file);
    }
    assertThat(Files.readAllBytes(page)).isEqualTo(before);
  }

  @Test
  void takesATableThatSomebodyElseDrew() throws IOException {
    // Without the policy both have care alone; a column that is left out holds what is declared
    Path file = temp.resolve("own.csv");
    Files.writeString(file, "omitted,aggregation\r\npolicy_in_place,0\r\n,0\r\n");
    assertThat(run("robustness", "2023Q4", "--print", "csv", "--draws", file).lines())
        .contains("110100,甲东市,1,1,1,1,0");
  }

  @Test
  void refusesATableByRowAndColumn() throws IOException {
    Path file = temp.resolve("bad.csv");
    Files.writeString(file, "omitted,aggregation\r\n,0\r\n,7\r\n");
    Cli.Ran choice = run("robustness", "2023Q4", "--draws", file);
    assertThat(choice.status()).isEqualTo(2);
    assertThat(choice.err())
        .contains("table of parameters, row 2, column 'aggregation': cannot be '7'");
    Files.writeString(file, "weight.nothing\r\n1\r\n");
    assertThat(run("robustness", "2023Q4", "--draws", file).err())
        .contains("there is no column 'weight.nothing'");
    Files.writeString(file, "omitted\r\n");
    assertThat(run("robustness", "2023Q4", "--draws", file).err())
        .contains("it has no row of parameters");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(run("robustness", "2023Q4", "--draws", file).err()).contains("it is no UTF-8 text");
    assertThat(run("robustness", "2023Q4", "--draws", file, "--seed", "3").status()).isEqualTo(2);
  }

  @Test
  void saysWhatEachChoiceAloneWouldMake() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(run("whatif", "2023Q4", "--print", "json", "--region", "110200").out());
    // three indicators left out, and each of them and of the two dimensions at both ends
    assertThat(cases).hasSize(3 + 2 * 5);
    assertThat(cases).allMatch(one -> one.path("rank_then").intValue() == 2);
    assertThat(cases.get(0).path("choice").asText()).isEqualTo("nursing_share");
  }

  @Test
  void triesMethodsThatTheSchemeDoesNotName() {
    // 110100 is ahead in every indicator, so no method turns the order
    assertThat(
            run("whatif", "2023Q4", "--print", "csv", "--aggregation", "copeland,minimum").lines())
        .containsExactly(
            "step,choice,mean_shift,largest_shift,lost",
            "aggregation,copeland,0,0,0",
            "aggregation,minimum,0,0,0");
    assertThat(run("whatif", "2023Q4", "--normalisation", "minmax").err())
        .contains("this version knows no normalisation 'minmax'");
    // of two cities there is no correlation
    assertThat(run("whatif", "2023Q4", "--weights", "pca").err())
        .contains("2 cities have a standing, and a correlation needs 3");
    assertThat(run("coherence", "2023Q4").status()).isEqualTo(2);
  }

  /** 110200 has 20.8 points and the first 76; full marks of care alone add 27.2, 12 and 40. */
  @Test
  void saysWhatARankWouldTake() {
    assertThat(
            run("whatif", "2023Q4", "--print", "csv", "--region", "110200", "--rank", "1").lines())
        .containsExactly(
            "indicator,name,verdict,from,to,unit",
            "nursing_share,护理型床位占比,not_enough,32,100,%",
            "beds_per_1000,每千人床位,not_enough,20,50,张/千人",
            "policy_in_place,有制度,not_enough,0,1,项");
    assertThat(run("whatif", "2023Q4", "--rank", "1").err()).contains("--rank goes with --region");
  }

  @Test
  void saysWhyAStandingChanged() {
    // Nursing 160/390 to 200/400 of weight 2/3 in care: 2/3·(50 − 41.025641) = 5.982906.
    // Beds 39 to 40 a thousand, 78 to 80 points, of weight 1/3: 0.666667; care is then 60.
    // The policy of the half-year counts from the fourth quarter on: 0.6·60 + 0.4·100 = 76, +16.
    assertThat(run("trend", "110100", "2023Q4", "--print", "csv").lines())
        .containsExactly(
            "cause,indicator,name,points",
            "before,,2023Q3,53.3504273504",
            "data,nursing_share,护理型床位占比,5.9829059829",
            "data,beds_per_1000,每千人床位,0.6666666667",
            "membership,policy_in_place,有制度,16",
            "after,,2023Q4,76.0000000000");
    assertThat(run("trend", "120100", "2023Q4").status()).isEqualTo(2);
    assertThat(run("trend", "120100", "2023Q4").err()).contains("nothing to compare");
  }

  @Test
  void bridgesToAnEarlierPublication() {
    assertThat(
            run("trend", "110100", "2023Q4", "--since", "2023Q3", "--print", "csv")
                .lines()
                .subList(0, 3))
        .containsExactly(
            "cause,indicator,name,points",
            "before,,2023Q3（当时公布）,53.3504273504",
            "bridged,,2023Q3 的数值按 2023Q4 的方案,53.3504273504");
    assertThat(run("trend", "110100", "2023Q4", "--since", "2021Q3").err())
        .contains("holds no evaluation of 2021Q3");
  }

  @Test
  void saysHowEachIndicatorMovedAndWhereItStands() {
    // 160 of 390 to 200 of 400: 8.974358974359 more, in a full count
    assertThat(run("trend", "110100", "2023Q4", "--indicators", "--print", "csv").lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "nursing_share,护理型床位占比,50,%,2023Q3,8.974358974359,better,none,,,reached,"));
  }

  @Test
  void showsACityAmongItsPeers() {
    // 50 and 32: quartiles 36.5, 41 and 45.5; too few peers to speak of strengths
    assertThat(run("peers", "110100", "2023Q4", "--print", "csv").lines())
        .contains("nursing_share,护理型床位占比,50,%,2,36.5,41,45.5,");
  }

  @Test
  void saysWhatIsUnknown() {
    assertThat(run("peers", "110101", "2023Q4").err())
        .contains("the evaluation of 2023Q4 has no city '110101'; did you mean '110100'?");
    assertThat(run("robustness", "2021Q4").err()).contains("holds no evaluation of 2021Q4");
    assertThat(run("robustness", "soon").status()).isEqualTo(2);
  }
}
