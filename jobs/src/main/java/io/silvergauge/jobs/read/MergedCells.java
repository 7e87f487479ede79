package io.silvergauge.jobs.read;

/**
 * Cells shown as one, whose text stands in the first.
 *
 * @param firstRow number of the first row, from 1
 * @param lastRow number of the last row
 * @param firstColumn place of the first column, from 0
 * @param lastColumn place of the last column
 */
public record MergedCells(long firstRow, long lastRow, int firstColumn, int lastColumn) {
  /** Whether a cell is one of them. */
  public boolean holds(long row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
