package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rows of workbooks become, in both formats. */
class WorkbookTest {
  enum Format {
    XLSX,
    XLS;

    byte[] write(Consumer<Workbook> filled) {
      return this == XLSX ? Books.xlsx(filled) : Books.xls(filled);
    }
  }

  private static List<String> lines(Batch batch) {
    return batch.observations().stream().map(Sent::line).toList();
  }

  private static List<RejectReason> reasons(Batch batch) {
    return batch.rejects().stream().map(Reject::reason).toList();
  }

  private static SourceDescription civil(String from, String to) {
    return Sent.description(SmallAssessment.changed(SmallAssessment.CIVIL, from, to, 1));
  }

  @ParameterizedTest
  @EnumSource
  void giveWhatTheSameTableGivesAsText(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Books.row(sheet, 3, 110101, "东区", 100, 60, 30);
              Books.row(sheet, 5, "110121", "东县", "1,300", "", 50.5);
              Books.row(sheet, 6, "110201", "西一区", "…", "—", 0);
              Books.row(sheet, 7, "", "合计", 1400, 60, 80.5);
            });

    Batch batch = Sent.read(Sent.civil(), content);

    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023Q4 100 张 @3",
            "110101 nursing_beds 2023Q4 60 张 @3",
            "110101 funds 2023 30 万元 @3",
            "110121 beds 2023Q4 1300 张 @5",
            "110121 nursing_beds 2023Q4 missing 张 @5",
            "110121 funds 2023 50.5 万元 @5",
            "110201 beds 2023Q4 too_small 张 @6",
            "110201 nursing_beds 2023Q4 not_applicable 张 @6",
            "110201 funds 2023 0 万元 @6");
    assertThat(batch.observations().get(3).origin())
        .isEqualTo(new Origin("2023Q4/110000/civil.csv", "表一", 5, "床位数"));
    assertThat(batch.rejects()).isEmpty();
    // By hand: title, header and total set aside; row 4 is not in the file.
    assertThat(batch.account()).isEqualTo(new Account(6, 3, 0, 3));
  }

  @ParameterizedTest
  @EnumSource
  void giveNumbersToFifteenDigitsAsTheyWereTyped(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Books.row(sheet, 3, "110101", "东区", 1e11, 1e10, Math.nextUp(67.9));
              Books.row(sheet, 4, "110121", "东县", 0.1 + 0.2, 0.3, Math.nextDown(16.1));
            });

    assertThat(lines(Sent.read(Sent.civil(), content)))
        .containsExactly(
            "110101 beds 2023Q4 100000000000 张 @3",
            "110101 nursing_beds 2023Q4 10000000000 张 @3",
            "110101 funds 2023 67.9 万元 @3",
            "110121 beds 2023Q4 0.3 张 @4",
            "110121 nursing_beds 2023Q4 0.3 张 @4",
            "110121 funds 2023 16.1 万元 @4");
  }

  @ParameterizedTest
  @EnumSource
  void giveTheSavedResultsOfFormulas(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Row row = Books.row(sheet, 3, "110101", "东区", 100, 60);
              row.createCell(4).setCellFormula("C3/4");
              Row text = Books.row(sheet, 4, "", "东县", 10, 5, 1);
              text.createCell(0).setCellFormula("\"1101\"&\"21\"");
              workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    Batch batch = Sent.read(Sent.civil(), content);
    assertThat(batch.rejects()).isEmpty();
    assertThat(lines(batch)).contains("110101 funds 2023 25 万元 @3", "110121 funds 2023 1 万元 @4");
  }

  @ParameterizedTest
  @EnumSource
  void refuseCellsThatShowAnError(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Row row = Books.row(sheet, 3, "110101", "东区", 100, 60);
              row.createCell(4).setCellErrorValue(FormulaError.DIV0.getCode());
              Row divided = Books.row(sheet, 4, "110121", "东县", 10, 5);
              divided.createCell(4).setCellFormula("1/0");
              Row truth = Books.row(sheet, 5, "110201", "西一区", 10, 5);
              truth.createCell(4).setCellValue(true);
              workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    Batch batch = Sent.read(Sent.civil(), content);

    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason, Reject::value)
        .containsExactly(
            tuple(3L, "资金", RejectReason.CELL_ERROR, "#DIV/0!"),
            tuple(4L, "资金", RejectReason.CELL_ERROR, "#DIV/0!"),
            tuple(5L, "资金", RejectReason.NOT_A_NUMBER, "TRUE"));
    assertThat(batch.rejects().get(0).message().en())
        .isEqualTo(
            "2023Q4/110000/civil.csv!表一, record 3, column '资金': the cell shows the error"
                + " '#DIV/0!'; please mend it in the workbook and send it again");
    assertThat(batch.account()).isEqualTo(new Account(5, 0, 3, 2));
  }

  @ParameterizedTest
  @EnumSource
  void takeAnErrorForWhatTheSourceSaysItMeans(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Row row = Books.row(Books.civil(workbook, "表一"), 3, "110101", "东区", 100, 60);
              row.createCell(4).setCellErrorValue(FormulaError.NA.getCode());
            });

    assertThat(
            lines(Sent.read(civil("\"—\": not_applicable", "\"#N/A\": not_applicable"), content)))
        .contains("110101 funds 2023 not_applicable 万元 @3");
  }

  @ParameterizedTest
  @EnumSource
  void giveDaysAndMonthsByTheFormatOfTheCell(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              CellStyle day = workbook.createCellStyle();
              day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
              CellStyle month = workbook.createCellStyle();
              month.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
              Sheet sheet = workbook.createSheet("表");
              Books.row(sheet, 1, "代码", "月份", "时点", "名单", "探访");
              // 45200 is 2023-10-01, 45229 is 2023-10-30.
              Row row = Books.row(sheet, 2, "110101", 45200, 45229, 50, 40);
              row.getCell(1).setCellStyle(month);
              row.getCell(2).setCellStyle(day);
            });

    Batch batch = Sent.read(Sent.visits(), content);
    assertThat(batch.rejects()).isEmpty();
    assertThat(lines(batch))
        .containsExactly("110101 listed 2023-10 50 人 @2", "110101 visited 2023-10 40 人 @2");
    assertThat(batch.observations().get(0).referenceDate()).hasToString("2023-10-30");
  }

  @ParameterizedTest
  @EnumSource
  void haveHeadersOverTwoRowsWithMergedCells(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = workbook.createSheet("表一");
              Books.row(sheet, 1, "养老服务情况表");
              Books.row(sheet, 2, "代码", "地区", "养老机构床位（张）", "", "资金");
              Books.row(sheet, 3, "", "", "小计", "其中：护理型", "");
              for (int column : new int[] {0, 1, 4}) {
                sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
              }
              sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
              Books.row(sheet, 4, "110101", "东区", 100, 60, 30);
            });
    String text =
        SmallAssessment.changed(
            SmallAssessment.CIVIL, "header_row: 2", "header: {holds: [代码, 资金], rows: 2}", 1);
    text = SmallAssessment.changed(text, "header: [床位数, 床位]", "header: [养老机构床位（张）/小计]", 1);
    text = SmallAssessment.changed(text, "header: [护理型]", "header: [其中:护理型]", 1);

    Batch batch = Sent.read(Sent.description(text), content);

    assertThat(batch.rejects()).isEmpty();
    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023Q4 100 张 @4",
            "110101 nursing_beds 2023Q4 60 张 @4",
            "110101 funds 2023 30 万元 @4");
    assertThat(batch.account()).isEqualTo(new Account(4, 1, 0, 3));
  }

  /** A merged code stands for all its rows; a merged figure for none, since nothing tells which. */
  @ParameterizedTest
  @EnumSource
  void fillMergedLabelsDownButNeverFigures(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = workbook.createSheet("表一");
              Books.row(sheet, 1, "代码", "地区", "指标", "2023-10", "2023-11");
              Books.row(sheet, 2, "110101", "东区", "床位", 100, 101);
              Books.row(sheet, 3, "", "", "护理", 60, 61);
              Books.row(sheet, 4, "110121", "东县", "床位", 7, 9);
              Books.row(sheet, 5, "", "", "护理", 5, "");
              Books.row(sheet, 6, "110201", "西一区", "床位", 3, "");
              Books.row(sheet, 7, "110202", "西二区", "床位", 4, 4);
              for (int row : new int[] {1, 3}) {
                for (int column : new int[] {0, 1}) {
                  sheet.addMergedRegion(new CellRangeAddress(row, row + 1, column, column));
                }
              }
              sheet.addMergedRegion(new CellRangeAddress(3, 4, 4, 4)); // 9 beds or carers
              sheet.addMergedRegion(new CellRangeAddress(5, 5, 3, 4)); // 3 in October or November
            });
    Batch batch =
        Sent.read(
            Sent.description(
                """
                id: cross
                name: {zh: 交叉表, en: Cross table}
                data: synthetic
                layout: cross
                sheets: first
                region: {code: 代码, name: 地区}
                statistic: {column: 指标, names: {床位: beds, 护理: nursing_beds}}
                """),
            content);

    assertThat(lines(batch))
        .containsExactly(
            "110101 beds 2023-10 100 张 @2",
            "110101 beds 2023-11 101 张 @2",
            "110101 nursing_beds 2023-10 60 张 @3",
            "110101 nursing_beds 2023-11 61 张 @3",
            "110202 beds 2023-10 4 张 @7",
            "110202 beds 2023-11 4 张 @7");
    assertThat(batch.rejects())
        .extracting(reject -> reject.row() + " " + reject.column() + " " + reject.reason())
        .containsExactly(
            "4 2023-11 MERGED_FIGURE", "5 2023-11 MERGED_FIGURE", "6 2023-10 MERGED_FIGURE");
    assertThat(batch.account()).isEqualTo(new Account(7, 3, 3, 1));
  }

  @ParameterizedTest
  @EnumSource
  void areReadWhereHiddenAndThatIsSaid(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet old = Books.civil(workbook, "旧表");
              Books.row(old, 3, "110101", "东区", 1, 1, 1);
              Sheet sheet = Books.civil(workbook, "表一");
              Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
              Books.row(sheet, 4, "110121", "东县", 300, 140, 50).setZeroHeight(true);
              workbook.createSheet("空表");
              workbook.setActiveSheet(1);
              workbook.setSheetHidden(0, true);
            });

    Batch batch = Sent.read(Sent.civil(), content);

    assertThat(lines(batch)).hasSize(6).contains("110121 beds 2023Q4 300 张 @4");
    assertThat(batch.rejects())
        .extracting(Reject::sheet, Reject::row, Reject::reason)
        .containsExactly(
            tuple("旧表", 0L, RejectReason.NOT_READ),
            tuple("旧表", 0L, RejectReason.HIDDEN_SHEET),
            tuple("表一", 4L, RejectReason.HIDDEN_ROWS));
    assertThat(batch.rejects()).allMatch(reject -> reject.reason().isRemark());
    assertThat(batch.account()).isEqualTo(new Account(4, 2, 0, 2));
  }

  @ParameterizedTest
  @EnumSource
  void tellNotWhoWroteBesideTheirCells(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
              Books.note(sheet, 3, 2, "王五：\n含民办机构");
              sheet.getCellComment(new CellAddress(2, 2)).setAuthor("王五");
            });

    assertThat(Sent.read(Sent.civil(), content).rejects())
        .extracting(Reject::reason, Reject::value)
        .containsExactly(tuple(RejectReason.CELL_NOTE, "含民办机构"));
  }

  @Test
  void areLookedThroughAsFarAsTheyCanBeRead() {
    byte[] content =
        Books.changed("xl/worksheets/sheet1.xml", "</sheetData>", "<row r=\"x\"></row></c>");
    byte[] personal = Books.changed("xl/sharedStrings.xml", "<t>东区</t>", "<t>李四 13800138000</t>");
    Map<String, byte[]> files = Books.unzip(content);
    files.put("xl/sharedStrings.xml", Books.unzip(personal).get("xl/sharedStrings.xml"));

    assertThat(Sent.read(Sent.civil(), Books.zip(files)).rejects())
        .extracting(Reject::reason)
        .containsExactlyInAnyOrder(RejectReason.FILE_UNREADABLE, RejectReason.PERSONAL_DATA);
  }

  /** So that no copy is kept; what the other sheet says counts. */
  @ParameterizedTest
  @EnumSource
  void areLookedThroughWhereTheyAreNotRead(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Books.row(Books.civil(workbook, "表一"), 3, "110101", "东区", 100, 60, 30);
              Books.row(workbook.createSheet("通讯录"), 2, "李四", "138 0013 8000");
            });

    Batch batch = Sent.read(Sent.civil(), content);

    assertThat(batch.observations()).isNotEmpty();
    assertThat(batch.rejects())
        .extracting(Reject::sheet, Reject::reason)
        .containsExactly(tuple("通讯录", RejectReason.PERSONAL_DATA));
    assertThat(batch.toString()).doesNotContain("0013");
  }

  @ParameterizedTest
  @EnumSource
  void tellWhatIsWrittenBesideTheirCells(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
              Books.row(sheet, 4, "110121", "东县", 300, 140, 50);
              Books.note(sheet, 4, 3, "李四：\n身份证 11010519491231002X");
              Books.note(sheet, 3, 2, "王五：\n含民办机构");
              Books.note(sheet, 9, 27, "长".repeat(201));
              Books.note(sheet, 1, 0, "13800138000");
            });

    Batch batch = Sent.read(Sent.civil(), content);

    assertThat(lines(batch)).hasSize(3).contains("110101 beds 2023Q4 100 张 @3");
    assertThat(batch.account()).isEqualTo(new Account(4, 1, 1, 2));
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason, Reject::value)
        .containsExactlyInAnyOrder(
            tuple(1L, "A1", RejectReason.PERSONAL_DATA, ""),
            tuple(3L, "C3", RejectReason.CELL_NOTE, "王五： 含民办机构"),
            tuple(4L, "护理型", RejectReason.PERSONAL_DATA, ""),
            tuple(9L, "AB9", RejectReason.CELL_NOTE, "长".repeat(200) + "…"));
    assertThat(batch.rejects())
        .extracting(reject -> reject.message().en())
        .anyMatch(said -> said.endsWith("note of 201 letters: '" + "长".repeat(200) + "…'"))
        .anyMatch(said -> said.contains("the note beside cell D4 seems to hold an identity"))
        .noneMatch(said -> said.contains("13800138000") || said.contains("11010519491231002X"));
  }

  @Test
  void tellAHundredNotesOfASheetAndHowManyMoreThereAre() {
    Batch batch =
        Sent.read(
            Sent.civil(),
            Books.xlsx(
                workbook -> {
                  Sheet sheet = Books.civil(workbook, "表一");
                  Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
                  for (int row = 1; row <= 103; row++) {
                    Books.note(sheet, row, 0, "注" + row);
                  }
                }));

    assertThat(batch.rejects()).hasSize(101).allMatch(one -> one.reason().isRemark());
    assertThat(batch.rejects().get(100).message().en())
        .endsWith("record 101, column 'A101': 3 more notes from here on are not listed one by one");
  }

  @ParameterizedTest
  @EnumSource
  void giveAllSheetsOrThoseThatAreNamed(Format format) {
    byte[] content =
        format.write(
            workbook -> {
              Books.row(Books.civil(workbook, "东区 2023"), 3, "110101", "东区", 100, 60, 30);
              Books.row(Books.civil(workbook, "东县 2023"), 3, "110121", "东县", 300, 140, 50);
              Books.row(workbook.createSheet("说明"), 1, "填报说明");
            });
    String sheets = "layout: wide";

    Batch first = Sent.read(Sent.civil(), content);
    assertThat(lines(first)).hasSize(3).allMatch(line -> line.startsWith("110101"));
    assertThat(reasons(first)).containsExactly(RejectReason.NOT_READ, RejectReason.NOT_READ);

    Batch named = Sent.read(civil(sheets, sheets + "\nsheets: [\"*2023\"]"), content);
    assertThat(lines(named)).hasSize(6);
    assertThat(reasons(named)).containsExactly(RejectReason.NOT_READ);
    assertThat(named.account()).isEqualTo(new Account(6, 2, 0, 4));

    Batch all = Sent.read(civil(sheets, sheets + "\nsheets: all"), content);
    assertThat(lines(all)).hasSize(6);
    assertThat(reasons(all)).containsExactly(RejectReason.FILE_NO_ROWS);
    assertThat(all.account()).isEqualTo(new Account(7, 2, 1, 4));

    Batch none = Sent.read(civil(sheets, sheets + "\nsheets: [表九]"), content);
    assertThat(reasons(none)).contains(RejectReason.SHEET_MISSING);
    assertThat(none.account()).isEqualTo(Account.NONE);
  }

  /** Two sheets of a file that contradict each other are held like two rows. */
  @Test
  void takeNeitherOfTwoSheetsThatContradictEachOther() {
    byte[] content =
        Books.xlsx(
            workbook -> {
              Books.row(Books.civil(workbook, "甲"), 3, "110101", "东区", 100, 60, 30);
              Books.row(Books.civil(workbook, "乙"), 3, "110101", "东区", 101, 60, 30);
            });

    Batch batch = Sent.read(civil("layout: wide", "layout: wide\nsheets: all"), content);
    assertThat(reasons(batch)).containsOnly(RejectReason.DUPLICATE_CONFLICT).hasSize(2);
    assertThat(batch.rejects().get(0).message().en()).contains("record 甲 3 says the same thing");
    assertThat(batch.observations()).isEmpty();
  }

  @Test
  void lieInContainersAmongTextsEachReadByItself() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("东区.xlsx", Books.good());
    files.put(
        "东县.csv", Repository.utf8(String.join("\n", Sent.civilLines("110121,东县,300,140,50"))));
    files.put("__MACOSX/._东县.csv", new byte[] {0, 5, 22, 7});
    files.put("扫描件.pdf", Repository.utf8("%PDF-1.7 ..."));

    Batch batch = Sent.read(Sent.civil(), Books.zip(files));

    assertThat(batch.observations())
        .extracting(one -> one.origin().sheet())
        .containsOnly("东区.xlsx!表一", "东县.csv");
    assertThat(lines(batch)).hasSize(6);
    assertThat(batch.rejects())
        .extracting(Reject::sheet, Reject::reason)
        .containsExactly(
            tuple("__MACOSX/._东县.csv", RejectReason.NOT_READ),
            tuple("扫描件.pdf", RejectReason.FILE_KIND));
    assertThat(batch.account()).isEqualTo(new Account(6, 2, 0, 4));
  }

  @Test
  void inStrictOoxmlReadLikeOthers() {
    Map<String, byte[]> files = Books.unzip(Books.good());
    files.replaceAll(
        (name, content) ->
            name.endsWith(".xml") || name.endsWith(".rels")
                ? Repository.utf8(
                    new String(content, java.nio.charset.StandardCharsets.UTF_8)
                        .replace(
                            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                            "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                            "http://purl.oclc.org/ooxml/officeDocument/relationships"))
                : content);
    assertThat(lines(Sent.read(Sent.civil(), Books.zip(files)))).hasSize(3);
  }

  @Test
  void withMacrosGiveTheirSavedValuesAndThatIsSaid() {
    Batch batch = Sent.read(Sent.civil(), Books.with("xl/vbaProject.bin", "x"));
    assertThat(lines(batch)).hasSize(3);
    assertThat(reasons(batch)).containsExactly(RejectReason.ACTIVE_CONTENT);
  }

  @Test
  void saySoWhereAFormulaWasNeverCalculated() {
    Batch batch =
        Sent.read(
            Sent.civil(), Books.changed("xl/worksheets/sheet1.xml", "<v>100.0</v>", "<f>1+1</f>"));
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::reason)
        .containsExactly(tuple(3L, "床位数", RejectReason.FORMULA_NOT_CALCULATED));
  }
}
