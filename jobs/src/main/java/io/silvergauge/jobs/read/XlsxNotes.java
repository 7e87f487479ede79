package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what is written beside the cells of a sheet: its comments, and the threads of newer
 * programs, which older ones repeat as comments.
 */
final class XlsxNotes {
  private final Map<String, List<CellNote>> byCell = new TreeMap<>();
  private long count;
  private long letters;

  private XlsxNotes() {}

  /** The notes of a sheet, by row and column. */
  static List<CellNote> of(Archive archive, String sheet) throws UnreadableFileException {
    XlsxNotes notes = new XlsxNotes();
    for (String part : Workbooks.related(archive, sheet, "/comments")) {
      notes.read(archive, part, "comment");
    }
    for (String part : Workbooks.related(archive, sheet, "/threadedComment")) {
      notes.read(archive, part, "threadedComment");
    }
    return sorted(notes.byCell.values().stream().flatMap(List::stream).toList());
  }

  static List<CellNote> sorted(List<CellNote> notes) {
    List<CellNote> sorted = new ArrayList<>(notes);
    sorted.sort(
        Comparator.comparing(CellNote::row)
            .thenComparing(CellNote::column)
            .thenComparing(CellNote::text));
    return sorted;
  }

  private void read(Archive archive, String part, String element) throws UnreadableFileException {
    List<String> authors = new ArrayList<>();
    try (XmlPart xml = XmlPart.open(archive, part)) {
      while (xml.next()) {
        if (xml.starts("author") && authors.size() < Limits.NOTES) {
          authors.add(xml.plainText("author"));
        } else if (xml.starts(element)) {
          String cell = xml.attribute("ref");
          int author = xml.whole("authorId", authors.size());
          String text =
              element.equals("comment") ? xml.richText(element) : xml.textOf("text", element);
          add(
              cell,
              withoutAuthor(
                  SharedTexts.unescaped(text).strip(),
                  author < authors.size() ? authors.get(author) : ""));
        }
      }
    }
  }

  /** A note without the name of whoever wrote it, which programs put before it. */
  static String withoutAuthor(String text, String author) {
    String name = author.strip();
    boolean named =
        !name.isEmpty()
            && text.startsWith(name)
            && text.length() > name.length()
            && ":：".indexOf(text.charAt(name.length())) >= 0;
    return named ? text.substring(name.length() + 1).strip() : text;
  }

  private void add(String cell, String text) throws UnreadableFileException {
    int column = XlsxSheet.column(cell);
    long row = XlsxSheet.row(cell);
    if (column < 0 || row < 1 || row > Limits.ROWS) {
      throw UnreadableFileException.of(
          Why.DAMAGED,
          "工作簿已损坏：批注所在的单元格“%s”不存在；请在 Excel 或 WPS 中打开并另存后重新报送",
          "the workbook is damaged: it has a note for the cell '%s', which there is not; please open"
              + " it in Excel or WPS, save it and send it again",
          cell);
    }
    count++;
    letters += text.length() + 16;
    checkRoom(count, letters);
    List<CellNote> there = byCell.computeIfAbsent(cell, key -> new ArrayList<>());
    boolean known = there.stream().anyMatch(one -> one.text().contains(text));
    if (!text.isEmpty() && !known) {
      there.add(new CellNote(row, column, text));
    }
  }

  /** Refuses a workbook that holds more notes than are read. */
  static void checkRoom(long count, long letters) throws UnreadableFileException {
    if (count > Limits.NOTES || letters > Limits.SHARED) {
      throw UnreadableFileException.of(
          Why.LIMIT,
          "工作表的批注超过 %d 条或 %d 百万字，不予读取；请删去批注后重新报送",
          "the sheet has more than %d notes, or more than %d million letters in them, and is not"
              + " read; please remove them and send it again",
          Limits.NOTES,
          Limits.SHARED >> 20);
    }
  }
}
