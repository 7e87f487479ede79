package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.pdf.PdfReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReportsTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  private static byte[] city(RegionEvaluation region, Language language) {
    return new PdfReports().city(Sample.evaluation(Sample.BOTH), region, language);
  }

  private static String text(PDDocument document, int from, int to) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return stripper.getText(document);
  }

  /** Without the line breaks of the page, so that a sentence can be found as a reader would. */
  private static String running(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return text(document, 1, document.getNumberOfPages()).replaceAll("\\s+", "");
    }
  }

  @Test
  void chineseSentencesCanBeCopiedAndSearched() throws IOException {
    assertThat(running(city(REGION, Language.ZH)))
        .contains("甲市评估报告")
        .contains("合成数据，仅供测试。")
        .contains("因缺少数据无法计算的目标有1项：人均用地。")
        .doesNotContainPattern("[\\u2E80-\\u2FDF]"); // radicals that look like the words
  }

  @Test
  void figuresOfTheScreenStandOnPaperToo() throws IOException {
    String screen = Pages.city(Sample.BOTH, REGION, Language.EN).text();
    String paper = running(city(REGION, Language.EN));
    for (String figure :
        List.of("52.02 %", "20,090", "38,619", "82.26", "77.30", "33.33", "66.67 %")) {
      assertThat(screen.replace('\u00a0', ' ')).contains(figure);
      assertThat(paper).contains(figure.replace(" ", ""));
    }
  }

  @Test
  void fontsAreEmbeddedAsFarAsTheyAreUsed() throws IOException {
    try (PDDocument document = Loader.loadPDF(city(REGION, Language.ZH))) {
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        collect(page.getResources(), fonts);
      }
      assertThat(fonts).isNotEmpty();
      assertThat(fonts)
          .allSatisfy(
              font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)");
              });
    }
  }

  private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form) {
        collect(form.getResources(), fonts);
      }
    }
  }

  @Test
  void bookmarksLeadToEachIndicator() throws IOException {
    try (PDDocument document = Loader.loadPDF(city(REGION, Language.ZH))) {
      List<String> titles = new ArrayList<>();
      collect(document.getDocumentCatalog().getDocumentOutline(), document, titles);
      assertThat(titles)
          .containsExactly(
              "总体情况", "分维度结果", "指标结果", "服务体系", "护理型床位占比", "各县有医院", "要素支持", "设立专项经费", "人均用地",
              "问题与整改", "数据质量", "评估方法");
    }
  }

  private static void collect(PDOutlineNode node, PDDocument document, List<String> titles)
      throws IOException {
    for (PDOutlineItem item : node.children()) {
      titles.add(item.getTitle());
      assertThat(item.findDestinationPage(document)).as(item.getTitle()).isNotNull();
      collect(item, document, titles);
    }
  }

  @Test
  void tablesRepeatTheirHeadsOnEveryPage() throws IOException {
    List<UnitResult> units =
        IntStream.range(0, 150)
            .mapToObj(i -> Sample.unit("41%04d".formatted(i), "县" + i, "1", "1", "2", null))
            .toList();
    IndicatorResult beds = Sample.amount(Sample.BEDS, "%", "50", "150", "300", List.of(), units);
    try (PDDocument document =
        Loader.loadPDF(city(Sample.region(Sample.CITY, List.of(beds)), Language.ZH))) {
      int pages = 0;
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        String text = text(document, page, page);
        if (text.lines().anyMatch(line -> line.matches("县\\d+ 41\\d{4} .*"))) {
          pages++;
          assertThat(text).containsPattern("单位 +代码 +数值 +分子 +分母");
        }
      }
      assertThat(pages).isGreaterThan(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageSaysThatDataIsSynthetic(Language language) throws IOException {
    try (PDDocument document = Loader.loadPDF(city(REGION, language))) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        assertThat(text(document, page, page))
            .contains(language == Language.ZH ? "含合成数据" : "Contains synthetic data")
            .contains(page + " / " + document.getNumberOfPages());
      }
    }
  }

  @Test
  void sameEvaluationGivesTheSameBytesInAnyThread() {
    byte[] first = city(REGION, Language.ZH);
    assertThat(IntStream.range(0, 6).parallel().mapToObj(i -> city(REGION, Language.ZH)).toList())
        .allSatisfy(again -> assertThat(again).isEqualTo(first));
  }

  private static byte[] metadata(PDDocument document) throws IOException {
    return document.getDocumentCatalog().getMetadata().toByteArray();
  }

  /** Who listens to a chart hears its figures, to a link its words; nothing is silent. */
  @Test
  void chartsAndLinksAreToldInWords() throws IOException {
    try (PDDocument document = Loader.loadPDF(city(REGION, Language.EN))) {
      List<String> told = new ArrayList<>();
      collect(document.getDocumentCatalog().getStructureTreeRoot(), told);
      assertThat(told)
          .contains(
              "Nursing beds: 52.02\u00a0%; Hospital in each county: 66.67\u00a0%", "Data quality")
          .doesNotContain("");
    }
  }

  private static void collect(PDStructureNode node, List<String> told) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getAlternateDescription() != null) {
          told.add(element.getAlternateDescription());
        }
        collect(element, told);
      }
    }
  }

  @Test
  void isDatedByTheEvaluationNotByTheClock() throws IOException {
    try (PDDocument document = Loader.loadPDF(city(REGION, Language.EN))) {
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2024-01-31T00:00:00Z");
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Jia: evaluation report");
      assertThat(new String(metadata(document), StandardCharsets.UTF_8))
          .contains("<xmp:CreateDate>2024-01-31T00:00:00Z</xmp:CreateDate>")
          .contains("<dc:language><rdf:Bag><rdf:li>en</rdf:li>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title><object type=\"x\">]]>&amp;&nbsp;",
        "甲\u202E乙\u0000丙\uFFFE\uD800",
        "=cmd|' /C calc'!A0",
        "../../etc/passwd"
      })
  void hostileNamesComeOutInert(String hostile) throws IOException {
    byte[] pdf = city(Sample.region(Bilingual.same(hostile), Sample.results()), Language.ZH);
    String shown = io.silvergauge.reports.text.Inert.shown(hostile).replaceAll("[\\s\uFFFD]", "");
    assertThat(running(pdf).replaceAll("[\uFFFD#]", "")).contains(shown + "评估报告");
  }

  @Test
  void comparisonListsAllCities() throws IOException {
    byte[] pdf =
        new PdfReports().comparison(Sample.evaluation(Sample.BOTH), List.of(), Language.ZH);
    assertThat(running(pdf)).contains("甲市", "乙市", "丙区");
  }
}
