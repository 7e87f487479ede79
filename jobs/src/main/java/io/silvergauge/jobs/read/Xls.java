package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** Opens workbooks in XLS, whose records are gone through once and whose sheets are then held. */
final class Xls {
  private static final int CELLS = 10_000_000;

  private final String entry;
  private final List<BoundSheetRecord> bound = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private SSTRecord shared;
  private boolean date1904;
  private boolean links;
  private int depth;
  private int cells;
  private Held current;
  private FormulaRecord awaitingText;

  private Xls(String entry) {
    this.entry = entry;
  }

  /** A sheet while and after it is read. */
  private static final class Held {
    private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final List<MergedCells> merged = new ArrayList<>();
    private final Map<Integer, String> shapes = new HashMap<>();
    private final List<NoteRecord> notes = new ArrayList<>();
    private long letters;
    private int shape;
  }

  /** Carries a refusal through POI. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient UnreadableFileException refusal;

    RefusedException(UnreadableFileException refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }

  /**
   * The sheets of a workbook.
   *
   * @param entry its name in a container; empty for none
   */
  static TableFile.Tables open(byte[] content, String entry) throws UnreadableFileException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw Archive.locked();
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        throw FileKind.refusal("Word 文档", "a Word document");
      }
      if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
        throw FileKind.refusal("PowerPoint 文稿", "a PowerPoint presentation");
      }
      if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
        throw FileKind.OLE.refusal();
      }
      Xls workbook = new Xls(entry);
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(workbook::take);
      new HSSFEventFactory().processWorkbookEvents(request, files);
      return workbook.tables(root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR"));
    } catch (RefusedException e) {
      throw e.refusal;
    } catch (EncryptedDocumentException e) {
      throw Archive.locked();
    } catch (OldExcelFormatException e) {
      throw FileKind.refusal("Excel 95 或更早的工作簿", "a workbook of Excel 95 or older");
    } catch (IOException | RuntimeException e) {
      // POI meets damage with exceptions of many kinds
      throw UnreadableFileException.of(
          Why.DAMAGED,
          "工作簿（.xls）已损坏或不完整；请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新报送",
          "the workbook (.xls) is damaged or cut short; please open it in Excel or WPS, save it as"
              + " .xlsx and send it again");
    }
  }

  private TableFile.Tables tables(boolean macros) throws UnreadableFileException {
    List<Sheet> sheets = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    if (macros || links) {
      remarks.add(Workbooks.activeContent(macros ? "VBA" : "SUPBOOK"));
    }
    List<BoundSheetRecord> inOrder = List.of(BoundSheetRecord.orderByBofPosition(bound));
    if (inOrder.size() != held.size()) {
      throw new IllegalStateException("sheets and their names differ in number");
    }
    for (BoundSheetRecord named : bound) {
      Held cellsOf = held.get(inOrder.indexOf(named));
      String title = named.getSheetname().strip();
      String name = entry.isEmpty() ? title : entry + "!" + title;
      boolean hidden = named.isHidden() || named.isVeryHidden();
      sheets.add(new XlsSheet(name, title, hidden, cellsOf));
      if (hidden) {
        remarks.add(Workbooks.hiddenSheet(name));
      }
    }
    return new TableFile.Tables(sheets, remarks);
  }

  private void take(Record record) {
    if (record instanceof BOFRecord) {
      depth++;
      if (depth == 1 && !bound.isEmpty()) {
        current = new Held();
        held.add(current);
      }
    } else if (record instanceof EOFRecord) {
      depth--;
      if (depth == 0) {
        current = null;
      }
    } else if (current == null) {
      takeOfWorkbook(record);
    } else if (depth == 1) {
      takeOfSheet(record);
    }
  }

  private void takeOfWorkbook(Record record) {
    if (record instanceof BoundSheetRecord sheet) {
      bound.add(sheet);
    } else if (record instanceof SSTRecord texts) {
      shared = texts;
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.add((int) style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window) {
      date1904 = window.getWindowing() == 1;
    } else if (record instanceof SupBookRecord book) {
      links |= book.isExternalReferences();
    }
  }

  private void takeOfSheet(Record record) {
    if (record instanceof StringRecord text && awaitingText != null) {
      put(awaitingText, text(text.getString(), true));
      awaitingText = null;
    } else if (record instanceof RowRecord row) {
      if (row.getZeroHeight()) {
        current.hiddenRows.add(row.getRowNumber());
      }
    } else if (record instanceof MergeCellsRecord merged) {
      for (int i = 0; i < merged.getNumAreas(); i++) {
        CellRangeAddress area = merged.getAreaAt(i);
        current.merged.add(
            new MergedCells(
                area.getFirstRow() + 1L,
                area.getLastRow() + 1L,
                area.getFirstColumn(),
                area.getLastColumn()));
      }
    } else if (record instanceof ObjRecord object) {
      current.shape = shape(object);
    } else if (record instanceof TextObjectRecord text && text.getStr() != null) {
      String said = text.getStr().getString().strip();
      current.letters += said.length() + 16L;
      current.shapes.put(current.shape, said);
      checkNotes();
    } else if (record instanceof NoteRecord note) {
      current.notes.add(note);
      checkNotes();
    } else if (record instanceof CellRecord cell) {
      takeCell(cell);
    } else if (record instanceof LabelRecord label) {
      put(label.getRow(), label.getColumn(), text(label.getValue(), false));
    }
  }

  private static int shape(ObjRecord object) {
    return object.getSubRecords().stream()
        .filter(CommonObjectDataSubRecord.class::isInstance)
        .mapToInt(part -> ((CommonObjectDataSubRecord) part).getObjectId())
        .findFirst()
        .orElse(0);
  }

  private void checkNotes() {
    try {
      XlsxNotes.checkRoom(current.notes.size(), current.letters);
    } catch (UnreadableFileException e) {
      throw new RefusedException(e);
    }
  }

  private void takeCell(CellRecord record) {
    if (record instanceof NumberRecord number) {
      put(record, number(number.getValue(), record, false));
    } else if (record instanceof RKRecord number) {
      put(record, number(number.getRKNumber(), record, false));
    } else if (record instanceof LabelSSTRecord label) {
      boolean known =
          shared != null
              && label.getSSTIndex() >= 0
              && label.getSSTIndex() < shared.getNumUniqueStrings();
      put(
          record,
          known
              ? text(shared.getString(label.getSSTIndex()).getString(), false)
              : new Cell("#" + label.getSSTIndex(), CellKind.ERROR, false));
    } else if (record instanceof BoolErrRecord either) {
      put(
          record,
          either.isBoolean()
              ? new Cell(either.getBooleanValue() ? "TRUE" : "FALSE", CellKind.BOOLEAN, false)
              : error(either.getErrorValue(), false));
    } else if (record instanceof FormulaRecord formula) {
      takeFormula(formula);
    }
  }

  private void takeFormula(FormulaRecord formula) {
    CellType type = formula.getCachedResultTypeEnum();
    if (formula.hasCachedResultString()) {
      awaitingText = formula;
    } else if (type == CellType.BOOLEAN) {
      put(
          formula,
          new Cell(formula.getCachedBooleanValue() ? "TRUE" : "FALSE", CellKind.BOOLEAN, true));
    } else if (type == CellType.ERROR) {
      put(formula, error((byte) formula.getCachedErrorValue(), true));
    } else if (type == CellType.NUMERIC) {
      put(formula, number(formula.getValue(), formula, true));
    }
  }

  private static Cell error(byte code, boolean formula) {
    String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?";
    return new Cell(text, CellKind.ERROR, formula);
  }

  private Cell number(double value, CellRecord record, boolean formula) {
    if (!Double.isFinite(value)) {
      return new Cell(Double.toString(value), CellKind.ERROR, formula);
    }
    int style = record.getXFIndex();
    int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
    return NumberFormats.cell(
        new BigDecimal(value), NumberFormats.shown(format, formats.get(format)), date1904, formula);
  }

  private static Cell text(String text, boolean formula) {
    String stripped = text.strip();
    return stripped.isEmpty() ? Cell.BLANK : new Cell(stripped, CellKind.TEXT, formula);
  }

  private void put(CellRecord at, Cell cell) {
    put(at.getRow(), at.getColumn(), cell);
  }

  private void put(int row, int column, Cell cell) {
    if (cell.kind() == CellKind.BLANK) {
      return;
    }
    if (++cells > CELLS) {
      throw new RefusedException(
          UnreadableFileException.of(
              Why.LIMIT,
              "工作簿超过 %d 个单元格，不予读取；请分成较小的文件报送",
              "the workbook has more than %d cells and is not read; please send it in smaller"
                  + " files",
              CELLS));
    }
    Cell before = current.rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
    if (before != null) {
      throw new IllegalStateException("a cell stands twice");
    }
  }

  private record XlsSheet(String name, String title, boolean hidden, Held held) implements Sheet {
    @Override
    public List<MergedCells> merged() {
      return List.copyOf(held.merged);
    }

    @Override
    public List<CellNote> notes() {
      List<CellNote> notes = new ArrayList<>();
      for (NoteRecord note : held.notes) {
        String text =
            XlsxNotes.withoutAuthor(
                held.shapes.getOrDefault(note.getShapeId(), ""), note.getAuthor());
        if (!text.isEmpty()) {
          notes.add(new CellNote(note.getRow() + 1L, note.getColumn(), text));
        }
      }
      return XlsxNotes.sorted(notes);
    }

    @Override
    public Rows open() {
      var rows = held.rows.entrySet().iterator();
      return new Rows() {
        private long given;

        @Override
        public Optional<SheetRow> next() {
          if (!rows.hasNext()) {
            return Optional.empty();
          }
          var row = rows.next();
          List<Cell> cells = new ArrayList<>();
          row.getValue()
              .forEach(
                  (column, cell) -> {
                    while (cells.size() < column) {
                      cells.add(Cell.BLANK);
                    }
                    cells.add(cell);
                  });
          given++;
          long number = row.getKey() + 1L;
          return Optional.of(
              new SheetRow(number, number, held.hiddenRows.contains(row.getKey()), cells));
        }

        @Override
        public long given() {
          return given;
        }
      };
    }
  }
}
