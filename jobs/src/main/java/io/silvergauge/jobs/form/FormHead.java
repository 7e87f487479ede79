package io.silvergauge.jobs.form;

/**
 * The head of a form's column: three cells, one below the other.
 *
 * @param id what the program knows it by, the lowest cell
 * @param zh what people know it by, the cell above, with the unit in brackets
 * @param en the same in English, the topmost cell; nothing is read from it
 */
public record FormHead(String id, String zh, String en) {
  /** How source descriptions call the column: a header of two rows, from above to below. */
  public String column() {
    return zh + "/" + id;
  }
}
