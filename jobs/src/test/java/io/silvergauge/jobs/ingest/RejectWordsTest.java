package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reason reading can give, in the words a user reads: file, record, column, value, and what
 * would be right.
 */
class RejectWordsTest {
  private static final String CIVIL = "2023Q4/110000/civil.csv";
  private static final String ITEMS = "2023Q4/110000/items.csv";
  private static final String VISITS = "2023Q4/110000/visits.csv";
  private static final String LONG = "2023Q4/110000/long.csv";

  /** A file with one fault, and what is said of it. */
  record Case(
      RejectReason reason, Batch batch, long row, String column, String value, Bilingual message) {
    @Override
    public String toString() {
      return reason + " " + column + " " + value;
    }
  }

  private static Case whole(
      RejectReason reason, SourceDescription source, byte[] content, String en, String zh) {
    return new Case(reason, Sent.read(source, content), 0, "", "", new Bilingual(zh, en));
  }

  private static Case cell(
      RejectReason reason,
      SourceDescription source,
      List<String> lines,
      long row,
      String column,
      String value,
      String en,
      String zh) {
    byte[] content = Repository.utf8(String.join("\n", lines) + "\n");
    return new Case(reason, Sent.read(source, content), row, column, value, new Bilingual(zh, en));
  }

  /** A fault in record 3 of a table of civil affairs. */
  private static Case civil(
      RejectReason reason, String row, String column, String value, String en, String zh) {
    return cell(
        reason,
        Sent.civil(),
        List.of(Sent.civilLines(row)),
        3,
        column,
        value,
        column.isEmpty()
            ? CIVIL + ", record 3: " + en
            : CIVIL + ", record 3, column '" + column + "': " + en,
        column.isEmpty() ? CIVIL + " 第 3 行：" + zh : CIVIL + " 第 3 行“" + column + "”：" + zh);
  }

  static Stream<Case> cases() {
    return Stream.of(files(), headers(), cells(), longTables()).flatMap(cases -> cases);
  }

  private static byte[] lines(String... lines) {
    return Repository.utf8(String.join("\n", lines));
  }

  private static Stream<Case> files() {
    return Stream.of(
        whole(
            RejectReason.FILE_KIND,
            Sent.civil(),
            HexFormat.of().parseHex("526172211a070100"),
            CIVIL
                + ": this is a RAR archive, which is not unpacked; please send the tables in it"
                + " (.xlsx or CSV), or pack them as zip",
            CIVIL + "：这是 RAR 压缩包，不予解压；请解压后报送其中的表格（.xlsx 或 CSV），或改用 zip 打包"),
        whole(
            RejectReason.FILE_KIND,
            Sent.civil(),
            Repository.utf8("%PDF-1.7"),
            CIVIL
                + ": this is a PDF, not a table that can be read; please send the table it was"
                + " made from (.xlsx or CSV)",
            CIVIL + "：这是 PDF 文件，不是可读取的表格；请报送制作它所用的原表（.xlsx 或 CSV）"),
        whole(
            RejectReason.FILE_EMPTY,
            Sent.civil(),
            new byte[0],
            CIVIL + ": the file is empty (0 bytes); please send it again",
            CIVIL + "：文件为空（0 字节），请重新报送"),
        whole(
            RejectReason.FILE_NO_ROWS,
            Sent.civil(),
            Repository.utf8("养老服务情况表,,,,\n"),
            CIVIL + ": the file ends with record 1, but the header should be record 2",
            CIVIL + "：只有 1 条记录，表头应在第 2 条"),
        whole(
            RejectReason.FILE_NO_ROWS,
            Sent.civil(),
            Repository.utf8(String.join("\n", Sent.civilLines())),
            CIVIL + ": there are no rows below the header",
            CIVIL + "：表头之下没有数据行"),
        whole(
            RejectReason.FILE_UNREADABLE,
            Sent.civil(),
            Repository.utf8(String.join("\n", Sent.civilLines("110101,\"东区,1,1,1"))),
            CIVIL
                + ": record 3, which begins on line 3, is not readable as CSV; please check that its"
                + " quotes are closed, and doubled inside a quoted cell",
            CIVIL + "：第 3 条记录（始于第 3 行）无法按 CSV 读取；请检查引号是否成对，引号内的引号是否写成两个"),
        whole(
            RejectReason.FILE_UNREADABLE,
            Sent.civil(),
            lines("\"甲", "", "乙\",,,,", "代码,\"地\"区,床位数"),
            CIVIL
                + ": record 2, which begins on line 4, is not readable as CSV; please check that its"
                + " quotes are closed, and doubled inside a quoted cell",
            CIVIL + "：第 2 条记录（始于第 4 行）无法按 CSV 读取；请检查引号是否成对，引号内的引号是否写成两个"),
        whole(
            RejectReason.TEXT_DAMAGED,
            Sent.civil(),
            new byte[] {'a', 'b', (byte) 0xFF, 'c'},
            CIVIL
                + ": no valid UTF-8 or GB18030 text from byte 3 on; please save it as UTF-8 and"
                + " send it again",
            CIVIL + "：第 3 字节起不是有效的 UTF-8 或 GB18030 文本，请另存为 UTF-8 后重新报送"));
  }

