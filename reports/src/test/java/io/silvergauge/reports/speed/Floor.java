package io.silvergauge.reports.speed;

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

/** What the libraries need by themselves for the same content: no styles, no charts, no tags. */
final class Floor {
  private static final PebbleTemplate ROWS =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .build()
          .getTemplate(
              "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}");

  private Floor() {}

  /** A block of a document: a paragraph is a table of one cell. */
  record Block(boolean table, List<List<String>> rows) {}

  /** The texts of a page's tables and paragraphs. */
  static List<List<String>> texts(String html) {
    return Jsoup.parse(html).select("tr, p, dd, dt, h2, h3, summary").stream()
        .map(
            row ->
                row.tagName().equals("tr")
                    ? row.select("th, td").stream().map(cell -> cell.text()).toList()
                    : List.of(row.text()))
        .toList();
  }

  static int pebble(List<List<String>> rows) throws IOException {
    StringWriter page = new StringWriter();
    ROWS.evaluate(page, Map.of("rows", rows));
    return page.toString().length();
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

  static List<List<List<Object>>> cells(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return StreamSupport.stream(book.spliterator(), false).map(Floor::rows).toList();
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

  static int fastExcel(List<List<List<Object>>> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Floor", "1.0")) {
      for (int i = 0; i < sheets.size(); i++) {
        Worksheet sheet = book.newWorksheet("sheet" + i);
        for (int row = 0; row < sheets.get(i).size(); row++) {
          List<Object> cells = sheets.get(i).get(row);
          for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Double number) {
              sheet.value(row, column, number);
            } else {
              sheet.value(row, column, (String) cells.get(column));
            }
          }
        }
        sheet.finish();
      }
    }
    return bytes.size();
  }

  static List<Block> blocks(byte[] docx) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return document.getBodyElements().stream().map(Floor::block).toList();
    }
  }

  private static Block block(IBodyElement element) {
    if (element instanceof XWPFTable table) {
      return new Block(
          true,
          table.getRows().stream()
              .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
              .toList());
    }
    String text = element instanceof XWPFParagraph paragraph ? paragraph.getText() : "";
    return new Block(false, List.of(List.of(text)));
  }

  static int poi(List<Block> blocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      for (Block block : blocks) {
        if (!block.table()) {
          document.createParagraph().createRun().setText(block.rows().get(0).get(0));
          continue;
        }
        XWPFTable table = document.createTable(1, 1);
        table.removeRow(0);
        for (List<String> cells : block.rows()) {
          XWPFTableRow row = table.createRow();
          for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            (cell == null ? row.createCell() : cell).setText(cells.get(i));
          }
        }
      }
      document.write(bytes);
    }
    return bytes.size();
  }
}
