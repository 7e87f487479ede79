package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.store.Snapshot;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they should be never sink a run, and never go unsaid. */
class TroubleTest {
  private static final String CIVIL = "2023Q4/120000/civil.csv";

  @TempDir Path temp;

  private static String said(SmallRun run, String language) {
    return String.join(
        "\n",
        CsvRows.lines(
            run.published("2023Q4/rejects.csv"),
            "file",
            "row",
            "value",
            "reason",
            "message_" + language));
  }

  @Test
  void aMissingFileIsNamed() {
    SmallRun run = SmallRun.of(SmallAssessment.delivered().without("data/" + CIVIL), temp);
    EvaluationRun.Result result = run.evaluate("2023Q4");

    assertThat(said(run, "en"))
        .isEqualTo(
            CIVIL
                + "|||FILE_MISSING|"
                + CIVIL
                + ": registered, but there is no such file; please supply it or withdraw it in"
                + " deliveries.csv");
    assertThat(said(run, "zh")).endsWith(CIVIL + "：已登记但文件不存在；请补上文件，或在 deliveries.csv 中撤回");
    assertThat(live(result, CIVIL).account()).isEqualTo(Account.NONE);
    assertThat(live(result, CIVIL).batch()).isEmpty();
  }

  @Test
  void aFileThatIsNotTheOneThatWasRegisteredIsNotRead() {
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Path file = folder.resolve("data").resolve(CIVIL);
    String registered = Sha256.of(Repository.bytes(file)).substring(0, 12);
    Repository.write(file, Repository.text(file) + "120181,北县市,50,10,5\n");
    String found = Sha256.of(Repository.bytes(file)).substring(0, 12);
    SmallRun run = SmallRun.of(folder, temp.resolve("out"));
    run.evaluate("2023Q4");

    assertThat(said(run, "en"))
        .isEqualTo(
            CIVIL
                + "|||FILE_CHANGED|"
                + CIVIL
                + ": not the file that was registered (SHA-256 is "
                + found
                + "…, registered "
                + registered
                + "…); please register a correction as a delivery of its own");
    assertThat(said(run, "zh"))
        .endsWith(
            CIVIL + "：文件与登记的不一致（SHA-256 为 " + found + "…，登记为 " + registered + "…）；更正稿请作为新的报送登记");
  }

  @Test
  void aFileThatNobodyRegisteredIsNotReadAndSaidSo() {
    SmallRun run =
        SmallRun.of(
            SmallAssessment.delivered()
                .file("data/2023Q4/130000/civil.csv", "x")
                .file("data/2019Q1/130000/civil.csv", "of no period that is evaluated")
                .file("data/notes.txt", "of no slot at all"),
            temp);
    run.evaluate("2023Q4");

    assertThat(CsvRows.lines(run.published("2023Q4/rejects.csv"), "file", "reason", "message_en"))
        .containsExactly(
            "2023Q4/130000/civil.csv|FILE_UNREGISTERED|2023Q4/130000/civil.csv: not in"
                + " deliveries.csv, so not read; please register it or give the date of receipt with"
                + " --received",
            "notes.txt|FILE_UNREGISTERED|notes.txt: not in deliveries.csv, so not read; please"
                + " register it or give the date of receipt with --received");
  }

  /** What was read once stays readable: the store has its own copy, known by its hash. */
  @Test
  void aFileThatVanishesAfterItWasReadCanStillBeEvaluated() throws IOException {
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    SmallRun run = SmallRun.of(folder, temp.resolve("out"));
    run.evaluate("2023Q4");
    Map<String, String> before = Repository.hashes(run.published(""));
    Files.delete(folder.resolve("data").resolve(CIVIL));

    EvaluationRun.Result again = run.evaluate("2023Q4");
    assertThat(again.filesRead()).isZero();
    assertThat(Repository.hashes(run.published(""))).isEqualTo(before);
  }

