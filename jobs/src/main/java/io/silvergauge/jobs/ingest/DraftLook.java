package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TableFile;
import io.silvergauge.jobs.read.TextLook;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen of a table that nobody has described.
 *
 * @param sheet the first sheet that holds something
 * @param look encoding and separator of a text
 * @param found its header
 * @param headerRows how many rows the header has
 * @param columns headers and what stands below, as far as it is looked at
 */
record DraftLook(
    Sheet sheet, TextLook look, HeaderFinder.Found found, int headerRows, DraftColumns columns) {
  private static final int HEAD = 30;
  private static final int ROWS = 5_000;

  /**
   * Looks at a file.
   *
   * @throws UnreadableFileException if it is no table
   */
  static DraftLook of(String fileName, byte[] content, StatisticNames names, ReadingContext context)
      throws UnreadableFileException {
    Seen seen = Seen.of(fileName, content);
    List<SheetRow> rows = seen.rows();
    int header = headerPlace(rows, names);
    int count = headerRows(rows, header);
    HeaderFinder.Found found = found(seen, header, count, context);
    List<SheetRow> data = rows.subList(Math.min(header + count, rows.size()), rows.size());
    return new DraftLook(
        seen.sheet(), seen.look(), found, count, new DraftColumns(found.names().all(), data));
  }

  /** A sheet's rows, as far as they are looked at. */
  private record Seen(Sheet sheet, List<SheetRow> rows, TextLook look) {
    static Seen of(String fileName, byte[] content) throws UnreadableFileException {
      TextLook look =
          TextLook.of(content)
              .orElse(
                  new TextLook(SourceDescription.Encoding.AUTO, SourceDescription.AUTO_SEPARATOR));
      UnreadableFileException last = null;
      for (TableFile.Part part :
          TableFile.parts(fileName, content, look.encoding(), look.separator())) {
        try {
          for (Sheet sheet : part.open().sheets()) {
            List<SheetRow> rows = sheet.hidden() ? List.of() : rows(sheet);
            if (!rows.isEmpty()) {
              return new Seen(sheet, rows, look);
            }
          }
        } catch (UnreadableFileException e) {
          last = e; // another part may be a table
        }
      }
      throw last != null
          ? last
          : new UnreadableFileException(
              UnreadableFileException.Why.EMPTY,
              new Bilingual("文件中没有数据", "the file holds no rows"));
    }

    private static List<SheetRow> rows(Sheet sheet) throws UnreadableFileException {
      List<SheetRow> all = new ArrayList<>();
      try (Rows rows = sheet.open()) {
        for (Optional<SheetRow> row = rows.next();
            row.isPresent() && all.size() < ROWS;
            row = rows.next()) {
          all.add(row.get());
        }
      }
      return all;
    }
  }

  /** The row with the most headers that are known; else the first that looks like one. */
  private static int headerPlace(List<SheetRow> rows, StatisticNames names) {
    int best = -1;
    long most = 0;
    for (int i = 0; i < Math.min(HEAD, rows.size()); i++) {
      long known = 0;
      for (SheetRow row : rows.subList(i, Math.min(rows.size(), i + headerRows(rows, i)))) {
        known += row.cells().stream().filter(cell -> isHeader(cell.text(), names)).count();
      }
      if (known > most && rows.get(i).filled() > 1 && !hasValues(rows.get(i))) {
        most = known;
        best = i;
      }
    }
    if (best >= 0) {
      return best;
    }
    for (int i = 0; i + 1 < Math.min(HEAD, rows.size()); i++) {
      boolean heads = rows.get(i).filled() > 1 && numbers(rows.get(i)) == 0;
      if (heads && numbers(rows.get(i + 1)) > 0) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isHeader(String text, StatisticNames names) {
    return names.find(text).isPresent()
        || DraftRoles.isRegionHeader(text)
        || DraftRoles.isPeriod(text);
  }

  /** Whether a row has numbers that are no years, as a header has not. */
  private static boolean hasValues(SheetRow row) {
    return row.cells().stream()
        .anyMatch(cell -> NumberText.isNumber(cell.text()) && !DraftRoles.isPeriod(cell.text()));
  }

  private static long numbers(SheetRow row) {
    return row.cells().stream().filter(cell -> NumberText.isNumber(cell.text())).count();
  }

  /** How many rows the header has: rows below it without a number belong to it. */
  private static int headerRows(List<SheetRow> rows, int header) {
    int count = 1;
    while (count < 3 && header + count + 1 < rows.size()) {
      SheetRow next = rows.get(header + count);
      boolean more =
          next.number() == rows.get(header).number() + count
              && next.filled() > 1
              && numbers(next) == 0
              && next.text(0).isEmpty()
              && numbers(rows.get(header + count + 1)) > 0;
      if (!more) {
        break;
      }
      count++;
    }
    return count;
  }

  private static HeaderFinder.Found found(Seen seen, int header, int rows, ReadingContext context)
      throws UnreadableFileException {
    int number = (int) seen.rows().get(header).number();
    try (Rows again = seen.sheet().open()) {
      return HeaderFinder.at(seen.sheet(), number, rows, context)
          .find(new PeekedRows(again))
          .orElseThrow();
    }
  }
}
