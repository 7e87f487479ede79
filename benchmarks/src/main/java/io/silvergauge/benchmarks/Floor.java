package io.silvergauge.benchmarks;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.silvergauge.reports.chart.ChartFont;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What the libraries need by themselves for the same texts and numbers.
 *
 * <p>What a floor leaves out: charts, styles, links and widths of columns in all of them. Pebble
 * fills one table, without the page's structure and the evidence folded into it. openhtmltopdf sets
 * the very page that ours sets, with its styles and fonts, but neither tags it (PDF/UA-1) nor keeps
 * to PDF/A-2u. POI writes paragraphs and tables without headings, fields and a table of contents.
 * fastexcel writes cells without formats, filters and frozen rows.
 */
final class Floor {
  private static final PebbleTemplate ROWS =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .build()
          .getTemplate(
              "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}");

  private Floor() {}

  /** A document's blocks, in order. */
  record Content(List<Block> blocks) {}

  /** A table or a sheet; a paragraph is one of a single cell. Cells are texts and numbers. */
  record Block(boolean table, List<List<Object>> rows) {}

  /** The texts of a page's tables and paragraphs, as one table. */
  static Content texts(String html) {
    return new Content(
        List.of(
            new Block(
                true,
                Jsoup.parse(html).select("tr, p, dd, dt, h2, h3, summary").stream()
                    .map(Floor::texts)
                    .toList())));
  }

  private static List<Object> texts(Element row) {
    return row.tagName().equals("tr")
        ? row.select("th, td").stream().map(cell -> (Object) cell.text()).toList()
        : List.of(row.text());
  }

  static byte[] pebble(Content content) throws IOException {
    StringWriter page = new StringWriter();
    ROWS.evaluate(page, Map.of("rows", content.blocks().get(0).rows()));
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  static TrueTypeFont font(String file) throws IOException {
    try (InputStream bytes = ChartFont.class.getClassLoader().getResourceAsStream(file)) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      font.setEnableGsub(false);
      return font;
    }
  }

  /** The same page with the same fonts, neither tagged nor with charts. */
  static byte[] openHtmlToPdf(String xhtml, TrueTypeFont regular, TrueTypeFont bold)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(document);
      builder.withHtmlContent(xhtml, null);
      use(builder, document, regular, 400);
      use(builder, document, bold, 700);
      try (var renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        document.save(bytes);
      }
    }
    return bytes.toByteArray();
  }

  private static void use(
      PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, int weight)
      throws IOException {
    builder.useFont(
        new PDFontSupplier(PDType0Font.load(document, font, true)),
        ChartFont.family(),
        weight,
        FontStyle.NORMAL,
        true);
  }

  /** The cells of a workbook's sheets. */
  static Content cells(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return new Content(
          StreamSupport.stream(book.spliterator(), false)
              .map(sheet -> new Block(true, rows(sheet)))
              .toList());
    }
  }

  private static List<List<Object>> rows(Sheet sheet) {
    return StreamSupport.stream(sheet.spliterator(), false).map(Floor::values).toList();
  }

  private static List<Object> values(Row row) {
    return StreamSupport.stream(row.spliterator(), false).map(Floor::value).toList();
  }

  private static Object value(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? (Object) cell.getNumericCellValue()
        : cell.toString();
  }

  static byte[] fastExcel(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Floor", "1.0")) {
      for (int i = 0; i < content.blocks().size(); i++) {
        Worksheet sheet = book.newWorksheet("sheet" + i);
        List<List<Object>> rows = content.blocks().get(i).rows();
        for (int row = 0; row < rows.size(); row++) {
          List<Object> cells = rows.get(row);
          for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
              sheet.value(row, column, number);
            } else {
              sheet.value(row, column, cells.get(column).toString());
            }
          }
        }
        sheet.finish();
      }
    }
    return bytes.toByteArray();
  }

  /** The paragraphs and tables of a Word document. */
  static Content blocks(byte[] docx) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return new Content(document.getBodyElements().stream().map(Floor::block).toList());
    }
  }

  private static Block block(IBodyElement element) {
    if (element instanceof XWPFTable table) {
      return new Block(true, table.getRows().stream().map(Floor::texts).toList());
    }
    String text = element instanceof XWPFParagraph paragraph ? paragraph.getText() : "";
    return new Block(false, List.of(List.of(text)));
  }

  private static List<Object> texts(XWPFTableRow row) {
    return row.getTableCells().stream().map(cell -> (Object) cell.getText()).toList();
  }

  static byte[] poi(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      for (Block block : content.blocks()) {
        if (block.table()) {
          table(document, block.rows());
        } else {
          document.createParagraph().createRun().setText(block.rows().get(0).get(0).toString());
        }
      }
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void table(XWPFDocument document, List<List<Object>> rows) {
    XWPFTable table = document.createTable(1, 1);
    table.removeRow(0);
    for (List<Object> cells : rows) {
      XWPFTableRow row = table.createRow();
      for (int i = 0; i < cells.size(); i++) {
        XWPFTableCell cell = row.getCell(i);
        (cell == null ? row.createCell() : cell).setText(cells.get(i).toString());
      }
    }
  }
}
