package io.silvergauge.jobs.read;

/**
 * A cell.
 *
 * @param text what it holds, without blanks around it
 * @param kind of what kind that is
 * @param formula whether a formula gave it; what it holds is then the result that was saved
 */
public record Cell(String text, CellKind kind, boolean formula) {
  /** A cell that holds nothing. */
  public static final Cell BLANK = new Cell("", CellKind.BLANK, false);

  /** A cell of a text file. */
  public static Cell of(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? BLANK : new Cell(stripped, CellKind.TEXT, false);
  }
}