  private static Stream<Case> headers() {
    return Stream.of(
        cell(
            RejectReason.HEADER_MISSING,
            Sent.civil(),
            List.of("表", "代码;地区;床位数", "110101;东区;100"),
            2,
            "",
            "代码;地区;床位数",
            CIVIL
                + ", record 2 (header): the whole header is in one cell, whose parts ';' seems to"
                + " separate, unlike the source description's 'separator'; please export it with"
                + " the one agreed, or mend 'separator'",
            CIVIL
                + " 第 2 行（表头）：整个表头在一个单元格里，似以“;”分隔，与来源说明的 separator 不符；"
                + "请以约定的分隔符导出，或修改 separator"),
        cell(
            RejectReason.MISSING_COLUMN,
            Sent.civil(),
            List.of("表", "代码,地区,护理型,资金", "110101,东区,60,30"),
            2,
            "床位数",
            "",
            CIVIL
                + ", record 2 (header): column '床位数' is missing; its header reads one of:"
                + " 床位数 | 床位",
            CIVIL + " 第 2 行（表头）：缺少列“床位数”，表头应为：床位数 | 床位"),
        cell(
            RejectReason.MISSING_COLUMN,
            Sent.civil(),
            List.of("表", "编码,地区,床位数,护理型,资金", "110101,东区,100,60,30"),
            2,
            "代码",
            "",
            CIVIL + ", record 2 (header): column '代码' is missing; its header reads one of: 代码",
            CIVIL + " 第 2 行（表头）：缺少列“代码”，表头应为：代码"),
        duplicate("代码,地区,床位数,床 位,护理型,资金", "床位数"),
        duplicate("代码,地区,床位数,护理型,护理 型,资金", "护理型"),
        duplicate("代码,地区,床位,护理型,床　位,资金", "床位数"),
        duplicate("代码,代 码,床位数,护理型,资金", "代码"));
  }

  private static Case duplicate(String header, String column) {
    return cell(
        RejectReason.DUPLICATE_COLUMN,
        Sent.civil(),
        List.of("表", header, "110101,110121,100,60,30,1"),
        2,
        column,
        "",
        CIVIL + ", record 2 (header): column '" + column + "' stands twice, it must stand once",
        CIVIL + " 第 2 行（表头）：列“" + column + "”出现两次，只能有一列");
  }

