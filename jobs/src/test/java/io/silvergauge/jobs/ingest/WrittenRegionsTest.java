package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenRegionsTest {
  private static final RegionTree REGIONS =
      new RegionTree(
          List.of(
              region("130000", "河北省", ""),
              region("130100", "石家庄市", "130000"),
              region("130105", "新华区", "130100"),
              region("410000", "河南省", ""),
              region("410100", "郑州市", "410000"),
              region("410102", "中原区", "410100"),
              region("410172", "郑州高新技术产业开发区", "410100"),
              region("410400", "平顶山市", "410000"),
              region("410402", "新华区", "410400")));

  private static Region region(String code, String name, String parent) {
    return new Region(code, new Bilingual(name, ""), "x", parent, Validity.ALWAYS, "");
  }

  private static Batch read(String sender, String... rows) {
    byte[] content =
        Repository.utf8("region_code,period,statistic,value,unit\n" + String.join("\n", rows));
    Delivery delivery =
        new Delivery(
            "a.csv",
            Sha256.of(content),
            sender,
            LocalDate.of(2024, 1, 15),
            Slot.parse("long/" + sender + "/2023Q4/all"),
            Delivery.Mode.FULL);
    return DeliveryReader.read(
        content, delivery, Sent.plain(), ReadingContext.of(SmallAssessment.scheme(), REGIONS));
  }

  @ParameterizedTest
  @CsvSource({
    "410102, 410102",
    "410102000000, 410102",
    "中原区, 410102",
    "河南省郑州市中原区, 410102",
    "新华区, 410402",
    "石家庄新华区, 130105",
    "41, 410000"
  })
  void keepsTheCodeOfTheRegionACellMeans(String written, String code) {
    Batch batch = read("410000", written + ",2023Q4,beds,5,张");
    assertThat(batch.rejects()).isEmpty();
    assertThat(batch.observations().get(0).region()).isEqualTo(code);
  }

  @Test
  void refusesANameOfSeveralRegionsWithTheCandidates() {
    Reject reject = read("mca", "新华区,2023Q4,beds,5,张").rejects().get(0);
    assertThat(reject.reason()).isEqualTo(RejectReason.AMBIGUOUS_REGION);
    assertThat(reject.message().en())
        .isEqualTo(
            "a.csv, record 2, column 'region_code': '新华区' does not say which region is meant"
                + " (130105 新华区, 410402 新华区); please give the code or the units above it");
    assertThat(reject.message().zh())
        .isEqualTo(
            "a.csv 第 2 行“region_code”：“新华区”不能确定指哪个行政区划（130105 新华区, 410402 新华区）；" + "请写代码或带上级名称");
  }

  /** The list may lack the sender's own 新华区: another province's must not be taken for it. */
  @Test
  void doesNotTakeABareNameForARegionOfAnotherSender() {
    assertThat(read("130000", "中原区,2023Q4,beds,5,张").rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.AMBIGUOUS_REGION);
    assertThat(read("130000", "郑州市中原区,2023Q4,beds,5,张").rejects()).isEmpty();
    assertThat(read("130000", "410102,2023Q4,beds,5,张").rejects()).isEmpty();
    assertThat(read("410100", "河南省,2023Q4,beds,5,张").rejects()).isEmpty();
  }

  @Test
  void countsADevelopmentZoneOnce() {
    Batch batch =
        read(
            "410000",
            "中原区,2023Q4,beds,100,张",
            "郑州高新技术产业开发区,2023Q4,beds,50,张",
            "中原区（含郑州高新技术产业开发区）,2023Q4,beds,150,张");
    assertThat(batch.rejects()).isEmpty();
    assertThat(batch.observations()).extracting(Sent::line).hasSize(2);
    assertThat(batch.account()).isEqualTo(new Account(4, 2, 0, 2));
  }

  @Test
  void refusesACombinationOfWhichThePartsWereNotSent() {
    Batch batch =
        read("410000", "郑州高新技术产业开发区,2023Q4,beds,50,张", "中原区（含郑州高新技术产业开发区）,2023Q4,beds,150,张");
    assertThat(batch.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.COMBINED_REGION);
    assertThat(batch.account()).isEqualTo(new Account(3, 1, 1, 1));
  }

  /** The code is the county's own; what the row says is not. */
  @Test
  void countsADevelopmentZoneOnceBesideACodeToo() {
    assertThat(Sent.civil("110101,东区（含高新区）,150,70,40").rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.COMBINED_REGION);
    Batch both = Sent.civil("110101,东区,100,60,30", "110101,东区（含高新区）,150,70,40");
    assertThat(both.rejects()).isEmpty();
    assertThat(both.observations())
        .extracting(Observation::origin)
        .extracting(Origin::row)
        .containsOnly(3L);
  }

  @Test
  void readsTheSameRegionUnderCodeAndNameAsOne() {
    Batch batch = read("410000", "410102,2023Q4,beds,5,张", "中原区,2023Q4,beds,6,张");
    assertThat(batch.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.DUPLICATE_CONFLICT, RejectReason.DUPLICATE_CONFLICT);
  }
}
