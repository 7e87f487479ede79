package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small assessment as a timetable runs it: run, status, history. */
class RunCommandTest {
  private static final String OPEN = "periods: [2023Q3, 2023Q4, 2024Q1, 2024Q2]";

  @TempDir Path temp;

  private Path folder;
  private Path out;

  @BeforeEach
  void name() {
    folder = temp.resolve("assessment");
    out = temp.resolve("out");
  }

  private Cli.Ran run(Object... words) {
    return Cli.run(
        Stream.concat(Arrays.stream(words), Stream.of("--out", out, "--lang", "en")).toArray());
  }

  private static JsonNode json(String text) {
    return SchemaFiles.json(Repository.utf8(text));
  }

  private static String last(Cli.Ran ran) {
    return ran.said().get(ran.said().size() - 1);
  }

  private Map<String, String> all() {
    return Repository.hashes(out);
  }

  private static SmallAssessment assessment() {
    return SmallAssessment.delivered()
        .changed("assessment.yaml", "periods: [2023Q3, 2023Q4]", OPEN)
        .changed("assessment.yaml", "as_of: 2024-01-31\n", "");
  }

  @Test
  void publishesWhatClosedAndWaitsForTheRest() {
    assessment().write(folder);
    Cli.Ran ran = run("run", folder);

    assertThat(ran.status()).isZero();
    assertThat(ran.said())
        .startsWith(
            "2024Q1: closes on 2024-03-31, the evaluation is as of 2024-01-18",
            "2024Q2: closes on 2024-06-30, the evaluation is as of 2024-01-18",
            "2023Q3, 2023Q4: not published yet",
            "starting Spark …");
    assertThat(ran.lines()).contains("Published.");
    assertThat(last(ran))
        .matches("run \\d{8}T\\d{6}\\.\\d{3}Z-\\d+: published publications/\\w{32}, exit status 0");
    assertThat(out.resolve("current/2023Q3/scores.csv")).isRegularFile();
    assertThat(out.resolve("current/2023Q4/scores.csv")).isRegularFile();
    assertThat(out.resolve("current/2024Q1")).doesNotExist();

    Cli.Ran later = run("run", folder, "--as-of", "2024-07-01", "--dry-run");
    assertThat(later.lines())
        .containsExactly(
            "2024Q1: nothing was delivered for it yet",
            "2024Q2: nothing was delivered for it yet",
            "2023Q3, 2023Q4: as of 2024-07-01, published as of 2024-01-18",
            "Would evaluate: 2023Q3, 2023Q4");
  }

  @Test
  void doesNothingWhereNothingIsDueAndDoesNotStartSpark() {
    assessment().write(folder);
    run("run", folder);
    Map<String, String> before = Repository.hashes(out.resolve("publications"));
    Cli.Ran again = run("run", folder);

    assertThat(again.status()).isZero();
    assertThat(again.lines()).containsExactly("Nothing to publish.");
    assertThat(again.err()).doesNotContain("Spark");
    assertThat(last(again)).endsWith(": nothing new is published, exit status 0");
    assertThat(Repository.hashes(out.resolve("publications"))).isEqualTo(before);
  }

