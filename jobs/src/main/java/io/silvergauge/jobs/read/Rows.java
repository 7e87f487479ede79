package io.silvergauge.jobs.read;

import java.util.Optional;

/** The rows of a sheet, one after the other; no more than one is held. */
public interface Rows extends AutoCloseable {
  /**
   * The next row; empty after the last.
   *
   * @throws UnreadableFileException where the file cannot be read any further
   */
  Optional<SheetRow> next() throws UnreadableFileException;

  /** How many rows {@link #next} has given. */
  long given();

  @Override
  default void close() {}
}
