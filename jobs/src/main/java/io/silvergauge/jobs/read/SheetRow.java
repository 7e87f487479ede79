package io.silvergauge.jobs.read;

import java.util.List;

/**
 * A record of a sheet with its places.
 *
 * @param number of the record in a text file, of the row in a workbook; from 1, titles and header
 *     counted
 * @param line physical line on which it ends; in a workbook its number
 * @param hidden whether the workbook does not show it
 * @param cells its cells
 */
public record SheetRow(long number, long line, boolean hidden, List<Cell> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The text of a cell; empty where the row is shorter. */
  public String text(int place) {
    return place < cells.size() ? cells.get(place).text() : "";
  }

  /** How many cells it has. */
  public int size() {
    return cells.size();
  }

  /** Whether no cell holds anything. */
  public boolean blank() {
    return filled() == 0;
  }

  /** The text of the first cell that holds anything. */
  public String firstText() {
    for (Cell cell : cells) {
      if (cell.kind() != CellKind.BLANK) {
        return cell.text();
      }
    }
    return "";
  }

  /** How many cells hold something. */
  public long filled() {
    long filled = 0;
    for (Cell cell : cells) {
      filled += cell.kind() == CellKind.BLANK ? 0 : 1;
    }
    return filled;
  }
}
