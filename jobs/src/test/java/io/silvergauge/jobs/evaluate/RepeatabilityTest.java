package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs, the same bytes, whatever the machine, the order and the settings. */
class RepeatabilityTest {
  @TempDir static Path first;
  @TempDir Path temp;

  private static Map<String, String> expected;

  /** With mistakes, so that rejects are compared too. */
  private static SmallAssessment assessment() {
    return SmallAssessment.delivered()
        .deliver(
            "2023Q4/110000/long.csv",
            "2024-01-16",
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,bed,1,张",
            "999999,2023Q4,beds,1234567,张",
            "110121,2023Q4,elderly,I i İ ı,人");
  }

  private static Map<String, String> publication(SmallRun run) {
    return Repository.hashes(run.published(""));
  }

  @BeforeAll
  static void evaluate() {
    SmallRun run = SmallRun.of(assessment(), first);
    run.evaluate("2023Q3", "2023Q4");
    expected = publication(run);
    assertThat(expected).hasSize(2 * 34 + 2); // a period each, the manifest and what it came from
  }

  @Test
  void aSecondRunReadsNothingAndChangesNothing() {
    SmallRun run = SmallRun.of(assessment(), temp);
    EvaluationRun.Result once = run.evaluate("2023Q3", "2023Q4");
    Map<String, String> store = Repository.hashes(temp.resolve("out/store"));
    EvaluationRun.Result again = run.evaluate("2023Q3", "2023Q4");

    assertThat(once.filesRead()).isEqualTo(8);
    assertThat(once.changed()).isTrue();
    assertThat(again.filesRead()).isZero();
    assertThat(again.changed()).isFalse();
    assertThat(again.evaluations()).isEqualTo(once.evaluations());
    assertThat(again.rejects()).isEqualTo(once.rejects());
    assertThat(publication(run)).isEqualTo(expected);
    assertThat(Repository.hashes(temp.resolve("out/store"))).isEqualTo(store);
    assertThat(temp.resolve("out/publications"))
        .isDirectoryNotContaining(name -> name.getFileName().toString().startsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local[7]"})
  void withAnyNumberOfCoresAndSplits(String master) {
    SmallRun run = SmallRun.of(assessment(), temp).on(master);
    run.evaluate("2023Q3", "2023Q4");
    assertThat(publication(run)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void withTheDeliveriesListedInAnyOrder(long seed) {
    SmallRun run = SmallRun.of(assessment().shuffled(seed), temp);
    run.evaluate("2023Q3", "2023Q4");
    assertThat(publication(run)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Asia/Shanghai",
    "ar-EG-u-nu-arab, America/St_Johns",
    "th-TH-u-ca-buddhist, UTC"
  })
  void withAnyLanguageAndTimeZoneOfTheMachine(String language, String zone) {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      LocalSpark.stop();
      SmallRun run = SmallRun.of(assessment(), temp);
      run.evaluate("2023Q3", "2023Q4");
      assertThat(publication(run)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }

  @Test
  void withTheStoreInAFileSystemOfHadoopOrInAnyFolder() {
    SmallRun uri =
        SmallRun.of(
            assessment()
                .changed(
                    "assessment.yaml",
                    "formats: [html]",
                    "formats: [html]\nstore: " + temp.resolve("uri store").toUri()),
            temp.resolve("1"));
    uri.evaluate("2023Q3", "2023Q4");
    SmallRun folder =
        SmallRun.of(
            assessment()
                .changed("assessment.yaml", "formats: [html]", "formats: [html]\nstore: ../kept"),
            temp.resolve("2"));
    folder.evaluate("2023Q3", "2023Q4");

    assertThat(publication(uri)).isEqualTo(expected);
    assertThat(publication(folder)).isEqualTo(expected);
    assertThat(temp.resolve("2/kept/packs")).isDirectory();
    assertThat(temp.resolve("1/out/store")).doesNotExist();
    assertThat(uri.evaluate("2023Q3", "2023Q4").filesRead()).as("read again").isZero();
  }

  /** One period after the other, in either order, comes to the same as both at once. */
  @ParameterizedTest
  @CsvSource({"2023Q3, 2023Q4", "2023Q4, 2023Q3"})
  void withThePeriodsOneAfterTheOther(String one, String other) {
    SmallRun run = SmallRun.of(assessment(), temp);
    run.evaluate(one);
    run.evaluate(other);
    assertThat(publication(run)).isEqualTo(expected);
  }

  @Test
  void withPartOfTheFilesReadBefore() throws IOException {
    Path folder = temp.resolve("assessment");
    SmallRun run = SmallRun.of(folder, temp.resolve("out"));
    SmallAssessment.delivered().write(folder);
    assertThat(run.evaluate("2023Q3").filesRead()).isEqualTo(7);
    Files.delete(folder.resolve("data/deliveries.csv"));
    assessment().write(folder);

    assertThat(run.evaluate("2023Q3", "2023Q4").filesRead()).as("the new one only").isEqualTo(1);
    assertThat(publication(run)).isEqualTo(expected);
  }

  @Test
  void otherPeriodsStayAsTheyWerePublished() throws IOException {
    Path folder = temp.resolve("assessment");
    SmallRun run = SmallRun.of(folder, temp.resolve("out"));
    assessment().write(folder);
    run.evaluate("2023Q3", "2023Q4");
    Files.delete(folder.resolve("data/deliveries.csv"));
    assessment()
        .deliver(
            "late.csv",
            "civil/110000/2023Q3/all",
            "2024-01-30",
            "full",
            Repository.utf8("表\n代码,地区,床位数,护理型,资金\n110101,东区,1,1,1\n"))
        .write(folder);
    run.evaluate("2023Q4");

    Map<String, String> now = publication(run);
    Map<String, String> third = new TreeMap<>(now);
    third.keySet().removeIf(path -> !path.startsWith("2023Q3/"));
    assertThat(third).isNotEmpty();
    assertThat(expected).containsAllEntriesOf(third);
    assertThat(now.get("2023Q4/outcomes.csv"))
        .as("the funds of the fourth quarter begin after the third")
        .isNotEqualTo(expected.get("2023Q4/outcomes.csv"));
    var manifest = new ObjectMapper().readTree(Repository.bytes(run.published("manifest.json")));
    assertThat(manifest.at("/periods/2023Q3/snapshot").asText())
        .isNotEqualTo(manifest.at("/periods/2023Q4/snapshot").asText());
    assertThat(manifest.path("snapshots")).hasSize(2);
  }

  /** A date may stand in a publication, a time of the clock never. */
  @Test
  void noTimeOfTheClockIsPublished() {
    for (Path file : Repository.files(first.resolve("out/current"))) {
      assertThat(Repository.text(file))
          .as("%s", file)
          .doesNotContainPattern("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}")
          .doesNotContainPattern("\\b[0-9]{2}:[0-9]{2}:[0-9]{2}\\b")
          .doesNotContain(first.toString());
    }
  }
}
