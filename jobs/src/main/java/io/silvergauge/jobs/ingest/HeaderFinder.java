package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.Cell;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.MergedCells;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the header of a sheet by its place or by what it holds, and what stands above it. */
final class HeaderFinder {
  private final Sheet sheet;
  private final SourceDescription.HeaderRule rule;
  private final ReadingContext context;
  private boolean ended;
  private boolean personal;

  HeaderFinder(Sheet sheet, SourceDescription description, ReadingContext context) {
    this(sheet, description.header(), context);
  }

  private HeaderFinder(Sheet sheet, SourceDescription.HeaderRule rule, ReadingContext context) {
    this.sheet = sheet;
    this.rule = rule;
    this.context = context;
  }

  /** Finds a header of so many rows that begins in a certain one. */
  static HeaderFinder at(Sheet sheet, int row, int rows, ReadingContext context) {
    return new HeaderFinder(
        sheet, new SourceDescription.HeaderRule(row, List.of(), row, rows), context);
  }

  /**
   * A header.
   *
   * @param number number of its first record
   * @param line physical line on which that ends
   * @param names what its columns are called
   * @param records how many records it and the titles above take
   * @param units units that lines above it tell
   */
  record Found(long number, long line, HeaderNames names, long records, List<String> units)
      implements Serializable {
    Found {
      units = List.copyOf(units);
    }
  }

  /** Whether the sheet ended before the header. */
  boolean ended() {
    return ended;
  }

  /** Whether titles or header hold personal data. */
  boolean personal() {
    return personal;
  }

  /** Finds the header and takes the rows down to it. */
  Optional<Found> find(PeekedRows rows) throws UnreadableFileException {
    List<String> units = new ArrayList<>();
    long titles = 0;
    while (true) {
      List<SheetRow> next = rows.peek(rule.rows());
      if (next.isEmpty()) {
        ended = true;
        return Optional.empty();
      }
      SheetRow first = next.get(0);
      if (first.number() > rule.within()) {
        return Optional.empty();
      }
      boolean here = rule.row() > 0 ? first.number() == rule.row() : holdsAll(next);
      if (here) {
        List<SheetRow> header = below(next);
        personal |= header.stream().anyMatch(PersonalRows::holds);
        for (int i = 0; i < header.size(); i++) {
          rows.take();
        }
        return Optional.of(
            new Found(first.number(), first.line(), names(header), titles + header.size(), units));
      }
      rows.take();
      personal |= PersonalRows.holds(first);
      titles++;
      first.cells().stream()
          .map(Cell::text)
          .flatMap(text -> HeaderText.unitLine(text).stream())
          .forEach(units::add);
    }
  }

  /** Those rows that follow each other without a gap. */
  private static List<SheetRow> below(List<SheetRow> rows) {
    List<SheetRow> header = new ArrayList<>();
    for (SheetRow row : rows) {
      if (row.number() == rows.get(0).number() + header.size()) {
        header.add(row);
      }
    }
    return header;
  }

  private boolean holdsAll(List<SheetRow> rows) throws UnreadableFileException {
    if (!beginsHere(rows.get(0))) {
      return false;
    }
    HeaderNames names = names(below(rows));
    return rule.holds().stream().noneMatch(wanted -> names.places(wanted).isEmpty());
  }

  /** A title above a header of several rows is no part of it: it holds none of what is wanted. */
  private boolean beginsHere(SheetRow first) {
    return rule.holds().stream()
        .flatMap(wanted -> Arrays.stream(wanted.split("/", -1)))
        .map(HeaderText::folded)
        .anyMatch(
            wanted ->
                first.cells().stream()
                    .anyMatch(
                        cell ->
                            HeaderText.folded(cell.text()).equals(wanted)
                                || HeaderNames.withoutUnit(cell.text(), context.units())
                                    .equals(wanted)));
  }

  private HeaderNames names(List<SheetRow> rows) throws UnreadableFileException {
    if (rows.size() == 1) {
      return new HeaderNames(
          rows.get(0).cells().stream().map(Cell::text).toList(), context.units());
    }
    List<MergedCells> merged = sheet.merged();
    int width = rows.stream().mapToInt(SheetRow::size).max().orElse(0);
    for (MergedCells area : merged) {
      if (area.firstRow() == rows.get(0).number() && area.firstColumn() < width) {
        width = Math.max(width, Math.min(area.lastColumn() + 1, 16_384));
      }
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      names.add(joined(rows, merged, column));
    }
    return new HeaderNames(names, context.units());
  }

  /** What stands above a column from above to below, each text once. */
  private String joined(List<SheetRow> rows, List<MergedCells> merged, int column) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String text = text(rows, merged, i, column);
      if (!text.isEmpty() && (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text))) {
        texts.add(text);
      }
    }
    return String.join("/", texts);
  }

  private String text(List<SheetRow> rows, List<MergedCells> merged, int row, int column) {
    String own = rows.get(row).text(column);
    if (!own.isEmpty()) {
      return own;
    }
    long top = rows.get(0).number();
    boolean known = false;
    for (MergedCells area : merged) {
      known |= area.lastRow() >= top && area.firstRow() < top + rows.size();
      if (area.holds(top + row, column) && area.firstRow() >= top) {
        return rows.get((int) (area.firstRow() - top)).text(area.firstColumn());
      }
    }
    return known || row == rows.size() - 1 ? "" : fromLeft(rows, row, column);
  }

  /**
   * Without word of merged cells, as in CSV: a blank above a text belongs to the heading on its
   * left, if that heads texts of its own.
   */
  private static String fromLeft(List<SheetRow> rows, int row, int column) {
    for (int left = column; left >= 0; left--) {
      if (rows.get(row + 1).text(left).isEmpty()) {
        return "";
      }
      if (!rows.get(row).text(left).isEmpty()) {
        return rows.get(row).text(left);
      }
    }
    return "";
  }
}
