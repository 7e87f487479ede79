package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real rows with real defects: the good ones are read, each defect is named. */
class CensusDefectsTest {
  private static final Path FOLDER = Path.of("src/test/resources/census2020");

  private static Batch read() throws IOException {
    Assessment sample = AssessmentReader.read(Repository.path("sample-input"));
    List<Region> regions = new ArrayList<>();
    Repository.text(Repository.path("facts/divisions/nbs2023_counties.csv"))
        .lines()
        .skip(1)
        .map(line -> line.replace("\"", "").split(",", -1))
        .forEach(cells -> regions.add(county(cells[0], cells[1])));
    // not in the bureau's list, but in the table
    regions.add(county("460301", "南沙群岛"));
    ReadingContext context = ReadingContext.of(sample.scheme(), new RegionTree(regions));
    byte[] yaml = Repository.bytes(FOLDER.resolve("census_counties.yaml"));
    Faults faults = new Faults();
    SourceDescription description =
        SourceDescriptionReader.read(
                "census_counties.yaml", yaml, Sha256.of(yaml), sample.scheme(), faults)
            .orElse(null);
    assertThat(SmallAssessment.said(faults)).isEmpty();
    byte[] content = Repository.bytes(FOLDER.resolve("defect_samples_raw.csv"));
    Delivery delivery =
        new Delivery(
            "2020/000000/census_counties.csv",
            Sha256.of(content),
            "000000",
            LocalDate.of(2024, 1, 31),
            Slot.parse("census_counties/000000/2020/all"),
            Delivery.Mode.FULL);
    return DeliveryReader.read(content, delivery, description, context);
  }

  private static Region county(String code, String name) {
    return new Region(code, new Bilingual(name, ""), "county", "", Validity.ALWAYS, "");
  }

  @Test
  void accountsForEveryRow() throws IOException {
    // By hand, of 17 records: header and two combined rows set aside, eight defects, six good rows.
    assertThat(read().account()).isEqualTo(new Account(17, 6, 8, 3));
  }

  /**
   * By hand from the age groups: 中原区 16845+19429+10616+12645+6831+8569+5466+7495+4109+5241 = 97,246
   * are 65 and over, which is the published 10.10 % of 962,642; with 20945+23336 more 141,527 are
   * 60 and over.
   */
  @Test
  void readsTheGoodRows() throws IOException {
    assertThat(read().observations().stream().map(Sent::line))
        .contains(
            "410102 census_population 2020 962642 人 @4",
            "410102 census_households 2020 322974 户 @4",
            "410102 census_60plus 2020 141527 人 @4",
            "410102 census_65plus 2020 97246 人 @4",
            "410172 census_population 2020 546226 人 @6",
            "410173 census_population 2020 621382 人 @7",
            "410184 census_population 2020 1172237 人 @9",
            "460301 census_population 2020 639 人 @12",
            "460301 census_60plus 2020 missing 人 @12",
            "500101 census_population 2020 1564449 人 @13")
        .hasSize(24);
  }

  /** By hand: 1123276 + 6, 612551 − 600, 353916 + 4; the shifted rows miss by their first group. */
  @Test
  void namesEachDefect() throws IOException {
    assertThat(read().rejects())
        .extracting(Reject::row, Reject::column, Reject::reason, Reject::value)
        .containsExactly(
            tuple(2L, "年份", RejectReason.UNKNOWN_PERIOD, "F2020"),
            tuple(3L, "population_1", RejectReason.PARTS_NOT_TOTAL, "1123276"),
            tuple(10L, "population_1", RejectReason.PARTS_NOT_TOTAL, "612551"),
            tuple(11L, "population_1", RejectReason.PARTS_NOT_TOTAL, "353916"),
            tuple(14L, "population_1", RejectReason.PARTS_NOT_TOTAL, "834887"),
            tuple(15L, "population_1", RejectReason.PARTS_NOT_TOTAL, "2191493"),
            tuple(16L, "年份", RejectReason.UNKNOWN_PERIOD, "F2020"),
            tuple(17L, "年份", RejectReason.UNKNOWN_PERIOD, "F2020"));
    assertThat(read().rejects())
        .extracting(reject -> reject.message().en())
        .anyMatch(text -> text.contains("add up to 1123282, which is 6 off the 1123276"))
        .anyMatch(text -> text.contains("add up to 611951, which is -600 off the 612551"))
        .anyMatch(text -> text.contains("add up to 353920, which is 4 off the 353916"));
  }

  @Test
  void hasADescriptionThatTheSchemaAccepts() {
    String text = Repository.text(FOLDER.resolve("census_counties.yaml"));
    assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(text))).isEmpty();
  }
}
