package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.reports.chart.Chart;
import io.silvergauge.reports.docx.WordStyles.Style;
import io.silvergauge.reports.html.PaperPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Goes through a page and writes each of its elements as Word has it. Elements that it does not
 * know are gone through, so that what pages gain appears here too.
 */
final class WordWriter {
  /** Attribute of headings that stand in the contents: the bookmark by which they are found. */
  private static final String LISTED = "data-listed";

  private static final double CHART = 118;
  private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;
  private static final double TURNED = 225;
  private static final double TURNED_HEIGHT = 118;
  private static final double UPRIGHT_HEIGHT = 195;

  private final PaperPage page;
  private final Language language;
  private final Element body;
  private final XWPFDocument document;
  private final WordStyles styles;
  private final WordPage sheets;
  private final WordCharts charts;
  private final List<String> anchors = new ArrayList<>();
  private int bookmarks;
  private boolean turned;

  WordWriter(WordTemplate template, PaperPage page, Language language) throws IOException {
    this.page = page;
    this.language = language;
    this.body = Xml.all(page.parsed().getDocumentElement(), "body").get(0);
    this.document = template.document();
    this.styles = new WordStyles(document, language);
    this.sheets = new WordPage(document, template);
    this.charts = new WordCharts(document);
  }

  static String bookmark(String anchor) {
    return "sg_" + anchor;
  }

