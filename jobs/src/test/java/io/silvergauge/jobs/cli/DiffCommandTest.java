package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir static Path temp;

  private static Path out;

  /** Beijing sends its table again on 20 February; on 1 March the rule of one indicator changes. */
  @BeforeAll
  static void evaluateThreeTimes() throws IOException {
    out = temp.resolve("out");
    String table =
        """
        表
        代码,地区,床位数,护理型,资金
        110101,东区,100,90,30
        110121,东县,300,210,50
        110201,西一区,200,50,180
        110202,西二区,200,78,120
        """;
    Path assessment =
        SmallAssessment.delivered()
            .deliver(
                "2023Q4/110000/later.csv",
                "civil/110000/2023Q4/all",
                "2024-02-20",
                "full",
                Repository.utf8(table))
            .write(temp.resolve("assessment"));
    for (String asOf : List.of("2024-02-19", "2024-02-20")) {
      evaluate(assessment, asOf);
    }
    Path scheme = assessment.resolve("scheme.yaml");
    Files.writeString(
        scheme,
        Files.readString(scheme).replace("better: higher, weight: 2", "better: higher, weight: 1"));
    evaluate(assessment, "2024-03-01");
  }

  private static void evaluate(Path assessment, String asOf) {
    Cli.Ran ran =
        Cli.run("evaluate", assessment, "--out", out, "--period", "2023Q4", "--as-of", asOf);
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private static Cli.Ran diff(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "diff";
    all[1] = "--out";
    all[2] = out;
    System.arraycopy(words, 0, all, 3, words.length);
    return Cli.run(all);
  }

  /** By hand: 60 + 140 of 400 beds before, 90 + 210 of 400 after. */
  @Test
  void namesTheFigureThatMovedByHowMuchAndTheCellsBecauseOfWhich() {
    Cli.Ran ran = diff("2024-02-19", "2024-02-20", "--region", "110100", "--print", "csv");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .anyMatch(
            line ->
                line.startsWith("2023Q4,110100,figure.nursing_share,护理型床位占比,50,75,25,")
                    && line.contains(
                        "2023Q4/110000/later.csv（第 3 条记录）：110101 nursing_beds 60 张 → 90 张")
                    && line.contains(
                        "2023Q4/110000/later.csv（第 4 条记录）：110121 nursing_beds 140 张 → 210 张"))
        .anyMatch(
            line ->
                line.startsWith("2023Q4,110100,standing.nursing_share,")
                    && line.contains("later.csv"));
  }

  /** By hand: the care of 110100 weighs 1 + 1 + 1 instead of 2 + 1 + 1; no value is another. */
  @Test
  void namesTheRuleBecauseOfWhichScoresMoved() {
    Cli.Ran ran = diff("2024-02-20", "current", "--print", "csv");

    assertThat(ran.lines())
        .noneMatch(line -> line.contains(",figure."))
        .filteredOn(line -> line.contains(",standing.care,"))
        .isNotEmpty()
        .allMatch(line -> line.contains("对“护理型床位占比”的规定已变更"));
  }

  @Test
  void saysThatNothingMoved() {
    Cli.Ran ran = diff("current", "current");

    assertThat(ran.status()).isZero();
    assertThat(ran.err()).contains("0 figures moved.");
  }

  @Test
  void saysThatACityOrAPeriodIsInNeither() {
    Cli.Ran city = diff("2024-02-19", "2024-02-20", "--region", "110109");
    Cli.Ran period = diff("2024-02-19", "2024-02-20", "--period", "2023Q3");

    assertThat(city.status()).isEqualTo(2);
    assertThat(city.err()).contains("--region: neither publication has a city '110109'");
    assertThat(period.status()).isEqualTo(2);
    assertThat(period.err())
        .contains("--period: 2023Q3 is not among the periods that both publications hold: 2023Q4");
  }

  @Test
  void namesThePublicationsThereAre() {
    Cli.Ran ran = diff("2024-02-19", "2023-01-01");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("'2023-01-01' names 0 publications; there are: ");
    assertThat(ran.err()).contains("[2024-02-20]");
  }
}