  @Test
  void tellsAProgramHowItEndedAndDoesNotDependOnIt() throws IOException {
    assessment().write(folder);
    Path heard = temp.resolve("heard.json");
    Path program = temp.resolve("tell");
    Files.writeString(program, "#!/bin/sh\ncat > '" + heard + "'\nexit 9\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    Cli.Ran ran = run("run", folder, "--notify", program);
    JsonNode record = SchemaFiles.json(Files.readAllBytes(heard));
    assertThat(ran.status()).isZero();
    assertThat(ran.said()).contains("the program " + program + " ended with status 9");
    assertThat(last(ran)).contains(": published publications/");
    assertThat(record.get("outcome").asText()).isEqualTo("published");
    assertThat(out.resolve("runs/" + record.get("id").asText() + ".json"))
        .hasSameBinaryContentAs(heard);

    Files.writeString(folder.resolve("assessment.yaml"), "name: {");
    assertThat(run("run", folder, "--notify", program).status()).isEqualTo(2);
    record = SchemaFiles.json(Files.readAllBytes(heard));
    assertThat(record.get("outcome").asText()).isEqualTo("failed");
    assertThat(record.get("exit").asInt()).isEqualTo(2);
  }

  @Test
  void comesToWhatEvaluateComesTo() {
    SmallAssessment.delivered().write(folder);
    run("run", folder);
    Map<String, String> published = Repository.hashes(out.resolve("current"));
    assertThat(run("evaluate", folder).lines())
        .contains("This very content was published already; nothing changed.");
    assertThat(run("run", folder).lines()).containsExactly("Nothing to publish.");

    out = temp.resolve("other");
    run("evaluate", folder);
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(published);
    assertThat(run("run", folder).lines())
        .as("what evaluate published is not due either")
        .containsExactly("Nothing to publish.");
  }

  @Test
  void saysWhatWouldHappenAndWhyAndWritesNothing() {
    assessment().write(folder);
    assertThat(run("run", folder, "--dry-run").lines())
        .endsWith("2023Q3, 2023Q4: not published yet", "Would evaluate: 2023Q3, 2023Q4");
    assertThat(out).doesNotExist();

    run("run", folder);
    Map<String, String> before = all();
    assertThat(run("run", folder, "--dry-run").lines()).endsWith("Nothing to publish.");
    assertThat(run("run", folder, "--format", "xlsx", "--dry-run").lines())
        .contains(
            "2023Q3, 2023Q4: formats, or files that are not registered or cannot be taken in, are not"
                + " as they were");

    assessment().changed("scheme.yaml", "edition: \"1\"", "edition: \"2\"").write(folder);
    assertThat(run("run", folder, "--dry-run").lines())
        .contains("2023Q3, 2023Q4: changed: scheme.yaml");

    assessment()
        .civil("2024Q1", "120000", "2024-04-05", "120101,北区,150,90,20", "120181,北县市,50,10,5")
        .write(folder);
    assertThat(run("run", folder, "--dry-run").lines())
        .containsExactly(
            "2024Q2: closes on 2024-06-30, the evaluation is as of 2024-04-05",
            "2023Q3, 2023Q4: deliveries that are new or changed (1): 2024Q1/120000/civil.csv",
            "2023Q3, 2023Q4: as of 2024-04-05, published as of 2024-01-18",
            "2024Q1: not published yet",
            "Would evaluate: 2023Q3, 2023Q4, 2024Q1");
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void readsAFileOnceItIsThereAndRegistersWhatItIsAskedTo() {
    SmallAssessment.delivered().without("data/2023Q4/120000/civil.csv").write(folder);
    run("run", folder);
    assertThat(run("run", folder).lines())
        .as("still missing: nothing new")
        .containsExactly("Nothing to publish.");
    SmallAssessment.delivered().write(folder);
    assertThat(run("run", folder).lines()).contains("Published.");

    Repository.write(
        folder.resolve("data/2023Q4/120000/civil.b.csv"),
        "表\n代码,地区,床位数,护理型,资金\n120181,北县市,50,10,20\n");
    assertThat(run("run", folder, "--received", "2024-01-30", "--dry-run").lines())
        .startsWith(
            "1 files would be registered as received on 2024-01-30 and their periods evaluated");
    assertThat(run("run", folder, "--received", "2024-01-30").said())
        .contains("registered 1 files in data/deliveries.csv as received on 2024-01-30");
    assertThat(run("run", folder, "--received", "2024-01-31").lines())
        .containsExactly("Nothing to publish.");
  }

  @Test
  void findsAPublishedFileThatIsGoneAndMakesItAgain() throws IOException {
    SmallAssessment.delivered().write(folder);
    run("run", folder);
    Map<String, String> before = Repository.hashes(out.resolve("current"));
    Files.delete(out.resolve("current").toRealPath().resolve("2023Q3/scores.csv"));

    Cli.Ran ran = run("run", folder);
    assertThat(ran.said()).contains("published files are changed or missing: 2023Q3/scores.csv");
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(before);
  }

  @Test
  void writesJsonLinesWhereAProgramCollectsTheLog() {
    SmallAssessment.delivered().write(folder);
    Cli.Ran ran = run("run", folder, "--period", "2023Q4", "--log", "json");

    List<JsonNode> lines = ran.said().stream().map(RunCommandTest::json).toList();
    assertThat(lines).extracting(line -> line.path("event").asText()).contains("step", "step_end");
    JsonNode end = lines.get(lines.size() - 1);
    assertThat(end.path("event").asText()).isEqualTo("end");
    assertThat(end.path("exit").asInt(-1)).isZero();
    assertThat(end.path("zh").asText()).contains("已发布 publications/");
    assertThat(end.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");

    Repository.write(folder.resolve("cities.csv"), "code\n");
    Cli.Ran faulty = run("run", folder, "--log=json");
    assertThat(faulty.status()).isEqualTo(2);
    assertThat(faulty.said().stream().map(RunCommandTest::json))
        .allMatch(line -> line.path("event").asText().equals("error"));
  }

  @Test
  void tellsHowThingsStandAndHowRunsEnded() {
    assertThat(run("status").lines())
        .containsExactly("Nothing is published.", "No run is at work.");
    assertThat(run("history").lines())
        .containsExactly("There are no records of runs in " + out + ".");
    assertThat(out).doesNotExist();

    assessment().write(folder);
    assertThat(run("run", folder, "--as-of", "2023-06-30").lines())
        .containsExactly("Nothing to publish.");
    run("run", folder);
    Repository.write(
        out.resolve("runs/20200101T000000.000Z-1.json"),
        Repository.text(Repository.files(out.resolve("runs")).get(1))
            .replaceFirst("\"process\" : \"[^\"]*\"", "\"process\" : \"another\"")
            .replaceFirst("\"outcome\" : \"[^\"]*\"", "\"outcome\" : \"running\""));
    Repository.write(folder.resolve("cities.csv"), "code\n");
    assertThat(run("run", folder).status()).isEqualTo(2);
    assessment().file("notes/README.md", "x").write(folder);

    String name = Repository.real(out.resolve("current")).getFileName().toString();
    List<String> status = run("status", folder).lines();
    assertThat(status.get(0)).startsWith("Published: publications/" + name + ", since 2");
    assertThat(status)
        .contains(
            "  2023Q4, as of 2024-01-18, small 1",
            "No run is at work.",
            "2024Q1: closes on 2024-03-31, the evaluation is as of 2024-01-18");
    assertThat(status.get(4)).matches("Last run: \\S+, run, failed, exit status 2");

    List<String> history = run("history").lines();
    assertThat(history.get(0)).contains("started", "outcome", "publication");
    assertThat(history.get(2)).contains("run", "failed", " 2 ");
    assertThat(history.get(3)).contains("published", "2023Q3, 2023Q4", name.substring(0, 12));
    assertThat(history.get(4)).contains("nothing to publish");
    assertThat(history.get(5)).contains("died");

    JsonNode told = json(run("status", folder, "--json").out());
    assertThat(told.path("publication").asText()).isEqualTo("publications/" + name);
    assertThat(told.path("run").asText()).isEqualTo("none");
    assertThat(told.path("last").path("exit").asInt()).isEqualTo(2);
    assertThat(told.path("periods").path("2023Q3").path("as_of").asText()).isEqualTo("2024-01-18");
    assertThat(told.path("due").isArray()).isTrue();
    JsonNode runs = json(run("history", "--json").out());
    assertThat(runs).hasSize(4);
    assertThat(runs.get(1).path("reasons").get(0).path("zh").asText())
        .isEqualTo("2023Q3, 2023Q4：尚未发布");
    assertThat(runs.get(3).path("outcome").asText()).isEqualTo("died");
  }

  @Test
  void keepsTheNewestHundredRecords() {
    for (int i = 0; i < 120; i++) {
      Repository.write(
          out.resolve("runs/20200101T000000.%s-1.json".formatted("" + (100 + i))), "{}");
    }
    assessment().write(folder);
    run("run", folder, "--as-of", "2023-06-30");

    List<Path> kept = Repository.files(out.resolve("runs"));
    assertThat(kept).hasSize(100);
    assertThat(kept.get(0).getFileName().toString()).isEqualTo("20200101T000000.121-1.json");
  }

  /** What is published there would be taken for deliveries: each run would publish anew. */
  @Test
  void refusesAnOutputFolderAmongWhatIsSentIn() {
    assessment().write(folder);
    Path among = folder.resolve("data/out");
    for (String dryRun : List.of("--dry-run", "--strict")) {
      Cli.Ran ran = Cli.run("run", folder, "--out", among, dryRun, "--lang", "en");
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.said())
          .containsExactly(
              "--out must not lie in the folder of what is sent in, "
                  + folder.resolve("data")
                  + ": "
                  + among);
    }
    assertThat(among).doesNotExist();
  }

  @Test
  void namesADurationThatIsNone() {
    assertThat(run("run", folder, "--wait", "soon").err())
        .startsWith(
            "Invalid value for option '--wait': 'soon' is not a duration such as 30s, 10m or 2h");
  }
}
