package io.silvergauge.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as some other program writes them, and zip files taken apart and put together. */
final class Books {
  private Books() {}

  static byte[] xlsx(Consumer<Workbook> filled) {
    return bytes(new XSSFWorkbook(), filled);
  }

  static byte[] xls(Consumer<Workbook> filled) {
    return bytes(new HSSFWorkbook(), filled);
  }

  private static byte[] bytes(Workbook workbook, Consumer<Workbook> filled) {
    try (workbook) {
      filled.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of texts, numbers and nothings. */
  static Row row(Sheet sheet, int number, Object... cells) {
    Row row = sheet.createRow(number - 1);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number value) {
        row.createCell(i).setCellValue(value.doubleValue());
      } else if (cells[i] instanceof String text && !text.isEmpty()) {
        row.createCell(i).setCellValue(text);
      }
    }
    return row;
  }

  /** Writes beside a cell, which need not hold anything. */
  static void note(Sheet sheet, int row, int column, String text) {
    var helper = sheet.getWorkbook().getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow1(row - 1);
    anchor.setRow2(row + 2);
    anchor.setCol1(column);
    anchor.setCol2(column + 2);
    var drawing =
        sheet.getDrawingPatriarch() == null
            ? sheet.createDrawingPatriarch()
            : sheet.getDrawingPatriarch();
    Comment note = drawing.createCellComment(anchor);
    note.setString(helper.createRichTextString(text));
    note.setAddress(row - 1, column);
  }

  /** The good workbook with a part of notes in which something stands. */
  static byte[] noted(String type, String part) {
    Map<String, byte[]> files = unzip(good());
    files.put(
        "xl/worksheets/_rels/sheet1.xml.rels",
        ("<Relationships><Relationship Id=\"r1\" Type=\"http://x/"
                + type
                + "\" Target=\"../notes.xml\"/></Relationships>")
            .getBytes(StandardCharsets.UTF_8));
    if (!part.isEmpty()) {
      files.put("xl/notes.xml", part.getBytes(StandardCharsets.UTF_8));
    }
    return zip(files);
  }

  /** The table of civil affairs with its title in row 1, its header in row 2. */
  static Sheet civil(Workbook workbook, String name) {
    Sheet sheet = workbook.createSheet(name);
    row(sheet, 1, "养老服务情况表");
    row(sheet, 2, "代码", "地区", "床位数", "护理型", "资金");
    return sheet;
  }

  /** A workbook in XLSX with one row of the table of civil affairs, to be broken. */
  static byte[] good() {
    return xlsx(
        workbook -> {
          Sheet sheet = civil(workbook, "表一");
          row(sheet, 3, "110101", "东区", 100, 60, 30);
        });
  }

  /** The files of a zip file. */
  static Map<String, byte[]> unzip(byte[] content) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  /** The good workbook with a part replaced or added. */
  static byte[] with(String part, String content) {
    return with(part, content.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] with(String part, byte[] content) {
    Map<String, byte[]> files = unzip(good());
    files.put(part, content);
    return zip(files);
  }

  static byte[] without(String part) {
    Map<String, byte[]> files = unzip(good());
    files.remove(part);
    return zip(files);
  }

  /** The good workbook with a place in one of its parts changed, which must be there. */
  static byte[] changed(String part, String from, String to) {
    String text = new String(unzip(good()).get(part), StandardCharsets.UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(part + " has no '" + from + "': " + text);
    }
    return with(part, text.replace(from, to));
  }
}