  @Test
  void theOtherFilesComeToTheSameAsWithoutTheBadOnes() {
    SmallRun sound = SmallRun.of(SmallAssessment.delivered(), temp.resolve("sound"));
    sound.evaluate("2023Q4");
    SmallRun mixed =
        SmallRun.of(
            SmallAssessment.delivered()
                .deliver(
                    "2023Q4/1/civil.csv", "civil/1/2023Q4/all", "2024-01-01", "full", new byte[0])
                .deliver(
                    "2023Q4/2/civil.csv",
                    "civil/2/2023Q4/all",
                    "2024-01-01",
                    "full",
                    new byte[] {-1, -2, -3})
                .deliver(
                    "2023Q4/3/civil.csv",
                    "civil/3/2023Q4/all",
                    "2024-01-01",
                    "full",
                    Repository.utf8("\"\n\n"))
                .deliver(
                    "2023Q4/4/civil.csv",
                    "civil/4/2023Q4/all",
                    "2024-01-01",
                    "full",
                    Repository.utf8("表\n代码,床位数\n999999,1\n")),
            temp.resolve("mixed"));
    mixed.evaluate("2023Q4");

    for (String table : new String[] {"outcomes.csv", "judgements.csv", "scores.csv"}) {
      assertThat(mixed.published("2023Q4/" + table))
          .hasSameBinaryContentAs(sound.published("2023Q4/" + table));
    }
    assertThat(CsvRows.lines(mixed.published("2023Q4/rejects.csv"), "file", "reason"))
        .containsExactly(
            "2023Q4/1/civil.csv|FILE_EMPTY",
            "2023Q4/2/civil.csv|TEXT_DAMAGED",
            "2023Q4/3/civil.csv|FILE_UNREADABLE",
            "2023Q4/4/civil.csv|MISSING_COLUMN",
            "2023Q4/4/civil.csv|MISSING_COLUMN",
            "2023Q4/4/civil.csv|UNKNOWN_REGION");
  }

  @Test
  void everyRecordOfEveryFileIsAccountedFor() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .deliver(
                "2023Q4/110000/visits.csv",
                "2024-01-09",
                "代码,月份,时点,名单,探访",
                "110101,2023-10,,50,\"4\n0\"",
                "",
                "110101,2023-11,,50,51",
                "110101,2023-12,,50,50",
                "110101,2023-12,,50,50");
    SmallRun run = SmallRun.of(assessment, temp);
    EvaluationRun.Result result = run.evaluate("2023Q4");

    long records = 0;
    for (Snapshot.Live live : result.snapshot().live()) {
      long inFile = records(run.assessment().data().resolve(live.path()));
      assertThat(live.account().read()).as(live.path()).isEqualTo(inFile);
      assertThat(live.account().balanced()).isTrue();
      records += inFile;
    }
    assertThat(result.snapshot().account().read()).isEqualTo(records);
    // of the six records of visits: two rejected, header, blank and repeated set aside, one taken
    assertThat(live(result, "2023Q4/110000/visits.csv").account())
        .isEqualTo(new Account(6, 1, 2, 3));
  }

  private static long records(Path file) {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .get()
            .parse(new StringReader(Repository.text(file)))) {
      return parser.stream().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snapshot.Live live(EvaluationRun.Result result, String path) {
    return result.snapshot().live().stream()
        .filter(live -> live.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsPublishedWhereNothingCanBeComputed() {
    SmallRun run = SmallRun.of(SmallAssessment.delivered(), temp).asOf("2023-02-01");
    RunFailure failure =
        catchThrowableOfType(RunFailure.class, () -> run.evaluate("2023Q3", "2023Q4"));

    assertThat(failure.code()).isEqualTo(ExitCode.GATE);
    assertThat(failure.text().en())
        .isEqualTo(
            "2023Q3: no indicator of any city can be computed, so nothing is published; please"
                + " check the period's deliveries and the as-of date");
    assertThat(failure.text().zh()).isEqualTo("2023Q3：没有任何城市的任何指标可以计算，不予发布；请检查该时期的报送和截至日期");
    assertThat(run.published("")).doesNotExist();
  }

  @Test
  void whatWasPublishedStaysWhereNothingCanBeComputed() {
    SmallRun run = SmallRun.of(SmallAssessment.delivered(), temp);
    run.evaluate("2023Q4");
    Map<String, String> before = Repository.hashes(run.published(""));
    assertThatThrownBy(() -> run.asOf("2020-01-01").evaluate("2023Q4"))
        .isInstanceOf(RunFailure.class);

    assertThat(Repository.hashes(run.published(""))).isEqualTo(before);
  }
}
