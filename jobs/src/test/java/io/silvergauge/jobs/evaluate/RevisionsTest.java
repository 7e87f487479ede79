package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts when a file is restated, amended, withdrawn or contradicted. */
class RevisionsTest {
  private static final String SLOT = "civil/110000/2023Q4/all";

  @TempDir Path temp;

  private static SmallAssessment later(String mode, String... rows) {
    String table = "表\n代码,地区,床位数,护理型,资金\n" + String.join("\n", rows) + "\n";
    return SmallAssessment.delivered()
        .deliver("2023Q4/110000/later.csv", SLOT, "2024-02-20", mode, Repository.utf8(table));
  }

  private static List<String> shares(SmallRun run) {
    return CsvRows.read(run.published("2023Q4/outcomes.csv")).stream()
        .filter(row -> row.get("indicator").equals("nursing_share"))
        .map(row -> row.get("region") + " " + row.get("amount") + row.get("reason"))
        .toList();
  }

  @Test
  void aRestatedFileCountsFromTheDayItWasReceived() {
    SmallRun run =
        SmallRun.of(
            later("full", "110101,东区,100,90,30", "110121,东县,300,210,50", "110201,西一区,200,50,180"),
            temp);

    run.asOf("2024-02-19").evaluate("2023Q4");
    assertThat(shares(run)).containsExactly("110100 50", "110200 32", "120100 incomplete");
    Map<String, String> before = Repository.hashes(run.published(""));

    // By hand: 90 + 210 of 400; 110202 is not in the new file, so 110200 is incomplete.
    run.asOf("2024-02-20").evaluate("2023Q4");
    assertThat(shares(run)).containsExactly("110100 75", "110200 incomplete", "120100 incomplete");

    assertThat(run.asOf("2024-02-19").evaluate("2023Q4").filesRead()).isZero();
    assertThat(Repository.hashes(run.published("")))
        .as("what was published before can be made again")
        .isEqualTo(before);
  }

  @Test
  void anAmendmentOverridesItsOwnRowsAndLeavesTheOthers() {
    SmallRun run = SmallRun.of(later("amend", "110202,西二区,200,150,120"), temp);
    run.asOf("2024-02-29").evaluate("2023Q4");

    // By hand: 110200 has 50 + 150 of 400.
    assertThat(shares(run)).containsExactly("110100 50", "110200 50", "120100 incomplete");
  }

  @Test
  void anAmendmentCanTakeAValueBack() {
    SmallRun run = SmallRun.of(later("amend", "110202,西二区,200,,120"), temp);
    run.asOf("2024-02-29").evaluate("2023Q4");

    assertThat(shares(run)).containsExactly("110100 50", "110200 incomplete", "120100 incomplete");
  }

  @Test
  void aWithdrawnFileIsNotThere() {
    SmallRun run = SmallRun.of(later("withdraw"), temp);
    EvaluationRun.Result result = run.asOf("2024-02-29").evaluate("2023Q4");

    assertThat(shares(run))
        .containsExactly("110100 input_missing", "110200 input_missing", "120100 incomplete");
    assertThat(result.snapshot().live()).noneMatch(live -> live.slot().equals(SLOT)).hasSize(6);
  }

  @Test
  void twoSlotsThatSayTheSameThingAreBothHeld() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .deliver(
                "2023Q4/110000/long.csv",
                "2024-01-20",
                "region_code,period,statistic,value,unit",
                "110101,2023Q4,nursing_beds,60,张");
    SmallRun run = SmallRun.of(assessment, temp);
    run.evaluate("2023Q4");

    assertThat(shares(run))
        .containsExactly("110100 conflicting_sources", "110200 32", "120100 incomplete");
  }

  @Test
  void unlessOneSourceIsSaidToGoBeforeTheOther() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .changed("assessment.yaml", "formats: [html]", "precedence: [long, civil]")
            .deliver(
                "2023Q4/110000/long.csv",
                "2024-01-20",
                "region_code,period,statistic,value,unit",
                "110101,2023Q4,nursing_beds,80,张");
    SmallRun run = SmallRun.of(assessment, temp);
    run.evaluate("2023Q4");

    // By hand: 80 + 140 of 400.
    assertThat(shares(run)).containsExactly("110100 55", "110200 32", "120100 incomplete");
  }

  @Test
  void theSameFileInTwoSlotsIsHeldToo() {
    SmallAssessment once = SmallAssessment.delivered();
    byte[] again = Repository.utf8(once.text("data/2023Q4/110000/civil.csv"));
    SmallRun run =
        SmallRun.of(
            once.deliver(
                "2023Q4/110000/civil.b.csv", "civil/110000/2023Q4/b", "2024-01-15", "full", again),
            temp);
    run.evaluate("2023Q4");

    assertThat(shares(run))
        .containsExactly(
            "110100 conflicting_sources", "110200 conflicting_sources", "120100 incomplete");
  }

  @Test
  void theSameFileSentTwiceForOneSlotChangesNoFigure() {
    SmallAssessment once = SmallAssessment.delivered();
    byte[] again = Repository.utf8(once.text("data/2023Q4/110000/civil.csv"));
    SmallRun run =
        SmallRun.of(
            once.deliver("2023Q4/110000/again.csv", SLOT, "2024-01-16", "full", again), temp);
    run.evaluate("2023Q4");

    assertThat(shares(run)).containsExactly("110100 50", "110200 32", "120100 incomplete");
  }
}
