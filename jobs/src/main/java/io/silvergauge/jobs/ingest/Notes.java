package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.List;

/**
 * Tells the notes below a table from its rows: they begin with certain words and go on as long as
 * rows hold one cell at most.
 */
final class Notes {
  private final List<String> beginnings;
  private boolean open;
  private boolean decided;

  Notes(SourceDescription description) {
    beginnings = description.notes();
  }

  /** Takes the next row; whether the notes hold it. */
  boolean hold(SheetRow row) {
    String first = row.firstText();
    boolean begins = !first.isEmpty() && beginnings.stream().anyMatch(first::startsWith);
    boolean brief = row.filled() <= 1;
    decided |= begins || !brief;
    open = begins || (open && brief);
    return open;
  }

  /** Takes a row of several cells of which the first begins no note. */
  void pass() {
    decided = true;
    open = false;
  }

  /** Whether the next row belongs to them if it holds one cell at most. */
  boolean open() {
    return open;
  }

  /**
   * Whether a row was met that says by itself if notes hold it; of those before it what stood above
   * the first row must tell.
   */
  boolean decided() {
    return decided;
  }
}