  byte[] bytes() throws IOException {
    margins();
    blocks(body);
    if (turned) {
      sheets.turn(true);
    }
    properties();
    document.enforceUpdateFields();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream parts = new ZipArchiveOutputStream(out)) {
      parts.setLevel(Deflater.NO_COMPRESSION); // it is packed again
      document.write(parts);
    }
    document.getPackage().revert(); // to close it would write it once more
    return out.toByteArray();
  }

  private void properties() {
    Optional<Date> asOf =
        Optional.of(Date.from(page.asOf().atStartOfDay(ZoneOffset.UTC).toInstant()));
    POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
    core.setCreator("SilverGauge");
    core.setTitle(text(body, "h1"));
    core.setCreated(asOf);
    core.setModified(asOf);
  }

  /** Head and foot of the page for paper become those of the document. */
  private void margins() {
    for (Element part : Xml.children(body, "div")) {
      List<Element> cells = Xml.all(part, "td");
      if (Inline.classes(part).contains("running-head")) {
        sheets.head(styles, clean(cells.get(0)), clean(cells.get(1)));
      } else if (Inline.classes(part).contains("running-foot")) {
        sheets.foot(styles, clean(cells.get(0)));
      }
    }
  }

  private static String text(Element within, String name) {
    return Xml.all(within, name).stream().findFirst().map(WordWriter::clean).orElse("");
  }

  private static String clean(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private void blocks(Element parent) throws IOException {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        block(element);
      } else if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
        new Inline(paragraph(Style.BODY)).text(node.getNodeValue().strip(), false);
      }
    }
  }

  private void block(Element element) throws IOException {
    List<String> classes = Inline.classes(element);
    if (classes.contains("running-head") || classes.contains("running-foot")) {
      return;
    }
    if (!element.getAttribute("id").isEmpty()) {
      anchors.add(element.getAttribute("id"));
    }
    switch (element.getTagName()) {
      case "h1" -> inline(element, Style.TITLE);
      case "h2" -> heading(element, Style.HEADING_1);
      case "h3" -> heading(element, Style.HEADING_2);
      case "h4" -> inline(element, Style.HEADING_3);
      case "summary" -> summary(element);
      case "p" -> paragraph(element, classes);
      case "li" -> new Inline(paragraph(Style.FACT)).text("• " + clean(element), false);
      case "dl" -> facts(element);
      case "nav" -> contents();
      case "figure" -> figure(element, classes.contains("wide"));
      case "table" -> table(element);
      case "span", "b", "a", "em", "strong", "code" -> inline(element, Style.BODY);
      default -> {
        if (classes.contains("cards")) {
          cards(element);
        } else if (classes.contains("notice")) {
          for (Element line : Xml.children(element)) {
            new Inline(paragraph(Style.NOTICE))
                .write(line, Inline.classes(line).contains("notice-title"));
          }
        } else {
          blocks(element);
        }
      }
    }
  }

  /** A paragraph on an upright sheet; what follows wide charts begins a new one. */
  private XWPFParagraph paragraph(Style style) {
    lie(false);
    return made(style);
  }

  private void lie(boolean wanted) {
    if (wanted != turned) {
      sheets.turn(turned);
      turned = wanted;
    }
  }

  private XWPFParagraph made(Style style) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(styles.id(style));
    for (String anchor : anchors) {
      mark(paragraph, bookmark(anchor));
    }
    anchors.clear();
    return paragraph;
  }

  private void mark(XWPFParagraph paragraph, String name) {
    CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
    start.setName(name);
    start.setId(BigInteger.valueOf(bookmarks));
    paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks++));
  }

  private void inline(Element element, Style style) {
    new Inline(paragraph(style)).write(element, false);
  }

  private void heading(Element element, Style style) {
    XWPFParagraph paragraph = paragraph(style);
    if (element.hasAttribute(LISTED)) {
      mark(paragraph, element.getAttribute(LISTED));
    }
    new Inline(paragraph).write(element, false);
  }

  /** Name, value and how much is behind it. */
  private void summary(Element summary) {
    List<Element> parts = Xml.children(summary);
    new Inline(paragraph(Style.HEADING_3)).text(clean(parts.get(0)), false);
    XWPFParagraph rest = paragraph(Style.FACT);
    rest.setKeepNext(true);
    Inline inline = new Inline(rest);
    for (Element part : parts.subList(1, parts.size())) {
      inline.text(" " + clean(part) + " ", Inline.classes(part).contains("behind-value"));
    }
  }

  private void paragraph(Element element, List<String> classes) {
    if (classes.contains("behind-title")) {
      return; // not shown on paper
    }
    if (classes.contains("cells")) {
      cells(element);
      return;
    }
    Style style = Style.BODY;
    if (classes.contains("assessment") || classes.contains("about") || classes.contains("status")) {
      style = Style.SUBTITLE;
    } else if (classes.contains("caption")) {
      style = Style.CAPTION;
    } else if (classes.contains("input-head")
        || classes.contains("sub")
        || classes.contains("generated")) {
      style = Style.SMALL;
    }
    XWPFParagraph paragraph = paragraph(style);
    if (classes.contains("input-head")) {
      paragraph.setKeepNext(true);
    }
    new Inline(paragraph).write(element, false);
  }

  private void facts(Element list) {
    for (Element pair : Xml.children(list)) {
      XWPFParagraph paragraph = paragraph(Style.FACT);
      Inline inline = new Inline(paragraph);
      inline.text(text(pair, "dt") + "　", true);
      Xml.all(pair, "dd").forEach(said -> inline.write(said, false));
    }
  }

  /** Reported values: unit, value and place, two of them side by side. */
  private void cells(Element element) {
    List<Element> all = Xml.children(element);
    XWPFTable table = new WordTable(document, styles, sheets.width()).plain(6);
    for (int i = 0; i < all.size(); i += 2) {
      XWPFTableRow row = table.insertNewTableRow(i / 2);
      row.setCantSplitRow(true);
      for (int one = i; one < i + 2; one++) {
        List<Element> parts = one < all.size() ? Xml.children(all.get(one)) : List.of();
        for (int part = 0; part < 3; part++) {
          XWPFParagraph paragraph = row.createCell().getParagraphs().get(0);
          paragraph.setStyle(styles.id(Style.CELL));
          if (part == 1) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
          }
          if (part < parts.size()) {
            new Inline(paragraph).write(parts.get(part), false);
          }
        }
      }
    }
  }

  /** The results at the top, side by side. */
  private void cards(Element element) {
    List<Element> cards = Xml.children(element);
    XWPFTableRow row =
        new WordTable(document, styles, sheets.width()).framed(cards.size()).insertNewTableRow(0);
    row.setCantSplitRow(true);
    for (Element card : cards) {
      XWPFTableCell cell = row.createCell();
      boolean first = true;
      for (Element line : Xml.children(card)) {
        if (Inline.classes(line).contains("card-name")) {
          Xml.all(line, "span").forEach(about -> about.setAttribute("class", "sub"));
        }
        XWPFParagraph paragraph = first ? cell.getParagraphs().get(0) : cell.addParagraph();
        paragraph.setStyle(styles.id(Style.CELL));
        first = false;
        boolean figure = Inline.classes(line).contains("figure");
        new Inline(paragraph).write(line, figure || Inline.classes(line).contains("card-name"));
        if (figure) {
          paragraph.getRuns().get(0).setFontSize(18);
        }
      }
    }
    paragraph(Style.SMALL);
  }

  private void figure(Element figure, boolean wide) throws IOException {
    lie(wide);
    new Inline(made(Style.CAPTION)).text(text(figure, "figcaption"), false);
    Chart chart = page.charts().get(Xml.all(figure, "object").get(0).getAttribute("data"));
    double widest = wide ? TURNED : Math.min(CHART, sheets.width() / TWIPS_A_MILLIMETRE);
    double highest = wide ? TURNED_HEIGHT : UPRIGHT_HEIGHT;
    double width = Math.min(widest, highest * chart.width() / chart.height());
    for (String gap : charts.write(chart, made(Style.FIGURE), width)) {
      new Inline(made(Style.SMALL)).text(gap, false);
    }
  }

  private void table(Element table) {
    List<Element> captions = Xml.children(table, "caption");
    for (Element caption : captions) {
      inline(caption, Style.CAPTION);
    }
    new WordTable(document, styles, sheets.width()).write(table);
    paragraph(Style.SMALL);
  }

  /** Headings of the two upper levels, with the sheets on which they stand. */
  private void contents() {
    List<Element> headings = new ArrayList<>();
    headings(body, headings);
    HeadingNumbers numbers = new HeadingNumbers(language);
    XWPFParagraph last = null;
    int number = 0;
    for (Element heading : headings) {
      boolean upper = heading.getTagName().equals("h2");
      XWPFParagraph line = paragraph(upper ? Style.CONTENTS_1 : Style.CONTENTS_2);
      if (last == null) {
        Fields.begin(line, "TOC \\o \"1-2\" \\h \\z \\u");
      }
      String mark = "_Toc" + (1000 + number++);
      heading.setAttribute(LISTED, mark);
      Fields.line(line, numbers.next(upper) + clean(heading), mark);
      last = line;
    }
    if (last != null) {
      Fields.end(last);
    }
  }

  private static void headings(Element element, List<Element> found) {
    for (Element child : Xml.children(element)) {
      if (child.getTagName().equals("h2") || child.getTagName().equals("h3")) {
        found.add(child);
      }
      headings(child, found);
    }
  }
}
