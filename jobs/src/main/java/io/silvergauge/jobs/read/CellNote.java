package io.silvergauge.jobs.read;

/**
 * What somebody wrote beside a cell of a workbook.
 *
 * @param row number of the cell's row, from 1
 * @param column place of the cell in its row, from 0
 * @param text what it says
 */
public record CellNote(long row, int column, String text) {
  /** The cell as workbooks name it, such as {@code C5}. */
  public String cell() {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.append(row).toString();
  }
}
