package io.silvergauge.reports.docx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.w3c.dom.Element;

/**
 * Writes a table of the page: its heads are repeated on each sheet, no row is torn, cells that span
 * rows or columns do so here too.
 */
final class WordTable {
  private static final String HEAD = "EAF1F3";

  private final XWPFDocument document;
  private final WordStyles styles;
  private final int width;

  /**
   * A writer of tables.
   *
   * @param width how wide they are, in twentieths of a point
   */
  WordTable(XWPFDocument document, WordStyles styles, int width) {
    this.document = document;
    this.styles = styles;
    this.width = width;
  }

  /** A cell of the page and the columns it covers; one without an element continues that above. */
  record Place(Element cell, int column, int columns, boolean merges) {}

  void write(Element table) {
    List<Element> rows = Xml.all(table, "tr");
    List<List<Place>> places = places(rows);
    int columns =
        places.stream()
            .flatMap(List::stream)
            .mapToInt(place -> place.column() + place.columns())
            .max()
            .orElse(0);
    if (columns == 0) {
      return;
    }
    int[] widths = ColumnWidths.of(table, places, columns, width);
    XWPFTable made = created(widths);
    for (int i = 0; i < rows.size(); i++) {
      XWPFTableRow row = made.insertNewTableRow(i);
      row.setCantSplitRow(true);
      boolean head = Xml.within(rows.get(i), "thead");
      if (head) {
        row.setRepeatHeader(true);
      }
      for (Place place : places.get(i)) {
        write(row.createCell(), place, widths, head, rows.get(i));
      }
    }
  }

  /** A table without lines: texts side by side. */
  XWPFTable plain(int columns) {
    int[] widths = new int[columns];
    Arrays.fill(widths, width / columns);
    XWPFTable made = created(widths);
    made.getCTTbl().getTblPr().unsetTblStyle();
    return made;
  }

  /** A table whose cells have frames. */
  XWPFTable framed(int columns) {
    XWPFTable made = plain(columns);
    made.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 16, 0, "0B5563");
    made.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "C4CCD1");
    made.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "C4CCD1");
    made.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "C4CCD1");
    made.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "C4CCD1");
    return made;
  }

  private XWPFTable created(int[] widths) {
    XWPFTable made = document.createTable();
    made.removeRow(0);
    CTTblPr properties = made.getCTTbl().getTblPr();
    if (properties.isSetTblBorders()) {
      properties.unsetTblBorders();
    }
    made.setStyleID(styles.id(WordStyles.Style.TABLE));
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    made.setWidth(Arrays.stream(widths).sum());
    CTTblGrid grid =
        made.getCTTbl().getTblGrid() == null
            ? made.getCTTbl().addNewTblGrid()
            : made.getCTTbl().getTblGrid();
    for (int one : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(one));
    }
    return made;
  }

  private static List<List<Place>> places(List<Element> rows) {
    List<List<Place>> all = new ArrayList<>();
    Map<Integer, int[]> open = new HashMap<>(); // column → rows still to come, columns covered
    for (Element row : rows) {
      List<Place> places = new ArrayList<>();
      List<Element> cells = Xml.children(row, "th", "td");
      int next = 0;
      int column = 0;
      while (next < cells.size() || open.containsKey(column)) {
        int[] above = open.get(column);
        if (above != null) {
          places.add(new Place(null, column, above[1], true));
          above[0]--;
          if (above[0] == 0) {
            open.remove(column);
          }
          column += above[1];
          continue;
        }
        Element cell = cells.get(next++);
        int across = Xml.number(cell, "colspan");
        int down = Xml.number(cell, "rowspan");
        if (down > 1) {
          open.put(column, new int[] {down - 1, across});
        }
        places.add(new Place(cell, column, across, down > 1));
        column += across;
      }
      all.add(places);
    }
    return all;
  }

  private void write(XWPFTableCell cell, Place place, int[] widths, boolean head, Element row) {
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    int wide = 0;
    for (int i = place.column(); i < place.column() + place.columns(); i++) {
      wide += widths[i];
    }
    properties.addNewTcW().setW(BigInteger.valueOf(wide));
    properties.getTcW().setType(STTblWidth.DXA);
    if (place.columns() > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(place.columns()));
    }
    if (place.merges()) {
      properties.addNewVMerge().setVal(place.cell() == null ? STMerge.CONTINUE : STMerge.RESTART);
    }
    if (head) {
      cell.setColor(HEAD);
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
    }
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle(styles.id(WordStyles.Style.CELL));
    if (place.cell() == null) {
      return;
    }
    List<String> classes = Inline.classes(place.cell());
    if (classes.contains("n")) {
      paragraph.setAlignment(ParagraphAlignment.RIGHT);
    } else if (classes.contains("group")) {
      paragraph.setAlignment(ParagraphAlignment.CENTER);
    }
    for (int depth = 1; depth <= 2; depth++) {
      if (classes.contains("depth" + depth)) {
        paragraph.setIndentationLeft(200 * depth);
      }
    }
    List<String> ofRow = Inline.classes(row);
    new Inline(paragraph)
        .write(place.cell(), head || ofRow.contains("total") || ofRow.contains("group"));
  }
}
