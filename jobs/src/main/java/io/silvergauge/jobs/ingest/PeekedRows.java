package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Rows that can be looked at before they are taken, a few at a time. */
final class PeekedRows {
  private final Rows rows;
  private final Deque<SheetRow> ahead = new ArrayDeque<>();

  PeekedRows(Rows rows) {
    this.rows = rows;
  }

  /** The next rows, at most so many, without taking them. */
  List<SheetRow> peek(int count) throws UnreadableFileException {
    while (ahead.size() < count) {
      Optional<SheetRow> next = rows.next();
      if (next.isEmpty()) {
        break;
      }
      ahead.add(next.get());
    }
    return ahead.stream().limit(count).collect(ArrayList::new, List::add, List::addAll);
  }

  /** The next row. */
  Optional<SheetRow> take() throws UnreadableFileException {
    return ahead.isEmpty() ? rows.next() : Optional.of(ahead.remove());
  }

  /** How many rows were met, those that were looked at too. */
  long given() {
    return rows.given();
  }
}
