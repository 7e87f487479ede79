package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {
  @TempDir Path temp;

  private Path out;
  private Path assessment;

  private void evaluate() {
    Cli.Ran ran = Cli.run("evaluate", assessment, "--out", out, "--period", "2023Q4");
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private Cli.Ran sign(String who) {
    return Cli.run(
        "sign",
        assessment,
        "2023Q4",
        "--out",
        out,
        "--who",
        who,
        "--role",
        "组长",
        "--date",
        "2024-02-09");
  }

  private String status(String page) {
    return Jsoup.parse(Repository.text(out.resolve("current/2023Q4/reports/" + page)))
        .select(".status")
        .text();
  }

  @Test
  void everyPageIsADraftUntilItIsSignedAndAgainWhenAnythingChanges() throws IOException {
    out = temp.resolve("out");
    assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    evaluate();
    for (Path page : Repository.files(out.resolve("current/2023Q4/reports"))) {
      assertThat(Jsoup.parse(Repository.text(page)).select("p.status.draft"))
          .as("%s", page)
          .hasSize(1);
    }
    Path first = out.resolve("current").toRealPath();
    Map<String, String> before = Repository.hashes(first);

    Cli.Ran signed = sign("李, 明");
    assertThat(signed.status()).as(signed.err()).isZero();
    assertThat(signed.out()).contains("李, 明 (组长) signed on 2024-02-09: 2023Q4, content ");
    evaluate();

    assertThat(status("110100.en.html"))
        .startsWith("Signed by 李, 明 (组长, 9 February 2024); content ");
    assertThat(status("110100.explain.zh.html")).startsWith("已由李, 明（组长，2024年2月9日）签署；内容");
    assertThat(status("comparison.zh.html")).startsWith("已由李, 明");
    assertThat(Repository.hashes(first)).as("what was published before stays").isEqualTo(before);
    Path second = out.resolve("current").toRealPath();
    assertThat(second).isNotEqualTo(first);

    // A second signature stands beside the first: signing does not change what is signed.
    assertThat(sign("王芳").status()).isZero();
    evaluate();
    assertThat(status("110100.en.html")).contains("李, 明").contains("王芳");

    Path plan = assessment.resolve("scheme.yaml");
    Files.writeString(plan, Files.readString(plan).replace("weight: 60", "weight: 50"));
    evaluate();
    assertThat(status("110100.en.html"))
        .startsWith("Draft: another version than the one signed by 李, 明");
    assertThat(Files.isDirectory(second)).as("the signed one is still there").isTrue();
    // 60 and 40 become 50 and 40: 110100 had (60 × 87.5 + 40 × 100) / 100 = 92.5 and has
    // (50 × 87.5 + 40 × 100) / 90 = 93.055…
    List<String> changes = Files.readAllLines(out.resolve("current/2023Q4/changes.csv"));
    assertThat(changes.get(0))
        .isEqualTo(
            "region,period,figure,name_zh,name_en,before,after,by,kind,because_zh,because_en,signed");
    assertThat(changes)
        .anyMatch(
            row ->
                row.startsWith("110100,2023Q4,") && row.contains(",92.5") && row.contains("rule"));
    Path third = out.resolve("current").toRealPath();
    evaluate();
    assertThat(out.resolve("current").toRealPath()).as("the same again").isEqualTo(third);
  }

  @Test
  void saysWhatIsWrongWhereNothingIsPublished() throws IOException {
    out = temp.resolve("out");
    assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));

    Cli.Ran ran = sign("李明");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("'current' names 0 publications");
  }

  @Test
  void addsARowInTheOrderOfTheListsOwnHeader() throws IOException {
    out = temp.resolve("out");
    assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Path list = assessment.resolve("signatures.csv");
    Files.writeString(list, "who,role,date,sha256,period\r\n");
    evaluate();

    assertThat(sign("李明").status()).isZero();

    assertThat(Files.readAllLines(list).get(1)).matches("李明,组长,2024-02-09,[0-9a-f]{64},2023Q4");
    evaluate();
    assertThat(status("110100.en.html")).startsWith("Signed by 李明");
  }

  @Test
  void refusesWhatIsNotPublishedOrNotWhatItWas() throws IOException {
    out = temp.resolve("out");
    assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    evaluate();
    assertThat(
            Cli.run(
                    "sign",
                    assessment,
                    "2023Q3",
                    "--out",
                    out,
                    "--who",
                    "a",
                    "--role",
                    "b",
                    "--date",
                    "2024-02-09")
                .err())
        .contains("2023Q3 is not published; published are: [2023Q4]");

    Path city = out.resolve("current/2023Q4/evaluation/110100.json");
    Files.writeString(
        city, Files.readString(city).replace("\"fulfilment\":92.5", "\"fulfilment\":99.5"));
    Cli.Ran ran = sign("李明");
    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.err()).contains("not what it says of itself");
    assertThat(assessment.resolve("signatures.csv")).doesNotExist();
  }
}
