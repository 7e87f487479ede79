package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows become; why they are refused, in which words, stands in {@link RejectWordsTest}. */
class DeliveryReaderTest {
  private static List<String> lines(Batch batch) {
    return batch.observations().stream().map(Sent::line).toList();
  }

  private static List<RejectReason> reasons(Batch batch) {
    return batch.rejects().stream().map(Reject::reason).toList();
  }

  @Test
  void readsAWideTableARowARegion() {
    Batch batch = Sent.civil("110101,东区,100,60,30", "110121,东县,\"1,300\",140,50.5");

    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023Q4 100 张 @3",
            "110101 nursing_beds 2023Q4 60 张 @3",
            "110101 funds 2023 30 万元 @3",
            "110121 beds 2023Q4 1300 张 @4",
            "110121 nursing_beds 2023Q4 140 张 @4",
            "110121 funds 2023 50.5 万元 @4");
    assertThat(batch.rejects()).isEmpty();
    assertThat(batch.account()).isEqualTo(new Account(4, 2, 0, 2));
  }

  @Test
  void saysOfEachValueWhereItStandsAndWhichDayItDescribes() {
    Observation beds = Sent.civil("110101,东区,100,60,30").observations().get(0);

    assertThat(beds.origin()).isEqualTo(new Origin("2023Q4/110000/civil.csv", "", 3, "床位数"));
    assertThat(beds.referenceDate()).isEqualTo(LocalDate.of(2023, 12, 31));
    assertThat(beds.status()).isEqualTo(ValueStatus.REPORTED);
    assertThat(beds.document()).isEmpty();
  }

  @Test
  void countsYearToDateFromJanuary() {
    // The slot is 2023Q4, so the column counts from January to December.
    assertThat(lines(Sent.civil("110101,东区,100,60,30"))).contains("110101 funds 2023 30 万元 @3");
  }

  @Test
  void countsOnceWhatTwoRowsSayAlikeBesideOtherThings() {
    // both rows say the same three things
    Batch batch = Sent.civil("110101,东区,100,—,30", "110101,东区,100,—,30");
    assertThat(batch.sums()).allMatch(sum -> sum.rows() == 1);
    assertThat(batch.account()).isEqualTo(new Account(4, 1, 0, 3));
  }

  @Test
  void setsTitlesHeaderTotalsBlankAndRepeatedRowsAside() {
    Batch batch =
        Sent.civil(
            "110101,东区,100,60,30",
            ",,,,",
            "",
            ",合计,400,200,80",
            "110101,东区,100.0,60,30",
            "110121,东县,300,140,50");

    assertThat(lines(batch)).hasSize(6).noneMatch(line -> line.startsWith(" "));
    assertThat(batch.rejects()).isEmpty();
    // By hand: title, header, two blank rows, the total and the repeated row are 6 of 8.
    assertThat(batch.account()).isEqualTo(new Account(8, 2, 0, 6));
  }

  @Test
  void tellsMissingTooSmallAndNotApplicableFromNought() {
    assertThat(lines(Sent.civil("110101,东区,,…,0", "110121,东县,—, ,1")))
        .containsExactly(
            "110101 beds 2023Q4 missing 张 @3",
            "110101 nursing_beds 2023Q4 too_small 张 @3",
            "110101 funds 2023 0 万元 @3",
            "110121 beds 2023Q4 not_applicable 张 @4",
            "110121 nursing_beds 2023Q4 missing 张 @4",
            "110121 funds 2023 1 万元 @4");
  }

  @Test
  void findsColumnsByTheirHeadersInAnyOrderAndWidth() {
    Batch batch = Sent.read(Sent.civil(), "表", "护理型 , 床　位,备注,地区,资金,代码", "60,100,无,东区,30,110101");

    assertThat(lines(batch))
        .containsExactlyInAnyOrder(
            "110101 beds 2023Q4 100 张 @3",
            "110101 nursing_beds 2023Q4 60 张 @3",
            "110101 funds 2023 30 万元 @3");
    assertThat(batch.observations().get(0).origin().column()).isEqualTo("床　位");
  }

  @Test
  void readsOnWithoutAColumnThatIsMissing() {
    Batch batch = Sent.read(Sent.civil(), "表", "代码,地区,床位数,资金", "110101,东区,100,30");

    assertThat(lines(batch)).hasSize(2);
    assertThat(reasons(batch)).containsExactly(RejectReason.MISSING_COLUMN);
    assertThat(batch.account()).isEqualTo(new Account(3, 1, 0, 2));
  }

  @Test
  void readsNothingWithoutTheColumnOfRegionsOrWithoutAnyValueColumn() {
    Batch noRegion = Sent.read(Sent.civil(), "表", "地区,床位数,护理型,资金", "东区,100,60,30");
    assertThat(reasons(noRegion)).containsExactly(RejectReason.MISSING_COLUMN);
    assertThat(noRegion.account()).isEqualTo(new Account(3, 0, 3, 0));

    Batch noValues = Sent.read(Sent.civil(), "表", "代码,地区", "110101,东区");
    assertThat(reasons(noValues)).containsOnly(RejectReason.MISSING_COLUMN).hasSize(3);
    assertThat(noValues.account()).isEqualTo(new Account(3, 0, 3, 0));
  }

  @Test
  void saysThatAColumnOfDatesIsMissingAndTakesTheEndOfThePeriod() {
    Batch batch = Sent.read(Sent.visits(), "代码,月份,名单,探访", "110101,2023-10,50,40");

    assertThat(batch.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple(RejectReason.MISSING_COLUMN, "时点"));
    assertThat(batch.observations())
        .extracting(Observation::referenceDate)
        .containsOnly(LocalDate.of(2023, 10, 31));
  }

  @Test
  void neverGuessesAUnitWhoseColumnIsMissing() {
    Batch batch =
        Sent.read(Sent.plain(), "region_code,period,statistic,value", "110101,2023Q4,beds,1");

    assertThat(batch.observations()).isEmpty();
    assertThat(batch.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple(RejectReason.MISSING_COLUMN, "unit"));
  }

  @Test
  void takesThePeriodFromItsColumn() {
    Batch batch =
        Sent.read(
            Sent.visits(),
            "代码,月份,时点,名单,探访",
            "110101,2023-10,2023-10-25,50,40",
            "110101,2023-11,,50,50");

    assertThat(lines(batch))
        .containsExactly(
            "110101 listed 2023-10 50 人 @2",
            "110101 visited 2023-10 40 人 @2",
            "110101 listed 2023-11 50 人 @3",
            "110101 visited 2023-11 50 人 @3");
    assertThat(batch.observations())
        .extracting(Observation::referenceDate)
        .containsExactly(
            LocalDate.of(2023, 10, 25),
            LocalDate.of(2023, 10, 25),
            LocalDate.of(2023, 11, 30),
            LocalDate.of(2023, 11, 30));
  }

  @Test
  void readsALongTableWithItsOwnWordsDocumentsAndDates() {
    Batch batch =
        Sent.read(
            Sent.items(),
            "代码,事项,情况,文件,印发日期",
            "110100,养老服务制度,是,甲东〔2023〕5号,2023-08-01",
            "110200,养老服务制度,否,,",
            "110100,满意度,87.5,,",
            "110200,满意度,,,");

    assertThat(lines(batch))
        .containsExactly(
            "110100 policy 2023Q4 1 是否 @2",
            "110200 policy 2023Q4 0 是否 @3",
            "110100 satisfaction 2023Q4 87.5 % @4",
            "110200 satisfaction 2023Q4 missing % @5");
    assertThat(batch.observations().get(0).document()).isEqualTo("甲东〔2023〕5号");
    assertThat(batch.observations().get(0).referenceDate()).isEqualTo(LocalDate.of(2023, 8, 1));
    assertThat(batch.observations().get(1).document()).isEmpty();
    assertThat(batch.observations().get(1).referenceDate()).isEqualTo(LocalDate.of(2023, 12, 31));
  }

  @Test
  void readsPlainLongFilesWithTheUnitOfTheRowOrTheStatisticsOwn() {
    Batch batch =
        Sent.read(
            Sent.plain(),
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,elderly,0.4,万人",
            "110121,2023-12,elderly,6000,",
            "110101,2023Q4,balance,-12.5,万元");

    assertThat(lines(batch))
        .containsExactly(
            "110101 elderly 2023Q4 0.4 万人 @2",
            "110121 elderly 2023-12 6000 人 @3",
            "110101 balance 2023Q4 -12.5 万元 @4");
  }

  @Test
  void countsRecordsAndPhysicalLinesWhereACellHoldsLineBreaks() {
    Batch batch =
        Sent.read(
            Sent.civil(),
            "\"养老服务\n情况表\",,,,",
            "代码,地区,床位数,护理型,资金",
            "110101,\"东\n\n区\",100,60,30",
            "110121,\"东\"\"县\"\"\",约300,140,50",
            "110201,西一区,1,0,x");

    // By hand: record 1 ends on line 2, 2 on 3, 3 on 6, 4 on 7, 5 on 8.
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::line, Reject::value)
        .containsExactly(tuple(4L, 7L, "约300"), tuple(5L, 8L, "x"));
    assertThat(batch.account()).isEqualTo(new Account(5, 1, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryLineEndWithOrWithoutTheLast(String end) {
    for (String last : List.of("", end)) {
      String text = String.join(end, Sent.civilLines("110101,东区,100,60,30", "110121,东县,x,1,1"));
      Batch batch = Sent.read(Sent.civil(), Repository.utf8(text + last));
      assertThat(batch.account()).isEqualTo(new Account(4, 1, 1, 2));
      assertThat(batch.rejects()).extracting(Reject::line).containsExactly(4L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void readsEveryEncodingToTheSameRows(String encoding) {
    String text = "\uFEFF" + String.join("\n", Sent.civilLines("110101,东区,100,60,30"));
    assertThat(Sent.read(Sent.civil(), text.getBytes(Charset.forName(encoding))).observations())
        .isEqualTo(Sent.civil("110101,东区,100,60,30").observations());
  }

  @Test
  void takesABackslashAndAPipeForWhatTheyAre() {
    Batch backslash = Sent.civil("110101,\"东区\\\",100,60,30", "110121,东县\\,300,140,50");
    assertThat(backslash.account()).isEqualTo(new Account(4, 2, 0, 2));

    String piped =
        SmallAssessment.CIVIL.replace("header_row: 2", "header_row: 2\nseparator: \"|\"");
    Batch batch =
        Sent.read(Sent.description(piped), "表||||", "代码|地区|床位数|护理型|资金", "110101|东,区|100|60|30");
    assertThat(batch.account()).isEqualTo(new Account(3, 1, 0, 2));
  }

  @Test
  void goesOnAfterEachRowThatIsRefused() {
    Batch batch =
        Sent.civil(
            "110101,东区,约100,60,30",
            "110121,东县,300,140",
            "999999,无,1,1,1",
            "110201,西一区,200,50,60",
            "110202,西二区,50,70,40");

    assertThat(reasons(batch))
        .containsExactly(
            RejectReason.NOT_A_NUMBER,
            RejectReason.ROW_SHAPE,
            RejectReason.UNKNOWN_REGION,
            RejectReason.SHARE_ABOVE_100);
    assertThat(lines(batch)).hasSize(3).allMatch(line -> line.startsWith("110201 "));
    assertThat(batch.account()).isEqualTo(new Account(7, 1, 4, 2));
  }

  @Test
  void namesEveryFaultOfARowAtOnce() {
    Batch batch = Sent.civil("999999,无,约100,-6,1.2345678");

    assertThat(batch.rejects())
        .extracting(Reject::column, Reject::reason)
        .containsExactlyInAnyOrder(
            tuple("代码", RejectReason.UNKNOWN_REGION),
            tuple("床位数", RejectReason.NOT_A_NUMBER),
            tuple("护理型", RejectReason.NEGATIVE_VALUE),
            tuple("资金", RejectReason.TOO_MANY_DECIMALS));
    assertThat(batch.account()).isEqualTo(new Account(3, 0, 1, 2));
  }

  @Test
  void takesRowsThatSayTheSameOnce() {
    Batch batch = Sent.civil("110101,东区,100,60,30", "110101,东区（重）,100,60.000,30");

    assertThat(lines(batch)).hasSize(3).allMatch(line -> line.endsWith("@3"));
    assertThat(batch.rejects()).isEmpty();
    assertThat(batch.account()).isEqualTo(new Account(4, 1, 0, 3));
  }

  @Test
  void takesNeitherOfTwoRowsThatContradictEachOther() {
    Batch batch = Sent.civil("110101,东区,100,60,30", "110121,东县,300,140,50", "110101,东区,100,31,30");

    assertThat(lines(batch)).hasSize(3).allMatch(line -> line.startsWith("110121 "));
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason, Reject::value)
        .containsExactly(
            tuple(3L, "护理型", RejectReason.DUPLICATE_CONFLICT, "60"),
            tuple(5L, "护理型", RejectReason.DUPLICATE_CONFLICT, "31"));
    assertThat(batch.account()).isEqualTo(new Account(5, 1, 2, 2));
  }

  /** A third row that sides with one of two contradicting rows does not settle it. */
  @Test
  void takesNoneOfThreeRowsOfWhichTwoAgree() {
    for (List<String> rows :
        List.of(
            List.of("110101,东区,52,1,1", "110101,东区,31,1,1", "110101,东区,52,1,1"),
            List.of("110101,东区,52,1,1", "110101,东区,52,1,1", "110101,东区,31,1,1"),
            List.of("110101,东区,31,1,1", "110101,东区,52,1,1", "110101,东区,52,1,1"))) {
      Batch batch = Sent.civil(rows.toArray(String[]::new));
      assertThat(batch.observations()).isEmpty();
      assertThat(batch.account().accepted()).isZero();
    }
  }

  @Test
  void holdsABlankAgainstANumberForAContradiction() {
    Batch batch = Sent.civil("110101,东区,100,60,30", "110101,东区,100,,30");

    assertThat(reasons(batch)).containsOnly(RejectReason.DUPLICATE_CONFLICT).hasSize(2);
    assertThat(batch.rejects()).extracting(Reject::value).containsExactly("60", "missing");
  }

  @Test
  void comparesAPartWithItsWholeAcrossColumns() {
    Batch batch = Sent.civil("110101,东区,100,100,1", "110121,东县,100,100.000001,1");

    assertThat(reasons(batch)).containsExactly(RejectReason.SHARE_ABOVE_100);
    assertThat(batch.rejects()).extracting(Reject::row).containsExactly(4L);
    assertThat(batch.account()).isEqualTo(new Account(4, 1, 1, 2));
  }

  @Test
  void comparesAPartWithItsWholeAcrossRowsAndUnits() {
    Batch batch =
        Sent.read(
            Sent.plain(),
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,visited,51,人",
            "110101,2023Q4,listed,0.005,万人",
            "110121,2023Q4,visited,50,人",
            "110121,2023Q4,listed,0.005,万人",
            "110201,2023-12,visited,51,人",
            "110201,2023-11,listed,50,人");

    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::reason, Reject::column, Reject::value)
        .containsExactly(tuple(2L, RejectReason.SHARE_ABOVE_100, "value", "51"));
    assertThat(batch.account()).isEqualTo(new Account(7, 5, 1, 1));
  }

  @Test
  void doesNotComparePartsWithWholesThatAreNoNumbers() {
    assertThat(Sent.civil("110101,东区,,60,30", "110121,东县,—,1,1").rejects()).isEmpty();
  }

  @Test
  void givesSumsAndAccountThatDoNotDependOnTheOrderOfRows() {
    Batch one = Sent.civil("110101,东区,100,60,30", "110121,东县,300,140,50");
    Batch other = Sent.civil("110121,东县,300,140,50", "110101,东区,100,60,30");

    assertThat(other.account()).isEqualTo(one.account());
    assertThat(other.sums())
        .usingRecursiveComparison()
        .ignoringFields("origin")
        .isEqualTo(one.sums());
  }

  @Test
  void readsTheSameBytesToTheSameBatch() {
    byte[] content =
        String.join("\n", Sent.civilLines("110101,东区,100,60,30", "110121,东县,x,1,1"))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Sent.read(Sent.civil(), content))
        .isEqualTo(Sent.read(Sent.civil(), content.clone()));
  }

  @Test
  void looksAtNoMoreOfAHugeCellThanItShows() {
    String huge = "9".repeat(3_000_000);
    Batch batch =
        Sent.civil(huge + ",甲,1,1,1", "110101,东区," + huge + ",1,1", "110121,东县," + huge + "人,1,1");

    assertThat(batch.account()).isEqualTo(new Account(5, 0, 3, 2));
    assertThat(batch.rejects())
        .allSatisfy(
            reject -> {
              assertThat(reject.value()).hasSize(201).endsWith("…");
              assertThat(reject.message().en().length()).isLessThan(600);
            });
  }
}
