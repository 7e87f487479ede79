package io.silvergauge.reports.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.PageTemplates;
import io.silvergauge.reports.html.PaperReports;
import io.silvergauge.reports.html.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.w3c.dom.Element;

class WordReportsTest {
  private static final RegionEvaluation CITY = Samples.city();
  private static final WordReports REPORTS = new WordReports(Styling.SHIPPED);

  private static XWPFDocument city(Language language) throws IOException {
    return read(REPORTS.city(Samples.evaluation(), CITY, language));
  }

  private static XWPFDocument read(byte[] document) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(document));
  }

  /** What the page gains stands here too: nothing lists its parts a second time. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void holdsEveryHeadingAndEveryCellOfThePage(Language language) throws IOException {
    Element page =
        new PaperReports(PageTemplates.SHIPPED)
            .city(Samples.evaluation(), CITY, language)
            .parsed()
            .getDocumentElement();
    try (XWPFDocument document = city(language)) {
      assertThat(texts(document, "Heading1")).isEqualTo(texts(page, "h2"));
      assertThat(texts(document, "Heading2")).isEqualTo(texts(page, "h3"));
      List<String> cells = new ArrayList<>();
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          row.getTableCells().forEach(cell -> cells.add(bare(cell.getText())));
        }
      }
      List<String> wanted = new ArrayList<>();
      Xml.all(page, "table").stream()
          .filter(table -> !Xml.children(table, "thead").isEmpty())
          .flatMap(table -> Xml.all(table, "tr").stream())
          .flatMap(row -> Xml.children(row, "th", "td").stream())
          .forEach(cell -> wanted.add(bare(cell.getTextContent())));
      assertThat(wanted).hasSizeGreaterThan(50);
      assertThat(cells).containsAll(wanted);
    }
  }

  private static List<String> texts(XWPFDocument document, String style) {
    return document.getParagraphs().stream()
        .filter(one -> style.equals(one.getStyle()))
        .map(one -> bare(one.getText()))
        .toList();
  }

  private static List<String> texts(Element page, String name) {
    return Xml.all(page, name).stream().map(one -> bare(one.getTextContent())).toList();
  }

  /** Without spaces, and without the marks by which verdicts are told apart. */
  private static String bare(String text) {
    return text.replaceAll("[\\s✓×○?–]", "");
  }

  @Test
  void hasTheLayoutOfChineseOffices() throws IOException {
    try (XWPFDocument document = city(Language.ZH)) {
      var page = document.getDocument().getBody().getSectPr();
      // GB/T 9704: A4 with margins of 37, 28, 35 and 26 mm; 1 mm is 1440 / 25.4 twentieths.
      assertThat(page.getPgSz().getW().toString()).isEqualTo("11906");
      assertThat(page.getPgMar().getTop().toString()).isEqualTo("2098");
      assertThat(page.getPgMar().getLeft().toString()).isEqualTo("1587");
      XWPFStyle body = document.getStyles().getStyleWithName("Body Text");
      assertThat(body.getCTStyle().getRPr().getSzArray(0).getVal().toString()).isEqualTo("32");
      assertThat(
              document
                  .getStyles()
                  .getStyleWithName("heading 1")
                  .getCTStyle()
                  .getRPr()
                  .getRFontsArray(0)
                  .getEastAsia())
          .isEqualTo("黑体");
      var levels = document.getNumbering().getAbstractNums().get(0).getCTAbstractNum().getLvlList();
      assertThat(levels.stream().map(level -> level.getLvlText().getVal()))
          .containsExactly("%1、", "（%2）", "%3.");
    }
  }

  @Test
  void marksEverySheetAsSynthetic() throws IOException {
    try (XWPFDocument document = city(Language.ZH)) {
      assertThat(document.getHeaderList().get(0).getText()).contains("甲市评估报告", "含合成数据");
      assertThat(document.getFooterList().get(0).getText()).contains("方案版本：2023");
    }
  }

  @Test
  void repeatsHeadsAndTearsNoRow() throws IOException {
    try (XWPFDocument document = city(Language.EN)) {
      List<XWPFTable> tables =
          document.getTables().stream()
              .filter(table -> "SilverGaugeTable".equals(table.getStyleID()))
              .toList();
      assertThat(tables).hasSizeGreaterThan(4);
      for (XWPFTable table : tables) {
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
      }
    }
  }

  /** 77.3 and 70.125 as in the model; the third city has no score, and the document says why. */
  @Test
  void chartsCanBeEditedAndLeaveGaps() throws IOException, OpenXML4JException {
    try (XWPFDocument document =
        read(REPORTS.comparison(Samples.evaluation(), List.of(), Language.ZH))) {
      XWPFChart bars = document.getCharts().get(0);
      XSSFSheet sheet = bars.getWorkbook().getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("1 甲市");
      assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(77.3);
      assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(70.125);
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("丙区");
      assertThat(sheet.getRow(3).getCell(1)).isNull();
      assertThat(texts(document, "SilverGaugeSmall")).anyMatch(text -> text.startsWith("丙区:"));
    }
  }

  @ParameterizedTest
  @CsvSource({"<w:p>&amp;", "=HYPERLINK(\"http://x\")", "甲\u202E乙", "INCLUDETEXT \"/etc/passwd\""})
  void hostileTextsStayTexts(String hostile) throws IOException, OpenXML4JException {
    Evaluation evaluation = Samples.written(Samples.evaluation(), hostile);
    RegionEvaluation city = Samples.written(CITY, hostile);
    try (XWPFDocument document = read(REPORTS.city(evaluation, city, Language.EN))) {
      String shown = hostile.replace('\u202E', '\uFFFD');
      assertThat(document.getParagraphs()).anyMatch(one -> one.getText().contains(shown));
      for (PackagePart part : document.getPackage().getParts()) {
        if (!part.isRelationshipPart()) {
          part.getRelationships()
              .forEach(one -> assertThat(one.getTargetMode()).isEqualTo(TargetMode.INTERNAL));
        }
        if (part.getContentType().endsWith("xml")
            && !part.getPartName().getName().startsWith("/docProps/")) {
          assertThat(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
              .as(part.getPartName().getName())
              .doesNotContain("\u202E");
        }
      }
      assertThat(document.getDocument().xmlText().split("<w:instrText[^>]*>", -1))
          .allMatch(
              part ->
                  part.startsWith("<")
                      || part.strip().startsWith("TOC ")
                      || part.startsWith("PAGEREF _Toc"));
    }
  }

  @Test
  void givesTheSameBytesAgain() {
    assertThat(REPORTS.comparison(Samples.evaluation(), List.of(), Language.ZH))
        .isEqualTo(REPORTS.comparison(Samples.evaluation(), List.of(), Language.ZH));
  }

  @Test
  void takesStylesAndHeadersFromAnAgencysTemplate() throws IOException {
    WordReports reports =
        new WordReports(new Styling(WordTemplate.of(template()), PageTemplates.SHIPPED));
    try (XWPFDocument document = read(reports.city(Samples.evaluation(), CITY, Language.ZH))) {
      assertThat(texts(document, "AgencyHeading")).startsWith("总体情况");
      assertThat(
              document
                  .getStyles()
                  .getStyle("AgencyHeading")
                  .getCTStyle()
                  .getRPr()
                  .getSzArray(0)
                  .getVal()
                  .toString())
          .isEqualTo("50");
      assertThat(document.getHeaderList().get(0).getText()).contains("某市民政局", "含合成数据");
      assertThat(document.getParagraphs()).noneMatch(one -> one.getText().contains("在此填写"));
    }
  }

  private static byte[] template() throws IOException {
    try (XWPFDocument template = new XWPFDocument()) {
      CTStyle heading = CTStyle.Factory.newInstance();
      heading.setStyleId("AgencyHeading");
      heading.addNewName().setVal("heading 1");
      heading.setType(STStyleType.PARAGRAPH);
      heading.addNewRPr().addNewSz().setVal(java.math.BigInteger.valueOf(50));
      template.createStyles().addStyle(new XWPFStyle(heading));
      template
          .createHeader(HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("某市民政局");
      XWPFParagraph hint = template.createParagraph();
      hint.createRun().setText("在此填写");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      template.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void refusesATemplateThatIsNoWordDocument() {
    assertThatThrownBy(() -> WordTemplate.of("no".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it is no Word document (.docx)");
  }

  @ParameterizedTest
  @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "34, 三十四"})
  void countsAsHeadingsAreNumbered(int number, String counted) {
    assertThat(HeadingNumbers.counted(number)).isEqualTo(counted);
  }
}
