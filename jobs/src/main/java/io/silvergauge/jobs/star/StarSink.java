package io.silvergauge.jobs.star;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the rows of the star schema go. Nothing is to be seen there before {@link #finish}. */
public interface StarSink extends Closeable {
  /**
   * Takes a row.
   *
   * @param table one of {@link Star#TABLES}
   * @param row a value a column, null where there is none
   */
  void row(StarTable<?> table, List<Object> row) throws IOException;

  /** All rows were given: makes them what there is. */
  void finish() throws IOException;

  /** Lets go of what it holds; what was not finished leaves no trace. */
  @Override
  void close() throws IOException;
}
