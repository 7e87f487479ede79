package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a batch's key depends on: everything that can change what reading gives, and no more. */
class ReadingContextTest {
  private static final Delivery DELIVERY = Sent.delivery("civil", new byte[] {1});

  private static String key(ReadingContext context, Delivery delivery, SourceDescription source) {
    return context.keys().of(delivery, source);
  }

  private static String key(ReadingContext context) {
    return key(context, DELIVERY, Sent.civil());
  }

  private static ReadingContext context(String scheme) {
    return ReadingContext.of(SmallAssessment.scheme(scheme), SmallAssessment.regions());
  }

  private static String changed(String from, String to) {
    return SmallAssessment.changed(SmallAssessment.SCHEME, from, to, 1);
  }

  @Test
  void isTheSameForTheSame() {
    assertThat(key(context(SmallAssessment.SCHEME))).isEqualTo(key(Sent.CONTEXT)).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unit: 张, grain: county_level, part_of: beds | unit: 张, grain: county_level",
        "en: Beds}, unit: 张 | en: Beds}, at_most: 100000, unit: 张",
        "en: Beds}, unit: 张 | en: Beds}, negative: true, unit: 张",
        "unit_sets: | units: [{symbol: 床, quantity: beds, factor: 1}]\\nunit_sets:",
        "unit_sets: | units: [{symbol: 万张, quantity: beds, factor: 9999}]\\nunit_sets:"
      })
  void changesWithWhatReadingChecks(String from, String to) {
    String scheme = changed(from, to.replace("\\n", "\n"));
    assertThat(key(context(scheme))).isNotEqualTo(key(Sent.CONTEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "edition: \"1\" | edition: \"2\"",
        "en: Small scheme} | en: Another scheme}",
        "better: higher, weight: 2 | better: higher, weight: 7",
        "max_age: 24 | max_age: 36",
        "en: Listed}, unit: 人 | en: Listed}, unit: 万人",
        "unit_sets: | units: [{symbol: 辆, quantity: cars, factor: 1}]\\nunit_sets:"
      })
  void staysWithEverythingElseOfAnEdition(String from, String to) {
    String scheme = changed(from, to.replace("\\n", "\n"));
    assertThat(key(context(scheme))).isEqualTo(key(Sent.CONTEXT));
  }

  @Test
  void changesWithFileSlotDateAndDescription() {
    String usual = key(Sent.CONTEXT);
    Delivery d = DELIVERY;
    Slot part = Slot.parse("civil/110000/2023Q4/b");
    for (Delivery other :
        List.of(
            Sent.delivery("civil", new byte[] {2}),
            new Delivery("x.csv", d.sha256(), d.sender(), d.received(), d.slot(), d.mode()),
            new Delivery(d.path(), d.sha256(), d.sender(), d.received(), part, d.mode()),
            new Delivery(
                d.path(), d.sha256(), d.sender(), LocalDate.of(2024, 1, 16), d.slot(), d.mode()))) {
      assertThat(key(Sent.CONTEXT, other, Sent.civil())).isNotEqualTo(usual);
    }
    SourceDescription other = Sent.description(SmallAssessment.CIVIL + "# changed\n");
    assertThat(key(Sent.CONTEXT, DELIVERY, other)).isNotEqualTo(usual);
    Delivery amending =
        new Delivery(d.path(), d.sha256(), d.sender(), d.received(), d.slot(), Delivery.Mode.AMEND);
    assertThat(key(Sent.CONTEXT, amending, Sent.civil()))
        .as("what a delivery does to its slot is not reading")
        .isEqualTo(usual);
  }

  @Test
  void changesWithTheListOfRegionsAndTheNamesByWhichTheyAreKnown() {
    List<Region> regions = new ArrayList<>(SmallAssessment.regions().all());
    regions.add(region("120102", "新区", LocalDate.MAX));
    ReadingContext more = ReadingContext.of(SmallAssessment.scheme(), new RegionTree(regions));
    assertThat(key(more)).isNotEqualTo(key(Sent.CONTEXT));

    regions.set(regions.size() - 1, region("120102", "新名", LocalDate.MAX));
    ReadingContext renamed = ReadingContext.of(SmallAssessment.scheme(), new RegionTree(regions));
    assertThat(key(renamed)).isNotEqualTo(key(more));

    regions.set(regions.size() - 1, region("120102", "新区", LocalDate.of(2023, 1, 1)));
    ReadingContext ended = ReadingContext.of(SmallAssessment.scheme(), new RegionTree(regions));
    assertThat(key(ended)).isNotEqualTo(key(more));
  }

  private static Region region(String code, String name, LocalDate until) {
    return new Region(
        code,
        new Bilingual(name, ""),
        "district",
        "120100",
        new Validity(LocalDate.MIN, until),
        "");
  }

  /**
   * Fails as soon as reading makes something else of the same files: then raise {@link
   * ReadingContext#READING_VERSION} and put the new fingerprint here, so that stores read them
   * anew.
   */
  @Test
  void raisesTheReadingVersionWithEveryChangeOfReading() {
    List<Batch> corpus =
        List.of(
            Sent.civil(
                "110101,东区,100,60,30",
                "110121,东县,…,—,",
                "",
                ",合计,,,",
                "110122,旧县,1,1,1",
                "110102,无,1,1,1",
                "110201,西一区,\"1,300\",1337,1",
                "110202,西二区,约300,-1,1.1234567",
                "120101,北区,1,1",
                "120101,北区,52,1,1",
                "120101,北区,31,1,1",
                "120181,北县市,1234567890123,1,１２．５",
                "120181,北县市,5,1,1",
                "120181,北县市,5,1,1",
                "110201,西二区,1,1,1",
                "110201,西一区,3①,1,1",
                "120181,13800138000,5,1,1",
                "120181,138 0013 8000 139 0013 9000,5,1,1",
                "120181,（138）0013 8000,5,1,1",
                "120181,01062345678,5,1,1"),
            Sent.read(Sent.civil(), "表", "代码,地区,床位", "110101,东区,1"),
            Sent.read(Sent.civil(), "表", "代码,代码,床位", "110101,东区,1"),
            Sent.read(Sent.civil(), new byte[0]),
            Sent.read(Sent.civil(), new byte[] {'a', (byte) 0xFF}),
            Sent.read(Sent.civil(), "\""),
            Sent.read(
                Sent.visits(),
                "代码,月份,时点,名单,探访",
                "110101,2023-10,2023-10-25,50,40",
                "110101,2023-13,,50,40",
                "110101,2023-09,,50,40",
                "110101,2023-11,十一月,50,40"),
            Sent.read(
                Sent.items(),
                "代码,事项,情况,文件,印发日期",
                "110100,满意度,100,文,2023-08-01",
                "110100,养老服务制度,有,,",
                "110100,制度,是,,"),
            Sent.read(
                Sent.plain(),
                "region_code,period,statistic,value,unit",
                "110101,2023Q4,elderly,0.4,万人",
                "110101,2023Q4,beds,1,人"),
            Sent.read(Sent.civil(), Books.good()),
            Sent.read(Sent.civil(), Books.zip("甲.xlsx", Books.good())),
            Sent.read(Sent.civil(), "单位：亿元", "代码,地区,床位(万张),护理型(张),资金", "110101,东区,1,2,3"),
            Sent.read(Sent.civil(), "表", "代码,地区,床位,护理型,资金", "110101,东\0区,1,2,3"),
            Sent.read(
                Sent.civil(),
                Books.noted(
                    "comments",
                    "<c><comment ref=\"A3\"><t>注</t></comment><comment ref=\"B3\"><t>13800138000</t>"
                        + "</comment></c>")),
            RegisterTest.read(
                Homes.row("110101", 1, "公办,100,60,2019-01-01,,是"),
                Homes.row("110101", 2, "民办,100,101,,,"),
                Homes.row("990101", 3, "民办,100,60,,,"),
                Homes.row("110121", 4, "民办"),
                Homes.row("110121", 5, "13800138000,1,1,,,")));

    assertThat(ReadingContext.READING_VERSION).isEqualTo(13);
    assertThat(Sha256.of(Repository.utf8(corpus.toString())).substring(0, 16))
        .isEqualTo("4d06144c4b0bb40e");
  }
}
