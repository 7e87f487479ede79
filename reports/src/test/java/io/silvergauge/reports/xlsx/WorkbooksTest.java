package io.silvergauge.reports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbooksTest {
  private static final RegionEvaluation CITY = Samples.city();
  private static final int FIRST = BookWriter.HEADS + 1;

  private static XSSFWorkbook book(Evaluation evaluation, RegionEvaluation city, Language language)
      throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(Workbooks.of(evaluation, List.of(city), language)));
  }

  private static XSSFWorkbook book(Language language) throws IOException {
    return book(Samples.evaluation(), CITY, language);
  }

  @Test
  void hasASheetForEachTable() throws IOException {
    try (XSSFWorkbook zh = book(Language.ZH);
        XSSFWorkbook en = book(Language.EN)) {
      assertThat(names(zh))
          .containsExactly(
              "概览", "水平得分矩阵", "得分", "指标值", "达标判断", "县区", "问题清单", "数据质量", "数据检查", "拒收记录", "指标口径",
              "评估方法");
      assertThat(names(en))
          .containsExactly(
              "Overview",
              "Standing matrix",
              "Scores",
              "Outcomes",
              "Judgements",
              "Counties",
              "Findings",
              "Data quality",
              "Checks",
              "Refused",
              "Indicators",
              "Methods");
    }
  }

  private static List<String> names(XSSFWorkbook book) {
    return StreamSupport.stream(book.spliterator(), false).map(Sheet::getSheetName).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySheetSaysWhatItIsFreezesItsHeadsAndFilters(Language language) throws IOException {
    try (XSSFWorkbook book = book(language)) {
      for (Sheet one : book) {
        XSSFSheet sheet = (XSSFSheet) one;
        assertThat(text(sheet, 0, 0)).startsWith(sheet.getSheetName() + " · ");
        assertThat(text(sheet, 1, 0))
            .contains(language == Language.ZH ? "合成数据，仅供测试。" : "Synthetic data for tests.");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
            .isEqualTo((short) FIRST);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A3:");
        for (Cell head : sheet.getRow(BookWriter.HEADS)) {
          assertThat(head.getStringCellValue()).isNotBlank();
        }
      }
    }
  }

  @Test
  void keepsValuesWholeAndShowsThemAtTheirDecimals() throws IOException {
    try (XSSFWorkbook book = book(Language.ZH)) {
      Sheet outcomes = book.getSheet("指标值");
      assertThat(heads(outcomes))
          .containsSubsequence("指标值", "计分值", "单位", "分子", "分母", "有数据的单位（个）", "覆盖率（%）", "沿用数据（月）");
      Row beds = row(outcomes, "nursing_bed_share", 4);
      assertThat(beds.getCell(5).getNumericCellValue()).isEqualTo(52.021025);
      assertThat(beds.getCell(5).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
      assertThat(beds.getCell(6).getNumericCellValue()).isEqualTo(52.021025);
      assertThat(beds.getCell(7).getStringCellValue()).isEqualTo("%");
      assertThat(beds.getCell(8).getNumericCellValue()).isEqualTo(20090);
      assertThat(beds.getCell(12).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
      assertThat(beds.getCell(13).getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2020, 11, 30));
    }
  }

  @Test
  void saysWhyThereIsNoValueInsteadOfNought() throws IOException {
    try (XSSFWorkbook book = book(Language.EN)) {
      Row land = row(book.getSheet("Outcomes"), "land_per_head", 4);
      assertThat(land.getCell(5).getStringCellValue()).isEqualTo("incomplete");
      assertThat(land.getCell(6).getStringCellValue()).isEqualTo("—");
      assertThat(land.getCell(7).getStringCellValue()).isEqualTo("m² per person");
      assertThat(land.getCell(8).getStringCellValue()).isEqualTo("—");
      assertThat(land.getCell(16).getStringCellValue())
          .isEqualTo("Planned population: 1 of 3 missing");
      Row south = row(book.getSheet("Counties"), "410103", 5);
      assertThat(south.getCell(7).getStringCellValue()).isEqualTo("no usable value");
    }
    try (XSSFWorkbook book = book(Samples.evaluation(), Samples.withheld(), Language.ZH)) {
      Row total = row(book.getSheet("得分"), "total", 6);
      assertThat(total.getCell(7).getStringCellValue()).isEqualTo("没有可用的得分");
    }
  }

  @Test
  void coloursVerdictsAndScoresByConditionsThatFollowTheCells() throws IOException {
    try (XSSFWorkbook book = book(Language.ZH)) {
      assertThat(conditions(book.getSheet("达标判断")))
          .contains("G4=\"已达标\"", "G4=\"未达标\"", "G4=\"无法计算\"");
      // Fifths of 100 marks, the highest first.
      assertThat(conditions(book.getSheet("水平得分矩阵")))
          .contains("AND(ISNUMBER(D4),D4>=80)", "AND(ISNUMBER(D4),D4>=20)");
    }
  }

  private static List<String> conditions(Sheet sheet) {
    List<String> formulas = new ArrayList<>();
    for (int i = 0; i < sheet.getSheetConditionalFormatting().getNumConditionalFormattings(); i++) {
      ConditionalFormatting one =
          sheet.getSheetConditionalFormatting().getConditionalFormattingAt(i);
      IntStream.range(0, one.getNumberOfRules())
          .forEach(rule -> formulas.add(one.getRule(rule).getFormula1()));
    }
    return formulas;
  }

  @Test
  void leavesOutWhatIsNotWorkedOut() throws IOException {
    try (XSSFWorkbook book = book(Samples.standing(), CITY, Language.ZH)) {
      assertThat(heads(book.getSheet("概览")))
          .contains("水平（满分100）")
          .doesNotContain("完成度（满分100）", "计划目标（项）");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "\t=1+1",
        "甲\u0000\u202E乙",
        "&\"x<y>\"&"
      })
  void textNeverBecomesAFormula(String hostile) throws IOException {
    Evaluation evaluation = Samples.written(Samples.evaluation(), hostile);
    RegionEvaluation city = Samples.written(CITY, hostile);
    try (XSSFWorkbook book = book(evaluation, city, Language.ZH)) {
      assertThat(names(book)).hasSize(12);
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING) {
              assertThat(cell.getStringCellValue())
                  .doesNotContainPattern("^\\s*[=+@＝-]|[\u0000\u202E]");
            }
          }
        }
      }
    }
  }

  @Test
  void givesTheSameBytesAgain() {
    byte[] first = Workbooks.of(Samples.evaluation(), List.of(CITY), Language.EN);
    assertThat(Workbooks.of(Samples.evaluation(), List.of(CITY), Language.EN)).isEqualTo(first);
  }

  private static List<String> heads(Sheet sheet) {
    return StreamSupport.stream(sheet.getRow(BookWriter.HEADS).spliterator(), false)
        .map(Cell::getStringCellValue)
        .toList();
  }

  private static String text(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }

  /** The first row with this text in a column. */
  private static Row row(Sheet sheet, String text, int column) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .filter(row -> row.getRowNum() >= FIRST)
        .filter(row -> row.getCell(column).getStringCellValue().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
