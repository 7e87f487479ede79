package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet of an XLSX workbook, read as it is unpacked. */
record XlsxSheet(
    String name,
    String title,
    boolean hidden,
    Archive archive,
    String part,
    SharedTexts texts,
    CellStyles styles,
    boolean date1904)
    implements Sheet {
  private static final int MERGED = 100_000;

  /** Cells that are gone through, blank ones before others too. */
  private static final long CELLS = 200_000_000;

  @Override
  public Rows open() throws UnreadableFileException {
    return new XlsxRows();
  }

  @Override
  public List<MergedCells> merged() throws UnreadableFileException {
    List<MergedCells> merged = new ArrayList<>();
    try (XmlPart xml = XmlPart.open(archive, part)) {
      while (xml.next()) {
        if (xml.starts("mergeCell") && merged.size() < MERGED) {
          String[] corners = xml.attribute("ref").split(":", -1);
          if (corners.length == 2) {
            merged.add(
                new MergedCells(
                    row(corners[0]), row(corners[1]), column(corners[0]), column(corners[1])));
          }
        }
      }
    }
    return merged;
  }

  @Override
  public List<CellNote> notes() throws UnreadableFileException {
    return XlsxNotes.of(archive, part);
  }

  /**
   * The place of the column that a reference such as {@code AB12} names; -1 where it names none.
   */
  static int column(String reference) {
    int column = 0;
    int letters = 0;
    for (; letters < reference.length() && letters < 4; letters++) {
      char letter = reference.charAt(letters);
      if (!isBetween(letter, 'A', 'Z')) {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return letters == 0 || letters > 3 ? -1 : column - 1;
  }

  /** The number of the row that a reference names; 0 where it names none. */
  static long row(String reference) {
    int digits = 0;
    while (digits < 3
        && digits < reference.length()
        && isBetween(reference.charAt(digits), 'A', 'Z')) {
      digits++;
    }
    long row = 0;
    for (int i = digits; i < reference.length(); i++) {
      if (!isBetween(reference.charAt(i), '0', '9') || i > digits + 8) {
        return 0;
      }
      row = row * 10 + reference.charAt(i) - '0';
    }
    return row;
  }

  private static boolean isBetween(char letter, char first, char last) {
    return letter >= first && letter <= last;
  }

  private final class XlsxRows implements Rows {
    private final XmlPart xml;
    private long given;
    private long last;
    private long cellsLeft = CELLS;

    XlsxRows() throws UnreadableFileException {
      xml = XmlPart.open(archive, part);
    }

    @Override
    public Optional<SheetRow> next() throws UnreadableFileException {
      while (xml.next()) {
        if (xml.starts("row")) {
          SheetRow row = row();
          if (!row.cells().isEmpty()) {
            given++;
            return Optional.of(row);
          }
        }
      }
      return Optional.empty();
    }

    @Override
    public long given() {
      return given;
    }

    @Override
    public void close() {
      xml.close();
    }

    private SheetRow row() throws UnreadableFileException {
      String stated = xml.attribute("r");
      long number = stated.isEmpty() ? last + 1 : XlsxSheet.row(stated);
      if (number <= last || number > Limits.ROWS) {
        throw misplaced(number > Limits.ROWS ? Why.LIMIT : Why.DAMAGED, stated);
      }
      last = number;
      boolean hiddenRow = xml.flag("hidden");
      List<Cell> cells = new ArrayList<>();
      int before = -1;
      while (xml.next() && !xml.ends("row")) {
        if (!xml.starts("c")) {
          continue;
        }
        String reference = xml.attribute("r");
        int place = reference.isEmpty() ? before + 1 : column(reference);
        if (place <= before
            || place >= Limits.COLUMNS
            || (!reference.isEmpty() && XlsxSheet.row(reference) != number)) {
          throw misplaced(Why.DAMAGED, reference);
        }
        before = place;
        Cell cell = cell();
        if (cell.kind() != CellKind.BLANK) {
          cellsLeft -= place - cells.size() + 1;
          if (cellsLeft < 0) {
            throw UnreadableFileException.of(
                Why.LIMIT,
                "工作表超过 %d 个单元格，不予读取；请分成较小的文件报送",
                "the sheet has more than %d cells and is not read; please send it in smaller files",
                CELLS);
          }
          while (cells.size() < place) {
            cells.add(Cell.BLANK);
          }
          cells.add(cell);
        }
      }
      return new SheetRow(number, number, hiddenRow, cells);
    }

    private UnreadableFileException misplaced(Why why, String reference) {
      return UnreadableFileException.of(
          why,
          "工作簿已损坏：行或单元格“%s”不在应在的位置；请在 Excel 或 WPS 中打开并另存后重新报送",
          "the workbook is damaged: row or cell '%s' is not where it should be; please open it in"
              + " Excel or WPS, save it and send it again",
          reference);
    }

    private Cell cell() throws UnreadableFileException {
      String type = xml.attribute("t");
      NumberFormats.Shown shown = styles.of(xml.whole("s", 0));
      boolean formula = false;
      boolean saved = false;
      String value = "";
      while (xml.next() && !xml.ends("c")) {
        if (xml.starts("f")) {
          formula = true;
        } else if (xml.starts("v")) {
          saved = true;
          value = xml.plainText("v");
        } else if (xml.starts("is")) {
          saved = true;
          value = xml.richText("is");
        }
      }
      if (!saved || (value.isEmpty() && type.isEmpty())) {
        return formula ? new Cell("", CellKind.NOT_CALCULATED, true) : Cell.BLANK;
      }
      return switch (type) {
        case "s" ->
            texts
                .get(value.strip())
                .map(text -> text(text, false))
                .orElse(new Cell("#" + value.strip(), CellKind.ERROR, false));
        case "str", "inlineStr" -> text(SharedTexts.unescaped(value), formula);
        case "b" ->
            new Cell(value.strip().equals("1") ? "TRUE" : "FALSE", CellKind.BOOLEAN, formula);
        case "e" -> new Cell(value.strip(), CellKind.ERROR, formula);
        case "d" -> isoDate(value.strip(), formula);
        default -> NumberFormats.cell(value, shown, date1904, formula);
      };
    }

    private Cell text(String text, boolean formula) {
      String stripped = text.strip();
      return stripped.isEmpty() ? Cell.BLANK : new Cell(stripped, CellKind.TEXT, formula);
    }

    private Cell isoDate(String text, boolean formula) {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?")
          ? new Cell(text.substring(0, 10), CellKind.DATE, formula)
          : new Cell(text, CellKind.ERROR, formula);
    }
  }
}
