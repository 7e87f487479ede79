package io.silvergauge.jobs.read;

import java.util.List;
import java.util.Optional;

/** A table of a file: a text file is one, a workbook has one a sheet. */
public interface Sheet {
  /**
   * Its name: empty for a text file, the sheet's for a workbook, and {@code entry} or {@code
   * entry!sheet} in a container.
   */
  String name();

  /** The sheet's own name in its workbook; empty for a text file. */
  default String title() {
    return name();
  }

  /** Whether the workbook does not show it. */
  default boolean hidden() {
    return false;
  }

  /** Whether its rows have as many cells as were written, so that a short row is a fault. */
  default boolean ragged() {
    return false;
  }

  /**
   * Its rows from the first.
   *
   * @throws UnreadableFileException where it cannot be read
   */
  Rows open() throws UnreadableFileException;

  /** Its bytes, where they can be read as they stand. */
  default Optional<PlainText> plain() {
    return Optional.empty();
  }

  /**
   * Cells that are merged.
   *
   * @throws UnreadableFileException where it cannot be read
   */
  default List<MergedCells> merged() throws UnreadableFileException {
    return List.of();
  }

  /**
   * What is written beside its cells, by row and column.
   *
   * @throws UnreadableFileException where it cannot be read, or is more than is read
   */
  default List<CellNote> notes() throws UnreadableFileException {
    return List.of();
  }
}
