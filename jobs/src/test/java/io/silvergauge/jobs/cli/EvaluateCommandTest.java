package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small assessment as a user evaluates it. */
class EvaluateCommandTest {
  @TempDir Path temp;

  private Path folder;
  private Path out;

  @BeforeEach
  void name() {
    folder = temp.resolve("assessment");
    out = temp.resolve("out");
  }

  private Cli.Ran evaluate(Object... more) {
    Object[] all = new Object[more.length + 4];
    all[0] = "evaluate";
    all[1] = folder;
    all[2] = "--out";
    all[3] = out;
    System.arraycopy(more, 0, all, 4, more.length);
    return Cli.run(all);
  }

  private List<Path> runRecords() {
    return Repository.files(out.resolve("runs"));
  }

  @Test
  void refusesASpecialEvaluationOfWhatTheRuleBookDoesNotHave() {
    SmallAssessment.delivered().write(folder);
    Cli.Ran ran = evaluate("--special", "rulez,care", "--lang", "en");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "--special: the scheme has no dimension, topic or indicator 'rulez'; did you mean"
                + " 'rules'?");
    assertThat(out.resolve("current")).doesNotExist();
  }

  @Test
  void printsTheResultAndNamesThePageToOpen() {
    SmallAssessment.delivered().write(folder);
    Cli.Ran ran = evaluate("--period", "2023Q4");

    assertThat(ran.status()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "Small assessment, 2023Q4, as of 2024-01-31",
            "An example",
            "",
            "rank  city     standing  fulfilment  grade  targets met  coverage",
            "─────────────────────────────────────────────────────────────────",
            "   1  Jiadong     76.00       92.50   Good          3/4      100%",
            "   2  Jiaxi       20.80       44.20   Fair          1/4      100%",
            "   –  Yibei           –           –      –          1/4       40%",
            "",
            "No row was rejected.",
            "Published.",
            "Open: " + out.resolve("current/2023Q4/reports/comparison.en.html"));
    assertThat(out.resolve("current/2023Q4/reports/comparison.en.html")).isRegularFile();
    assertThat(ran.said()).first().isEqualTo("starting Spark …");
    assertThat(ran.said()).contains("reading 7 files …", "publishing …");
  }

  @Test
  void printsItInChinese() {
    SmallAssessment.delivered().write(folder);
    Cli.Ran ran = evaluate("--period", "2023Q4", "--lang", "zh");

    assertThat(ran.lines())
        .containsExactly(
            "小评估　2023Q4　截至 2024-01-31",
            "示例",
            "",
            "名次  城市     水平  完成度  等级  达标  覆盖率",
            "───────────────────────────────────────────────",
            "   1  甲东市  76.00   92.50    良   3/4    100%",
            "   2  甲西市  20.80   44.20    中   1/4    100%",
            "   –  乙北市      –       –     –   1/4     40%",
            "",
            "没有被拒绝的行。",
            "已发布。",
            "请打开：" + out.resolve("current/2023Q4/reports/comparison.zh.html"));
    assertThat(ran.said()).first().isEqualTo("启动 Spark …");
  }

  @Test
  void saysWhatWasRejectedAndEndsWithThreeOnlyIfItIsStrict() {
    SmallAssessment.delivered()
        .deliver(
            "2023Q4/110000/long.csv",
            "2024-01-16",
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,bed,1,张")
        .write(folder);
    Cli.Ran usual = evaluate("--period", "2023Q4");
    Cli.Ran strict = evaluate("--period", "2023Q4", "--strict");

    assertThat(usual.status()).isZero();
    assertThat(usual.lines())
        .containsSequence(
            "Rejected (1):",
            "  UNKNOWN_STATISTIC  2023Q4/110000/long.csv, record 2, column 'statistic': unknown"
                + " statistic 'bed'; did you mean 'beds'?");
    assertThat(strict.status()).isEqualTo(3);
    assertThat(strict.lines())
        .contains("This very content was published already; nothing changed.");
  }

  @Test
  void strictMindsAWithheldScoreTooButNotASoundResult() {
    SmallAssessment.delivered().write(folder);
    assertThat(evaluate("--period", "2023Q4", "--strict").status())
        .as("120100 has no total")
        .isEqualTo(3);
    assertThat(evaluate("--period", "2023Q3", "--strict").status())
        .as("2023Q3 has no policies yet: withheld")
        .isEqualTo(3);
    Repository.write(
        folder.resolve("cities.csv"), "code,from,to,membership,note\n110100,,,confirmed,\n");
    assertThat(evaluate("--period", "2023Q4", "--strict").status()).isZero();
  }

  @Test
  void evaluatesAllPeriodsUnlessOneIsAskedFor() {
    SmallAssessment.delivered().write(folder);
    assertThat(evaluate().status()).isZero();
    assertThat(out.resolve("current/2023Q3/scores.csv")).isRegularFile();
    assertThat(out.resolve("current/2023Q4/scores.csv")).isRegularFile();
  }

  @Test
  void publishesNothingAndEndsWithFourWhereThereIsTooLittle() {
    SmallAssessment.delivered().write(folder);
    Cli.Ran early = evaluate("--as-of", "2020-01-01");
    assertThat(early.status()).isEqualTo(4);
    assertThat(early.out()).isEmpty();
    assertThat(early.said().get(early.said().size() - 2))
        .isEqualTo(
            "2023Q3: no indicator of any city can be computed, so nothing is published; please"
                + " check the period's deliveries and the as-of date");
    assertThat(out.resolve("current")).doesNotExist();
    assertThat(SchemaFiles.json(Repository.bytes(runRecords().get(0))).path("outcome").asText())
        .isEqualTo("failed");

    folder = temp.resolve("empty");
    new SmallAssessment().changed("assessment.yaml", "as_of: 2024-01-31\n", "").write(folder);
    Cli.Ran none = evaluate();
    assertThat(none.status()).isEqualTo(4);
    assertThat(none.said()).contains("there are no deliveries, so nothing is published");
  }

  @Test
  void leavesTheFolderToAnotherRunAndEndsWithSix() throws IOException {
    SmallAssessment.delivered().write(folder);
    try (RunLock other = RunLock.take(out, "a test", Duration.ZERO, text -> {})) {
      assertThat(other).isNotNull();
      Cli.Ran ran = evaluate();
      assertThat(ran.status()).isEqualTo(6);
      assertThat(ran.said().get(0))
          .startsWith("another run is at work in " + out + ": a test, process ");
      assertThat(ran.said().get(1)).endsWith(": nothing new is published, exit status 6");
      assertThat(ran.said()).hasSize(2);
      assertThat(out.resolve("current")).doesNotExist();
    }
    assertThat(evaluate("--period", "2023Q4").status()).as("once it is gone").isZero();
  }

  @Test
  void endsWithSevenWhereWhatWasPublishedHasBeenChanged() {
    SmallAssessment.delivered().write(folder);
    evaluate();
    Path scores = out.resolve("current/2023Q3/scores.csv");
    Repository.write(scores, Repository.text(scores).replace("100.0000000000", "101.0000000000"));
    Cli.Ran ran = evaluate("--period", "2023Q4", "--as-of", "2024-01-16");

    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.err()).contains("published files have been changed: 2023Q3/scores.csv");
  }

  @Test
  void registersFilesAsReceivedAndReadsThem() {
    SmallAssessment.delivered()
        .file("data/2023Q4/120000/civil.b.csv", "表\n代码,地区,床位数,护理型,资金\n120181,北县市,50,10,20\n")
        .file("data/notes.txt", "no slot")
        .write(folder);
    String before = Repository.text(folder.resolve("data/deliveries.csv"));
    assertThat(evaluate("--period", "2023Q4").out()).contains("FILE_UNREGISTERED");
    assertThat(folder.resolve("data/deliveries.csv")).hasContent(before);

    Cli.Ran ran = evaluate("--period", "2023Q4", "--received", "2024-01-30");
    assertThat(ran.status()).isZero();
    assertThat(ran.said())
        .contains("registered 1 files in data/deliveries.csv as received on 2024-01-30");
    assertThat(Repository.text(folder.resolve("data/deliveries.csv")))
        .isEqualTo(
            before
                + "2023Q4/120000/civil.b.csv,"
                + Sha256.of(Repository.bytes(folder.resolve("data/2023Q4/120000/civil.b.csv")))
                + ",120000,2024-01-30,civil/120000/2023Q4/b,full,\n");
    assertThat(ran.out()).contains("notes.txt").doesNotContain("civil.b.csv");
    // By hand: 90 + 10 of 150 + 50 beds.
    assertThat(
            CsvRows.lines(
                out.resolve("current/2023Q4/outcomes.csv"), "region", "indicator", "amount"))
        .contains("120100|nursing_share|50");

    Cli.Ran again = evaluate("--period", "2023Q4", "--received", "2024-01-31");
    assertThat(again.lines()).contains("This very content was published already; nothing changed.");
  }

  @Test
  void writesTimesIntoTheRecordOfTheRunAndNowhereElse() {
    SmallAssessment.delivered().write(folder);
    evaluate("--period", "2023Q4");
    evaluate("--period", "2023Q4");

    assertThat(runRecords()).hasSize(2);
    JsonNode first = SchemaFiles.json(Repository.bytes(runRecords().get(0)));
    JsonNode second = SchemaFiles.json(Repository.bytes(runRecords().get(1)));
    assertThat(first.path("outcome").asText()).isEqualTo("published");
    assertThat(second.path("outcome").asText()).isEqualTo("nothing to publish");
    assertThat(first.path("files_read").asInt()).isEqualTo(7);
    assertThat(second.path("files_read").asInt()).isZero();
    assertThat(first.path("spark_jobs").asInt()).isBetween(1, 3);
    assertThat(first.path("started").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(first.path("records").path("read").asInt())
        .isEqualTo(
            first.path("records").path("accepted").asInt()
                + first.path("records").path("rejected").asInt()
                + first.path("records").path("set_aside").asInt());
  }

  @Test
  void writesNoPagesInALanguageThatIsNotAskedFor() throws IOException {
    SmallAssessment.delivered()
        .changed("assessment.yaml", "languages: [zh, en]", "languages: [zh]")
        .write(folder);
    Cli.Ran ran = evaluate("--period", "2023Q4", "--lang", "en");

    assertThat(ran.lines())
        .last()
        .isEqualTo("Open: " + out.resolve("current/2023Q4/reports/comparison.zh.html"));
    try (var pages = Files.list(out.resolve("current/2023Q4/reports"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .allMatch(name -> name.endsWith(".zh.html"));
    }
  }

  @Test
  void leavesThePublicationAloneWhenAnotherFolderIsEvaluatedIntoIt() {
    SmallAssessment.delivered().write(folder);
    evaluate("--period", "2023Q3");
    Map<String, String> before = Repository.hashes(out.resolve("current/2023Q3"));
    folder = temp.resolve("other");
    SmallAssessment.delivered()
        .changed("assessment.yaml", "as_of: 2024-01-31", "as_of: 2024-01-16")
        .write(folder);
    evaluate("--period", "2023Q4");

    assertThat(Repository.hashes(out.resolve("current/2023Q3"))).isEqualTo(before);
  }
}
