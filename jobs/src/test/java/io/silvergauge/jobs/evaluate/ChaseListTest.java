package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaseListTest {
  private static final String CIVIL_110000 = "2023Q4/110000/civil.csv";
  private static final String CIVIL_120000 = "2023Q4/120000/civil.csv";

  /** 110000 sent on 15 January, 120000 on the 18th and only one of its two counties. */
  private static final String EXPECTED =
      """
      sender,source,period,due
      110000,civil,2023Q4,2024-01-20
      120000,civil,2023Q4,2024-01-16
      110000,visits,2023Q4,2024-01-20
      120000,visits,2023Q4,2024-03-31
      """;

  @TempDir Path folder;

  private List<String> words(String asOf, Map<String, Set<String>> regions) throws Exception {
    return new ChaseList(AssessmentReader.read(folder), LocalDate.parse(asOf))
        .of(regions).stream().map(one -> one.words().en()).toList();
  }

  @Test
  void saysWhatIsMissingLateAndInPart() throws Exception {
    SmallAssessment.delivered().file("data/expected.csv", EXPECTED).write(folder);
    Set<String> all = Set.of("110101", "110121", "110201", "110202");

    assertThat(words("2024-01-31", Map.of(CIVIL_110000, all, CIVIL_120000, Set.of("120101"))))
        .containsExactly(
            "120000: civil for 2023Q4: sent in part, 1 units are lacking: 120181 北县市",
            "110000: visits for 2023Q4: not sent, was due on 2024-01-20, 11 days ago");
    assertThat(
            words(
                "2024-01-31", Map.of(CIVIL_110000, all, CIVIL_120000, Set.of("120101", "120181"))))
        .containsExactly(
            "120000: civil for 2023Q4: sent 2 days late, was due on 2024-01-16",
            "110000: visits for 2023Q4: not sent, was due on 2024-01-20, 11 days ago");
  }

  @Test
  void saysThatNothingOfAFileCouldBeUsed() throws Exception {
    SmallAssessment.delivered()
        .file("data/expected.csv", "sender,source,period,due\n120000,civil,2023Q4,2024-01-20\n")
        .write(folder);
    assertThat(words("2024-01-31", Map.of()))
        .containsExactly(
            "120000: civil for 2023Q4: sent in part, 2 units are lacking: 120101 北区, 120181 北县市");
  }

  @Test
  void chasesNobodyBeforeTheDay() throws Exception {
    SmallAssessment.delivered().file("data/expected.csv", EXPECTED).write(folder);
    assertThat(words("2024-01-10", Map.of())).isEmpty();
    assertThat(words("2024-01-20", Map.of(CIVIL_110000, Set.of("110101")))).hasSize(1);
  }

  @Test
  void takesAWithdrawnFileForNotSentAndARestatedOneForSentAtFirst() throws Exception {
    SmallAssessment.delivered()
        .file("data/expected.csv", "sender,source,period,due\n120000,civil,2023Q4,2024-01-20\n")
        .deliver(
            "2023Q4/120000/gone.csv",
            "civil/120000/2023Q4/all",
            "2024-02-01",
            "withdraw",
            new byte[0])
        .deliver(
            "2023Q4/120000/again.csv",
            "civil/120000/2023Q4/all",
            "2024-03-01",
            "full",
            Repository.utf8("x"))
        .write(folder);
    assertThat(words("2024-02-10", Map.of()))
        .containsExactly("120000: civil for 2023Q4: not sent, was due on 2024-01-20, 21 days ago");
    assertThat(words("2024-03-10", Map.of("2023Q4/120000/again.csv", Set.of("120101", "120181"))))
        .isEmpty();
  }

  @Test
  void hasNoListWithoutTheFile() throws Exception {
    SmallAssessment.delivered().write(folder);
    assertThat(words("2025-01-31", Map.of())).isEmpty();
  }

  @Test
  void namesFaultsOfTheFile() {
    SmallAssessment.delivered()
        .file(
            "data/expected.csv",
            """
            sender,source,period,due
            ,civil,2023Q4,2024-01-20
            110000,civl,2023Q4,2024-01-20
            110000,civil,2023Q9,2024-01-20
            110000,civil,2023Q4,
            110000,civil,2023Q4,2024-01-20
            110000,civil,2023Q4,2024-01-21
            """)
        .write(folder);
    assertThatThrownBy(() -> AssessmentReader.read(folder))
        .isInstanceOf(FaultyFilesException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "data/expected.csv:2, sender: the sender is missing",
                "data/expected.csv:3, source: there is no source description 'civl'; did you mean"
                    + " 'civil'?",
                "data/expected.csv:4, period: '2023Q9' is not a period such as 2023Q4",
                "data/expected.csv:5, due: the day it is due is missing",
                "data/expected.csv:7, sender: 110000's civil for 2023Q4 stands twice"));
  }

  @Test
  void publishesTheListOfAPeriod(@TempDir Path temp) {
    SmallRun run =
        SmallRun.of(SmallAssessment.delivered().file("data/expected.csv", EXPECTED), temp);
    EvaluationRun.Result result = run.asOf("2024-01-31").evaluate("2023Q3", "2023Q4");
    assertThat(
            CsvRows.lines(
                run.published("2023Q4/chase.csv"),
                "sender",
                "source",
                "due",
                "status",
                "days_late",
                "lacking",
                "units"))
        .containsExactly(
            "120000|civil|2024-01-16|in_part|2|1|120181 北县市",
            "110000|visits|2024-01-20|missing|11|0|");
    assertThat(result.tables().get("2023Q4").lines())
        .extracting(line -> line.en())
        .contains("To be chased (2):");
    assertThat(Files.exists(run.published("2023Q3/unused.csv"))).isFalse();
  }

  @Test
  void takesARegisterForSentOnceARecordOfItWasAccepted(@TempDir Path temp) {
    SmallRun run = SmallRun.of(Homes.owed(), temp);

    List<String> chased =
        run.evaluate("2023Q4").tables().get("2023Q4").lines().stream()
            .map(Bilingual::en)
            .dropWhile(line -> !line.startsWith("To be chased"))
            .toList();

    assertThat(chased)
        .containsExactly(
            "To be chased (1):",
            "  120000: homes for 2023Q4: sent, but nothing of it could be used");
  }
}
