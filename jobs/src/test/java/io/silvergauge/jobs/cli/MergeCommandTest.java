package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code merge}: two institutes evaluate a city or two each, and are compared with one that has
 * all.
 */
class MergeCommandTest {
  @TempDir static Path temp;

  private static Path whole;
  private static Path east;
  private static Path others;

  @BeforeAll
  static void evaluate() {
    whole =
        evaluated("whole", "110100,,,confirmed,\n110200,,,illustrative,\n120100,,,illustrative,\n");
    east = evaluated("east", "110100,,,confirmed,\n");
    others = evaluated("others", "110200,,,illustrative,\n120100,,,illustrative,\n");
  }

  private static Path evaluated(String name, String cities) {
    Path assessment =
        SmallAssessment.delivered()
            .file("cities.csv", "code,from,to,membership,note\n" + cities)
            .file(
                "scheme.yaml",
                SmallAssessment.SCHEME
                    + "robustness: {seed: 7, replications: 100, weights: 25, leave_one_out: true}\n")
            .write(temp.resolve(name + "-assessment"));
    Path out = temp.resolve(name);
    assertThat(Cli.run("evaluate", assessment, "--out", out).status()).isZero();
    return out;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file));
  }

  @Test
  void makesTheWholeOfItsParts() throws IOException {
    Path to = temp.resolve("merged");
    Cli.Ran ran = Cli.run("merge", others, east, "--period", "2023Q4", "--to", to);
    assertThat(ran.status()).isZero();
    JsonNode merged = json(to.resolve("evaluation.json"));
    JsonNode all = json(whole.resolve("current/2023Q4/evaluation.json"));
    assertThat(merged.path("cities")).isEqualTo(all.path("cities"));
    assertThat(merged.path("outlook")).isEqualTo(all.path("outlook"));
    for (String code : new String[] {"110100", "110200", "120100"}) {
      JsonNode one = json(to.resolve("evaluation/" + code + ".json"));
      JsonNode same = json(whole.resolve("current/2023Q4/evaluation/" + code + ".json"));
      assertThat(one.path("scores")).isEqualTo(same.path("scores"));
      assertThat(one.path("indicators")).isEqualTo(same.path("indicators"));
      assertThat(one.path("history")).isEqualTo(same.path("history"));
    }
    assertThat(Files.readString(to.resolve("comparison.en.html"))).contains("110100");
  }

  @Test
  void ranksAmongAllAndSaysWhereEachCityComesFrom() {
    Cli.Ran ran = Cli.run("merge", east, others, "--period", "2023Q4", "--print", "csv");
    assertThat(ran.lines().get(0))
        .isEqualTo(
            "code,name,rank,standing,fulfilment,grade,peer_rank,median,low,high,part,rank_in_part,as_of");
    assertThat(ran.lines().get(1)).startsWith("110100,甲东市,1,76.0000000000,");
    assertThat(ran.lines().get(2)).startsWith("110200,甲西市,2,");
    assertThat(ran.lines().get(2)).endsWith(",2,2,2," + others + ",1,2024-01-31");
    assertThat(ran.lines().get(3)).startsWith("120100,乙北市,,,");
  }

  @Test
  void refusesACityTwiceAndAPeriodThatIsNotThere() {
    Cli.Ran twice = Cli.run("merge", whole, east, "--period", "2023Q4");
    assertThat(twice.status()).isEqualTo(2);
    assertThat(twice.err())
        .contains(east + " cannot be merged: city '110100' is in " + whole + " already");
    Cli.Ran period = Cli.run("merge", east, others, "--period", "2021Q4");
    assertThat(period.status()).isEqualTo(2);
    assertThat(period.err()).contains("holds no evaluation of 2021Q4");
    assertThat(Cli.run("merge", east, "--period", "2023Q4").status()).isEqualTo(2);
  }

  @Test
  void writesIntoNoOutputFolder() {
    Cli.Ran ran = Cli.run("merge", east, others, "--period", "2023Q4", "--to", whole);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--to must not be an output folder");
  }

  @Test
  void writesIntoNoPublication() throws IOException {
    Path published = east.resolve("current/2023Q4").toRealPath();
    Map<String, String> before = Repository.hashes(published);
    for (Path to : new Path[] {published, east.resolve("current/2023Q4")}) {
      Cli.Ran ran = Cli.run("merge", east, others, "--period", "2023Q4", "--to", to);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err()).contains("--to must not lead into a publication");
    }
    assertThat(Repository.hashes(published)).isEqualTo(before);
  }

  @Test
  void saysOnItsPageThatItIsADraft() throws IOException {
    Path to = temp.resolve("draft");
    Cli.run("merge", others, east, "--period", "2023Q4", "--to", to);
    assertThat(Jsoup.parse(Files.readString(to.resolve("comparison.zh.html"))).select("body.draft"))
        .hasSize(1);
  }
}
