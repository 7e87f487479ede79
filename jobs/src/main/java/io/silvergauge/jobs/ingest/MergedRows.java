package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.Cell;
import io.silvergauge.jobs.read.CellKind;
import io.silvergauge.jobs.read.MergedCells;
import io.silvergauge.jobs.read.SheetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The merged cells below a header, row by row. A workbook keeps what they show in the first of
 * them: of a label, such as a county's name over several rows, that is what every row means; of a
 * figure nothing tells to which row or column it belongs.
 */
final class MergedRows {
  private final List<MergedCells> coming;
  private final List<MergedCells> open = new ArrayList<>();
  private final Map<MergedCells, Cell> shown = new HashMap<>();
  private int next;

  /**
   * The merged cells of a sheet.
   *
   * @param header number of the header's last row
   */
  MergedRows(Collection<MergedCells> all, long header) {
    coming =
        all.stream()
            .filter(area -> area.firstRow() > header)
            .sorted(
                Comparator.comparing(MergedCells::firstRow).thenComparing(MergedCells::firstColumn))
            .toList();
  }

  /** Takes the next row and opens the areas that begin in it. */
  void enter(SheetRow row) {
    open.removeIf(area -> area.lastRow() < row.number());
    shown.keySet().retainAll(open);
    for (; next < coming.size() && coming.get(next).firstRow() <= row.number(); next++) {
      MergedCells area = coming.get(next);
      if (area.lastRow() >= row.number()) {
        open.add(area);
        boolean here = area.firstRow() == row.number() && area.firstColumn() < row.size();
        shown.put(area, here ? row.cells().get(area.firstColumn()) : Cell.BLANK);
      }
    }
  }

  /** The row that was entered, with what merged labels say of it. */
  SheetRow filled(SheetRow row, Set<Integer> labels) {
    if (open.isEmpty() || row.blank()) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    for (MergedCells area : open) {
      int column = area.firstColumn();
      Cell label = shown.get(area);
      boolean below = area.firstRow() < row.number() && labels.contains(column);
      if (below && label.kind() != CellKind.BLANK) {
        while (cells.size() <= column) {
          cells.add(Cell.BLANK);
        }
        if (cells.get(column).kind() == CellKind.BLANK) {
          cells.set(column, label);
        }
      }
    }
    return new SheetRow(row.number(), row.line(), row.hidden(), cells);
  }

  /** A column in which the row that was entered has part of a merged figure. */
  Optional<Integer> figure(Set<Integer> figures) {
    for (MergedCells area : open) {
      boolean single = area.firstRow() == area.lastRow() && area.firstColumn() == area.lastColumn();
      if (!single && shown.get(area).kind() != CellKind.BLANK) {
        Optional<Integer> column =
            new TreeSet<>(figures)
                .stream()
                    .filter(one -> one >= area.firstColumn() && one <= area.lastColumn())
                    .findFirst();
        if (column.isPresent()) {
          return column;
        }
      }
    }
    return Optional.empty();
  }
}
