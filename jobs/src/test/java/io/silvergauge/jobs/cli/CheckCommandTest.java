package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String FAULT =
      "NOT_A_NUMBER  2023Q4/110000/civil.csv, record 4, column '床位数': '约300' is not a number such"
          + " as 1234.5";

  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void write() {
    folder = temp.resolve("assessment");
    SmallAssessment.delivered()
        .without("data/2023Q4/110000/civil.csv")
        .file("data/2023Q4/130000/civil.csv", "表\n代码,地区,床位数,护理型,资金\n999999,无,1,1,1\n")
        .file("data/2023Q4/notes.txt", "no slot")
        .write(folder);
    Repository.write(
        folder.resolve("data/2023Q4/110000/civil.csv"),
        "表\n代码,地区,床位数,护理型,资金\n110101,东区,100,60,30\n110121,东县,约300,140,50\n");
  }

  private Cli.Ran check(String below, Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "check";
    all[1] = folder.resolve(below);
    System.arraycopy(more, 0, all, 2, more.length);
    return Cli.run(all);
  }

  @Test
  void readsAFileWithoutStoringAnything() {
    Cli.Ran ran = check("data/2023Q4/110000/civil.csv");

    assertThat(ran.status()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "FILE_CHANGED  2023Q4/110000/civil.csv: not the file that was registered; what follows"
                + " is of the file as it is",
            FAULT,
            "1 files: 4 records read, 1 accepted, 1 rejected, 2 set aside");
    assertThat(ran.err()).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysOfAWholeAssessmentWhoHasToBeChased() {
    Repository.write(
        folder.resolve("data/expected.csv"),
        "sender,source,period,due\n110000,visits,2023Q4,2024-01-10\n");
    // the assessment is as of 2024-01-31
    assertThat(check("").lines())
        .contains(
            "To be chased (1):",
            "  110000: visits for 2023Q4: not sent, was due on 2024-01-10, 21 days ago");
    assertThat(check("data/2023Q4/110000/civil.csv").lines()).doesNotContain("To be chased (1):");
  }

  @Test
  void endsWithThreeIfItIsStrictAndSomethingWasRejected() {
    assertThat(check("data/2023Q4/110000/civil.csv", "--strict").status()).isEqualTo(3);
    assertThat(check("data/2023Q4/120000/civil.csv", "--strict").status()).isZero();
  }

  @Test
  void readsEverythingBelowAFolderEvenWhatIsNotRegistered() {
    Cli.Ran ran = check("data/2023Q4");

    assertThat(ran.lines())
        .contains(
            FAULT,
            "UNKNOWN_REGION  2023Q4/130000/civil.csv, record 3, column '代码': region '999999' is"
                + " not in regions/")
        .last()
        .isEqualTo("3 files: 11 records read, 2 accepted, 2 rejected, 7 set aside");
  }

  @Test
  void readsAnAssessmentWhole() {
    assertThat(check("").lines()).last().asString().startsWith("8 files: ");
    Cli.Ran sample = Cli.run("check", Repository.path("sample-input"), "--strict");
    assertThat(sample.status()).isEqualTo(3);
    assertThat(sample.lines()).last().asString().startsWith("1438 files: 33249 records read, ");
  }

  @Test
  void speaksChinese() {
    assertThat(check("data/2023Q4/110000/civil.csv", "--lang", "zh").lines())
        .containsExactly(
            "FILE_CHANGED  2023Q4/110000/civil.csv：文件与登记的不一致，以下检查的是现有文件",
            "NOT_A_NUMBER  2023Q4/110000/civil.csv 第 4 行“床位数”：“约300”不是数字，应为如 1234.5 的数",
            "1 个文件：读取 4 条记录，采用 1，拒绝 1，另列 2");
  }

  @Test
  void saysThatARegisteredFileIsMissing() {
    SmallAssessment.delivered().without("data/2023Q4/120000/civil.csv").write(temp.resolve("b"));
    Cli.Ran ran = Cli.run("check", temp.resolve("b/data/2023Q4/120000"), "--strict");

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.lines().get(0))
        .startsWith(
            "FILE_MISSING  2023Q4/120000/civil.csv: registered, but there is no such file;");
  }

  @Test
  void endsWithTwoWhereThereIsNothingToCheck() {
    SmallAssessment.delivered().write(temp.resolve("c"));
    Repository.write(temp.resolve("c/regions/none/x"), "");
    Cli.Ran none = Cli.run("check", temp.resolve("c/regions"));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).startsWith("there is no delivery to check in ");
    Cli.Ran outside = Cli.run("check", temp);
    assertThat(outside.status()).isEqualTo(2);
    assertThat(outside.said())
        .containsExactly(
            temp + " is not in an assessment folder (there is no assessment.yaml above it)");
  }

  @Test
  void chasesARegisterOnlyWhereNothingOfItCouldBeUsed() {
    assertThat(Cli.run("check", Homes.owed().write(temp.resolve("owed"))).lines())
        .containsSequence(
            "To be chased (1):",
            "  120000: homes for 2023Q4: sent, but nothing of it could be used");
  }

  /** Somebody who checks a file wants to hear of it, whatever it is called. */
  @Test
  void saysWhatItCannotPlace() {
    Cli.Ran ran = check("data/2023Q4/notes.txt", "--strict");

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.lines().get(0))
        .isEqualTo(
            "FILE_UNREGISTERED  2023Q4/notes.txt: not registered, and its place does not tell"
                + " period, sender and source (2023Q4/410000/<source>.xlsx would, with a source of:"
                + " civil, form, items, long, visits), so not checked");
  }
}
