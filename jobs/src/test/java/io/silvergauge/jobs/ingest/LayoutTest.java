package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source description can say of a table's layout. */
class LayoutTest {
  private static List<String> lines(Batch batch) {
    return batch.observations().stream().map(Sent::line).toList();
  }

  private static SourceDescription civil(String... fromAndTo) {
    String text = SmallAssessment.CIVIL;
    for (int i = 0; i < fromAndTo.length; i += 2) {
      text = SmallAssessment.changed(text, fromAndTo[i], fromAndTo[i + 1], 1);
    }
    return Sent.description(text);
  }

  private static final String FOUND = "header: {holds: [代码, 床位数], within: 9}";

  /** The head of a yearbook table: title, unit, header, total, part rows, notes. */
  @Test
  void findsTheHeaderAndSetsTitlesTotalsAndNotesAside() {
    SourceDescription description =
        civil(
            "header_row: 2",
            FOUND + "\nnotes: [注, 资料来源]",
            "{column: 地区, is: [合计]}",
            "{column: 地区, is: [合计, 全 市], begins: [\"#\", 其中], holds: [（含]}");
    Batch batch =
        Sent.read(
            description,
            "18-3 养老服务情况（2023年）",
            "单位：张",
            "",
            "代码,地 区,床位数（张）,护理型,资金(万元)",
            "110100,全市,400,200,80",
            "110101,东区,100,60,30",
            "110101,东区（含开发区）,150,90,40",
            "110101,  #开发区,50,30,10",
            "110121,东县,300,140,50",
            "注：本表为快报数。",
            "2.资金为财政资金。",
            "资料来源：民政部门");

    assertThat(batch.rejects()).isEmpty();
    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023Q4 100 张 @6",
            "110101 nursing_beds 2023Q4 60 张 @6",
            "110101 funds 2023 30 万元 @6",
            "110121 beds 2023Q4 300 张 @9",
            "110121 nursing_beds 2023Q4 140 张 @9",
            "110121 funds 2023 50 万元 @9");
    // By hand: three titles, the header, total, combined and part row, three notes are ten of 12.
    assertThat(batch.account()).isEqualTo(new Account(12, 2, 0, 10));
  }

  /** A note does not swallow what is data after all. */
  @Test
  void readsOnWhereATableGoesOnBelowANote() {
    Batch batch =
        Sent.read(
            civil("header_row: 2", "header_row: 2\nnotes: [注]"),
            Sent.civilLines("注：续表", "（二）", "110101,东区,100,60,30"));
    assertThat(lines(batch)).hasSize(3);
    assertThat(batch.account()).isEqualTo(new Account(5, 1, 0, 4));
  }

  @Test
  void fillsHeadingsOverSeveralColumnsInText() {
    SourceDescription description =
        civil(
            "header_row: 2",
            "header: {holds: [代码, 养老机构/护理型], rows: 2}",
            "header: [床位数, 床位]",
            "header: [养老机构/床位数]",
            "header: [护理型]",
            "header: [养老机构/护理型]");
    Batch batch =
        Sent.read(
            description,
            "养老服务情况表",
            "代码,地区,养老机构,,社区设施,,资金",
            ",,床位数,护理型,床位数,护理型,",
            "110101,东区,100,60,7,8,30");

    assertThat(batch.rejects()).isEmpty();
    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023Q4 100 张 @4",
            "110101 nursing_beds 2023Q4 60 张 @4",
            "110101 funds 2023 30 万元 @4");
  }

  @Test
  void takesTheUnitOfTheFile() {
    SourceDescription description =
        civil("statistic: beds, unit: 张", "statistic: beds, unit_from: file");
    Batch batch =
        Sent.read(description, "养老服务情况表,,,, 单位：万张", "代码,地区,床位数,护理型,资金", "110101,东区,0.5,60,30");
    assertThat(lines(batch)).contains("110101 beds 2023Q4 0.5 万张 @3");

    Batch untold = Sent.read(description, "养老服务情况表,,,,", "代码,地区,床位数,护理型,资金", "110101,东区,0.5,60,30");
    assertThat(untold.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple(RejectReason.UNKNOWN_UNIT, "床位数"));
    assertThat(lines(untold)).hasSize(2);
  }

  @Test
  void takesTheUnitOfTheColumnHeader() {
    SourceDescription description =
        civil("statistic: beds, unit: 张", "statistic: beds, unit_from: header");
    assertThat(lines(Sent.read(description, "表", "代码,地区,床位数（万张）,护理型,资金", "110101,东区,0.5,60,30")))
        .contains("110101 beds 2023Q4 0.5 万张 @3");
  }

  @Test
  void takesTheUnitOfTheCell() {
    SourceDescription description =
        civil("statistic: beds, unit: 张", "statistic: beds, unit_from: cell");
    Batch batch =
        Sent.read(
            description,
            Sent.civilLines(
                "110101,东区,300张,60,30",
                "110121,东县,0.3 万张,140,50",
                "110201,西一区,…,50,60",
                "110202,西二区,70,50,60"));

    assertThat(lines(batch))
        .contains(
            "110101 beds 2023Q4 300 张 @3",
            "110121 beds 2023Q4 0.3 万张 @4",
            "110201 beds 2023Q4 too_small 张 @5");
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::reason, Reject::value)
        .containsExactly(tuple(6L, RejectReason.UNKNOWN_UNIT, "70"));
  }

  /** What the file says of a unit may not contradict what the description says. */
  @ParameterizedTest
  @CsvSource({
    "表, 床位数(万张), 0",
    "单位：万张, 床位数, 0",
    "单位：亿元, 床位数, 0", // funds are in 万元
    "填报单位：民政局, 床位数, 1",
    "单位：张, 床位数, 1",
    "单位：万元, 床位数(张), 1"
  })
  void readsNoColumnWhoseUnitIsToldInTwoWays(String title, String header, int conflictFree) {
    Batch batch = Sent.read(civil(), title, "代码,地区," + header + ",护理型,资金", "110101,东区,100,60,30");
    assertThat(batch.rejects().isEmpty()).isEqualTo(conflictFree == 1);
    assertThat(batch.rejects()).allMatch(reject -> reject.reason() == RejectReason.UNIT_CONFLICT);
  }

  /** The four states stay four, whatever a source writes for them. */
  @Test
  void keepsMissingZeroTooSmallAndNotApplicableApart() {
    SourceDescription description =
        civil(
            "symbols: {\"\": missing, \"…\": too_small, \"—\": not_applicable}",
            "symbols: {\"\": not_applicable, \"…\": missing, \"-\": too_small, \"/\": missing, \"0\": missing}");
    assertThat(
            lines(Sent.read(description, Sent.civilLines("110101,东区,,…,-", "110121,东县,/,0,0.0"))))
        .containsExactly(
            "110101 beds 2023Q4 not_applicable 张 @3",
            "110101 nursing_beds 2023Q4 missing 张 @3",
            "110101 funds 2023 too_small 万元 @3",
            "110121 beds 2023Q4 missing 张 @4",
            "110121 nursing_beds 2023Q4 missing 张 @4",
            "110121 funds 2023 0 万元 @4");
  }

  @Test
  void addsColumnsUpUnlessOneIsMissing() {
    SourceDescription description =
        civil("header: [床位数, 床位], statistic", "sum: [公办, 民办], statistic");
    Batch batch =
        Sent.read(
            description,
            "表",
            "代码,地区,公办,民办,护理型,资金",
            "110101,东区,40,60.5,1,1",
            "110121,东县,40,,1,1",
            "110201,西一区,…,3,1,1",
            "110202,西二区,x,3,1,1");

    assertThat(lines(batch))
        .contains(
            "110101 beds 2023Q4 100.5 张 @3",
            "110121 beds 2023Q4 missing 张 @4",
            "110201 beds 2023Q4 3 张 @5");
    assertThat(batch.observations().get(0).origin().column()).isEqualTo("公办+民办");
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason)
        .containsExactly(tuple(6L, "公办", RejectReason.NOT_A_NUMBER));
  }

  /** Two numbers of twelve digits have a sum of thirteen. */
  @Test
  void aSumOfColumnsIsHeldAgainstTheSameBoundsAsAFigure() {
    SourceDescription description =
        civil("header: [床位数, 床位], statistic", "sum: [公办, 民办], statistic");
    Batch batch =
        Sent.read(
            description, "表", "代码,地区,公办,民办,护理型,资金", "110101,东区,999999999995,999999999995,1,1");

    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason, Reject::value)
        .containsExactly(tuple(3L, "公办+民办", RejectReason.VALUE_TOO_LARGE, "1999999999990"));
  }

  private static final String CROSS =
      """
      id: civil
      name: {zh: 年鉴表, en: Yearbook table}
      data: official
      layout: cross
      header: {holds: [指标], within: 5}
      region: {is: "110101"}
      statistic: {column: 指标, names: {养老机构床位数: beds, 其中：护理型: nursing_beds}}
      set_aside: [{column: 指标, is: [一、养老机构]}]
      symbols: {"…": too_small}
      """;

  @Test
  void readsRowsOfStatisticsWithAColumnAPeriod() {
    Batch batch =
        Sent.read(
            Sent.description(CROSS + "other_periods_left_out: true\n"),
            "19-1 养老机构情况",
            "指标,2023-10,2023年11月,2023-12,2022",
            "一、养老机构,,,,",
            "养老机构床位数（张）,100,…,110,90",
            " 其中: 护理型,60,61,,50",
            "机构数,3,3,3,3");

    assertThat(lines(batch))
        .contains(
            "110101 beds 2023-10 100 张 @4",
            "110101 beds 2023-11 too_small 张 @4",
            "110101 beds 2023-12 110 张 @4",
            "110101 nursing_beds 2023-10 60 张 @5",
            "110101 nursing_beds 2023-12 missing 张 @5");
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::reason, Reject::value)
        .contains(tuple(6L, RejectReason.UNKNOWN_STATISTIC, "机构数"));
  }

  @Test
  void readsRowsOfRegionsWithAColumnAPeriod() {
    SourceDescription description =
        Sent.description(
            """
            id: civil
            name: {zh: 年鉴表, en: Yearbook table}
            data: official
            layout: cross
            region: {code: 代码}
            statistic: {is: beds, unit_from: file}
            header: {row: 2}
            """);
    Batch batch =
        Sent.read(
            description,
            "单位：万张",
            "代码,地区,2023-10,2023-12,2022-12",
            "110101,东区,0.1,0.2,0.3",
            "110121,东县,1,x,2");

    assertThat(lines(batch))
        .containsExactly("110101 beds 2023-10 0.1 万张 @3", "110101 beds 2023-12 0.2 万张 @3");
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason)
        .containsExactly(
            tuple(2L, "2022-12", RejectReason.IMPOSSIBLE_PERIOD),
            tuple(4L, "2023-12", RejectReason.NOT_A_NUMBER));
  }

  @Test
  void takesTheSenderForTheRegionOfAllRows() {
    SourceDescription description =
        Sent.description(SmallAssessment.changed(CROSS, "{is: \"110101\"}", "{sender: true}", 1));
    assertThat(lines(Sent.read(description, "指标,2023Q4", "养老机构床位数,100")))
        .containsExactly("110000 beds 2023Q4 100 张 @2");
  }

  @Test
  void refusesACrossTableInAnotherUnitThanTheStatisticsUnlessItIsSaid() {
    Batch batch = Sent.read(Sent.description(CROSS), "单位：万张", "指标,2023Q4", "养老机构床位数,100");
    assertThat(batch.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNIT_CONFLICT);
    Batch labelled = Sent.read(Sent.description(CROSS), "表", "指标,2023Q4", "养老机构床位数(万张),1");
    assertThat(lines(labelled)).containsExactly("110101 beds 2023Q4 1 万张 @3");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void tellsTheSeparatorOfEachFile(String separator) {
    String[] rows = Sent.civilLines("110101,\"东;区|\",100,60,30", "110121,东县,300,140,50");
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rows[i].replace(",", separator);
    }
    Batch batch = Sent.read(civil("layout: wide", "layout: wide\nseparator: auto"), rows);
    assertThat(batch.account()).isEqualTo(new Account(4, 2, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsUtf16WithoutAMark(String encoding) {
    String text = String.join("\n", Sent.civilLines("110101,东一区,100,60,30")) + "\n";
    byte[] content = text.getBytes(java.nio.charset.Charset.forName(encoding));
    assertThat(Sent.read(civil(), content).account()).isEqualTo(new Account(3, 1, 0, 2));
  }

  @Test
  void holdsPartsAgainstTheirTotalWithinTheRoundingThatIsAllowed() {
    SourceDescription description =
        Sent.description(
            SmallAssessment.CIVIL + "checks: [{parts: [护理型, 资金], total: 床位数, within: 1}]\n");
    Batch batch =
        Sent.read(
            description,
            Sent.civilLines("110101,东区,100,60,41", "110121,东县,300,240,58", "110201,西一区,50,…,60"));

    assertThat(batch.account()).isEqualTo(new Account(5, 2, 1, 2));
    assertThat(batch.rejects().get(0).message().en())
        .isEqualTo(
            "2023Q4/110000/civil.csv, record 4, column '床位数': the 2 columns from '护理型' to '资金'"
                + " add up to 298, which is -2 off the 300 of '床位数' (1 is allowed); please check"
                + " whether the row is shifted");
  }
}