  private static Stream<Case> cells() {
    return Stream.of(
        civil(
            RejectReason.ROW_SHAPE,
            "110101,东区,100,60",
            "",
            "",
            "the row has 4 cells, the header 5; please check separators and quotes",
            "该行有 4 个单元格，表头有 5 个；请检查分隔符和引号"),
        civil(
            RejectReason.ROW_SHAPE,
            "110101,东区,1,300,60,30",
            "",
            "",
            "the row has 6 cells, the header 5; please check separators and quotes",
            "该行有 6 个单元格，表头有 5 个；请检查分隔符和引号"),
        civil(
            RejectReason.UNKNOWN_REGION,
            "110102,东区,100,60,30",
            "代码",
            "110102",
            "region '110102' is not in regions/; did you mean '110100'?",
            "行政区划“110102”不在 regions/ 中；是否应为“110100”？"),
        civil(
            RejectReason.UNKNOWN_REGION,
            "南区,东区,100,60,30",
            "代码",
            "南区",
            "region '南区' is not in regions/",
            "行政区划“南区”不在 regions/ 中"),
        civil(
            RejectReason.REGION_MISMATCH,
            "110101,西一区,100,60,30",
            "地区",
            "西一区",
            "code '110101' is 110101 东区, but the name '西一区' is 110201 西一区; please check whether"
                + " the row is shifted, and mend the code or the name",
            "代码“110101”是 110101 东区，而名称“西一区”是 110201 西一区；请核对该行是否错位，并更正代码或名称"),
        new Case(
            RejectReason.MERGED_FIGURE,
            Sent.read(Sent.civil(), mergedBeds()),
            3,
            "床位数",
            "",
            new Bilingual(
                CIVIL + "!表一 第 3 行“床位数”：该数值所在单元格是合并单元格，无法判断属于哪一行或哪一列；请取消合并并逐格填写",
                CIVIL
                    + "!表一, record 3, column '床位数': its figure stands in merged cells, and nothing"
                    + " tells to which row or column it belongs; please unmerge them and fill in"
                    + " each")),
        cell(
            RejectReason.FOOTNOTE_MARK,
            Sent.civil(),
            List.of(Sent.civilLines("110101,东区,100①,60,30", "110121,东县,7,7①,30", "110201,,x①,1,1")),
            3,
            "床位数",
            "①",
            CIVIL
                + ": footnote mark '①' stands behind 2 of the figures (record 3, column '床位数';"
                + " record 4, column '护理型'), which were read without it; please see whether the"
                + " footnote changes what they mean",
            CIVIL + "：脚注标记“①”出现在 2 个数值后（第 3 行“床位数”、第 4 行“护理型”），已按不带标记的数值读取；请查看脚注是否影响口径"),
        cell(
            RejectReason.COLUMN_NOT_READ,
            Sent.description(
                """
                id: cross
                name: {zh: 交叉表, en: Cross table}
                data: synthetic
                layout: cross
                region: {code: 代码}
                statistic: {is: beds}
                """),
            List.of("代码,地区,2023Q4,2023年修订,合计", "110101,东区,100,101,102"),
            1,
            "2023年修订",
            "2023年修订 | 合计",
            "2023Q4/110000/cross.csv, record 1 (header), column '2023年修订': no period heads 2 of the"
                + " columns, so they were not read (2023年修订 | 合计); where they hold figures of a"
                + " period, please head them like 2023 or 2023Q4",
            "2023Q4/110000/cross.csv 第 1 行（表头）“2023年修订”：2 列的表头不是时期，未读取（2023年修订 |"
                + " 合计）；如是某时期的数据，请把表头写成如 2023、2023Q4"),
        civil(
            RejectReason.COMBINED_REGION,
            "东区（含高新区）,东区,100,60,30",
            "",
            "高新区",
            "the row has 110101 东区 and '高新区' together, and the file has no row of the former by"
                + " itself; please send them in rows of their own",
            "该行把“高新区”与110101 东区合并报送，而文件中没有后者单独的一行；请分行报送"),
        civil(
            RejectReason.EXPIRED_REGION,
            "110122,旧县,100,60,30",
            "代码",
            "110122",
            "region code '110122' ended on 2022-01-01, before period 2023Q4 began",
            "行政区划代码“110122”已于 2022-01-01 停用，早于时期 2023Q4"),
        civil(
            RejectReason.NOT_A_NUMBER,
            "110101,东区,约300,60,30",
            "床位数",
            "约300",
            "'约300' is not a number such as 1234.5",
            "“约300”不是数字，应为如 1234.5 的数"),
        civil(
            RejectReason.NOT_A_NUMBER,
            "110101,东区,NaN,60,30",
            "床位数",
            "NaN",
            "'NaN' is not a number such as 1234.5",
            "“NaN”不是数字，应为如 1234.5 的数"),
        civil(
            RejectReason.TOO_MANY_DECIMALS,
            "110101,东区,100,60,1523.1234567",
            "资金",
            "1523.1234567",
            "'1523.1234567' has 7 decimals, 6 at most",
            "“1523.1234567”有 7 位小数，最多 6 位"),
        civil(
            RejectReason.VALUE_TOO_LARGE,
            "110101,东区,1234567890123,60,30",
            "床位数",
            "1234567890123",
            "'1234567890123' has 13 digits before the point, 12 at most",
            "“1234567890123”的整数部分有 13 位，最多 12 位"),
        civil(
            RejectReason.NEGATIVE_VALUE,
            "110101,东区,－12,60,30",
            "床位数",
            "－12",
            "'－12' must not be negative; 0 or more is right",
            "“－12”不能为负，应为 0 或正数"),
        civil(
            RejectReason.SHARE_ABOVE_100,
            "110101,东区,1300,1337,30",
            "护理型",
            "1337",
            "1337 张 is more than the 1300 张 of '床位数', a share above 100 %; please check both"
                + " columns",
            "1337张 大于“床位数”的 1300张，占比超过 100%；请核对两列"),
        civil(
            RejectReason.TEXT_DAMAGED,
            "110101,东\uFFFD,1300,1337,30",
            "地区",
            "东\uFFFD",
            "'东\uFFFD' holds replacement characters, so its text was damaged before it was sent;"
                + " please export it again from the original",
            "“东\uFFFD”含有替换字符，文字在报送前已损坏；请从原文件重新导出"),
        civil(
            RejectReason.PERSONAL_DATA,
            "110101,东区 13800138000,100,60,30",
            "地区",
            "",
            "it looks like an identity or telephone number (not shown); please remove personal"
                + " data and send it again",
            "疑似身份证号或电话号码（内容不予显示）；请删除个人信息后重新报送"),
        cell(
            RejectReason.DUPLICATE_CONFLICT,
            Sent.civil(),
            List.of(Sent.civilLines("110101,东区,100,52,30", "110101,东区,100,31,30")),
            3,
            "护理型",
            "52",
            CIVIL
                + ", record 3, column '护理型': record 4 says the same thing with another value (52"
                + " and 31), so neither counts; please keep one",
            CIVIL + " 第 3 行“护理型”：与第 4 行重复但数值不同（52 与 31），两行均不采用；请只保留一行"));
  }

