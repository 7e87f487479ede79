package io.silvergauge.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form as a province fills it in: opened, typed into and saved by another program. */
public final class FilledForm {
  private final XSSFWorkbook workbook;

  private FilledForm(byte[] form) throws IOException {
    this.workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
  }

  /** The form with what was typed in. */
  public static byte[] of(byte[] form, Consumer<FilledForm> typed) {
    try {
      FilledForm filled = new FilledForm(form);
      typed.accept(filled);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      filled.workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The workbook itself, for what is no typing into cells. */
  public XSSFWorkbook workbook() {
    return workbook;
  }

  /** Types into a cell, for example {@code C6}. */
  public FilledForm type(String sheet, String at, Object value) {
    Sheet found = workbook.getSheet(sheet);
    int row = Integer.parseInt(at.substring(1)) - 1;
    Row line = found.getRow(row) == null ? found.createRow(row) : found.getRow(row);
    Cell cell = line.getCell(at.charAt(0) - 'A', Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
    return this;
  }

  /** What stands in a cell. */
  public String text(String sheet, String at) {
    Row row = workbook.getSheet(sheet).getRow(Integer.parseInt(at.substring(1)) - 1);
    Cell cell = row == null ? null : row.getCell(at.charAt(0) - 'A');
    return cell == null ? "" : cell.getStringCellValue();
  }
}
