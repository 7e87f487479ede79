package io.silvergauge.jobs.round;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TableFile;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a field sheet as it came back, as CSV or as a workbook. */
final class FilledRows {
  private FilledRows() {}

  /** A row and the sheet of a workbook it stands in; the sheet is empty for a text. */
  record Filled(String sheet, CsvList.Row row) {}

  static List<Filled> read(String file, byte[] content, Faults faults) {
    boolean workbook = content.length > 1 && (content[0] == 'P' || (content[0] & 0xFF) == 0xD0);
    if (!workbook) {
      return CsvList.read(file, content, SampleRecord.COLUMNS, List.of(), faults).stream()
          .map(row -> new Filled("", row))
          .toList();
    }
    try {
      TableFile.Part part =
          TableFile.parts(file, content, SourceDescription.Encoding.AUTO, ',').get(0);
      List<Sheet> sheets = part.open().sheets();
      for (Sheet other : sheets.subList(1, sheets.size())) {
        refuseFindings(file, other, faults);
      }
      return rows(file, sheets.get(0), faults);
    } catch (UnreadableFileException e) {
      faults.add(file, 0, "", e.text());
      return List.of();
    }
  }

  /** Findings count on the first sheet alone; none on another may be lost in silence. */
  private static void refuseFindings(String file, Sheet sheet, Faults faults)
      throws UnreadableFileException {
    try (Rows rows = sheet.open()) {
      for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        if (!row.get().blank()) {
          faults.add(
              file,
              (int) row.get().line(),
              "",
              Bilingual.of(
                  "工作表“%s”不是第一张表，其中内容不会读入；请并入第一张表或删除该表",
                  "sheet '%s' is not the first, and nothing on it would be read; move it to the"
                      + " first sheet or delete it",
                  sheet.title()));
          return;
        }
      }
    }
  }

  private static List<Filled> rows(String file, Sheet sheet, Faults faults)
      throws UnreadableFileException {
    List<Filled> filled = new ArrayList<>();
    try (Rows rows = sheet.open()) {
      Map<String, Integer> places = new HashMap<>();
      Optional<SheetRow> header = rows.next();
      for (int i = 0; header.isPresent() && i < header.get().size(); i++) {
        places.put(header.get().text(i), i);
      }
      for (String column : SampleRecord.COLUMNS) {
        if (!places.containsKey(column)) {
          faults.add(file, 1, column, new Bilingual("缺少此列", "this column is missing"));
        }
      }
      for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        if (!row.get().blank()) {
          Map<String, String> cells = new HashMap<>();
          for (String column : SampleRecord.COLUMNS) {
            if (places.containsKey(column)) {
              cells.put(column, row.get().text(places.get(column)));
            }
          }
          filled.add(
              new Filled(sheet.title(), new CsvList.Row(file, (int) row.get().line(), cells)));
        }
      }
    }
    return filled;
  }
}