  /** 100 beds in a cell over the rows of two counties. */
  private static byte[] mergedBeds() {
    return Books.xlsx(
        workbook -> {
          Sheet sheet = Books.civil(workbook, "表一");
          Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
          Books.row(sheet, 4, "110121", "东县", "", 50, 20);
          sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
        });
  }

  private static Stream<Case> longTables() {
    return Stream.of(
        visits(
            "110101,2023-13,,50,40",
            RejectReason.UNKNOWN_PERIOD,
            "月份",
            "2023-13",
            "'2023-13' is no period; a month is 1 to 12",
            "“2023-13”不是有效时期，月份应为 1 至 12"),
        visits(
            "110101,十月,,50,40",
            RejectReason.UNKNOWN_PERIOD,
            "月份",
            "十月",
            "'十月' is no period; written are 2023, 2023Q4, 2023H1, 2023-10, 2023年三季度,"
                + " 2023年1-9月, 2023年末",
            "“十月”不是有效时期，应如 2023、2023Q4、2023H1、2023-10、2023年三季度、2023年1-9月、2023年末"),
        visits(
            "110101,2023-09,,50,40",
            RejectReason.IMPOSSIBLE_PERIOD,
            "月份",
            "2023-09",
            "period 2023-09 does not lie in 2023Q4, for which the file was sent",
            "时期 2023-09 不在报送时期 2023Q4 之内"),
        visits(
            "110101,2023-10,十月,50,40",
            RejectReason.NOT_A_DATE,
            "时点",
            "十月",
            "'十月' is not a date such as 2023-12-31",
            "“十月”不是日期，应如 2023-12-31"),
        visits(
            "110101,2023-10,2023-02-30,50,40",
            RejectReason.NOT_A_DATE,
            "时点",
            "2023-02-30",
            "'2023-02-30' is not a date such as 2023-12-31",
            "“2023-02-30”不是日期，应如 2023-12-31"),
        items(
            "110100,养老服务制渡,是,,",
            RejectReason.UNKNOWN_STATISTIC,
            "事项",
            "养老服务制渡",
            "unknown statistic '养老服务制渡'; did you mean '养老服务制度'?",
            "未知统计量“养老服务制渡”；是否应为“养老服务制度”？"),
        items(
            "110100,养老服务制度,有,,",
            RejectReason.NOT_YES_OR_NO,
            "情况",
            "有",
            "'有' must be yes or no (1 or 0)",
            "“有”应为是或否（1 或 0）"),
        items(
            "110100,养老服务制度,0.5,,",
            RejectReason.NOT_YES_OR_NO,
            "情况",
            "0.5",
            "'0.5' must be yes or no (1 or 0)",
            "“0.5”应为是或否（1 或 0）"),
        items(
            "110100,满意度,100.5,,",
            RejectReason.SHARE_ABOVE_100,
            "情况",
            "100.5",
            "'100.5' % is above the limit of 100 %",
            "“100.5”% 超过上限 100%"),
        plain(
            "110101,2023Q4,bed,1,张",
            RejectReason.UNKNOWN_STATISTIC,
            "statistic",
            "bed",
            "unknown statistic 'bed'; did you mean 'beds'?",
            "未知统计量“bed”；是否应为“beds”？"),
        plain(
            "110101,2023Q4,beds,1,人",
            RejectReason.UNKNOWN_UNIT,
            "unit",
            "人",
            "unit '人' is unknown or does not fit 'Beds'; fitting are 万张 千张 张",
            "单位“人”未知或不适用于“床位”；可用：万张 千张 张"),
        plain(
            "110101,2023Q4,beds,100000000000,万张",
            RejectReason.VALUE_TOO_LARGE,
            "value",
            "100000000000",
            "'100000000000' 万张 is above the limit of 999999999999.999999 张",
            "“100000000000”万张 超过上限 999999999999.999999张"));
  }

  private static Case visits(
      String row, RejectReason reason, String column, String value, String en, String zh) {
    List<String> lines = List.of("代码,月份,时点,名单,探访", row);
    return second(Sent.visits(), VISITS, lines, reason, column, value, en, zh);
  }

  private static Case items(
      String row, RejectReason reason, String column, String value, String en, String zh) {
    List<String> lines = List.of("代码,事项,情况,文件,印发日期", row);
    return second(Sent.items(), ITEMS, lines, reason, column, value, en, zh);
  }

  private static Case plain(
      String row, RejectReason reason, String column, String value, String en, String zh) {
    List<String> lines = List.of("region_code,period,statistic,value,unit", row);
    return second(Sent.plain(), LONG, lines, reason, column, value, en, zh);
  }

  private static Case second(
      SourceDescription source,
      String path,
      List<String> lines,
      RejectReason reason,
      String column,
      String value,
      String en,
      String zh) {
    return cell(
        reason,
        source,
        lines,
        2,
        column,
        value,
        path + ", record 2, column '" + column + "': " + en,
        path + " 第 2 行“" + column + "”：" + zh);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesFileRecordColumnValueAndWhatWouldBeRight(Case given) {
    assertThat(given.batch().rejects()).isNotEmpty();
    Reject reject = given.batch().rejects().get(0);
    assertThat(reject.message().en()).isEqualTo(given.message().en());
    assertThat(reject.message().zh()).isEqualTo(given.message().zh());
    assertThat(reject.reason()).isEqualTo(given.reason());
    assertThat(reject.row()).isEqualTo(given.row());
    assertThat(reject.column()).isEqualTo(given.column());
    assertThat(reject.value()).isEqualTo(given.value());
  }

  @Test
  void leavesOutNoReasonThatReadingCanGive() {
    Set<RejectReason> covered = cases().map(Case::reason).collect(Collectors.toSet());
    EnumSet<RejectReason> fromOutside =
        EnumSet.of(
            RejectReason.FILE_MISSING,
            RejectReason.FILE_CHANGED,
            RejectReason.FILE_UNREGISTERED,
            RejectReason.FILE_REJECTED_OVER, // GatesTest: decided once a file is read
            RejectReason.FORM_UNFIT, // TemplateCommandTest, this one and the next
            RejectReason.FORM_CHANGED,
            RejectReason.AMBIGUOUS_REGION, // WrittenRegionsTest: the small list has no such names
            RejectReason.MISSING_FIELD, // these four: RegisterTest
            RejectReason.UNKNOWN_CHOICE,
            RejectReason.WRONG_CREDIT_CODE,
            RejectReason.RECORD_CHECK);
    covered.addAll(BadInputs.reasons());

    assertThat(covered).isEqualTo(EnumSet.complementOf(fromOutside));
  }

  @Test
  void saysThatAPeriodHadNotBegunWhenTheFileCame() {
    byte[] content =
        Repository.utf8("region_code,period,statistic,value,unit\n110101,2024-02,beds,1,张\n");
    Batch batch =
        DeliveryReader.read(
            content,
            new Delivery(
                "2024/110000/long.csv",
                "",
                "110000",
                LocalDate.of(2024, 1, 15),
                Slot.parse("long/110000/2024/all"),
                Delivery.Mode.FULL),
            Sent.plain(),
            Sent.CONTEXT);

    assertThat(batch.rejects())
        .extracting(reject -> reject.message().en())
        .containsExactly(
            "2024/110000/long.csv, record 2, column 'period': period 2024-02 had not begun when"
                + " the file was received on 2024-01-15");
    assertThat(batch.rejects())
        .extracting(reject -> reject.message().zh())
        .containsExactly("2024/110000/long.csv 第 2 行“period”：时期 2024-02 晚于收到日期 2024-01-15");
  }
}
