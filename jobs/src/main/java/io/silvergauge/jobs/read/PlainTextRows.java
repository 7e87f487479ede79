package io.silvergauge.jobs.read;

import java.util.Optional;

/**
 * The records of a text without quotes, cut where its separators and line ends stand: what Commons
 * CSV gives of it.
 */
final class PlainTextRows implements Rows {
  private final PlainText text;
  private int at;
  private long given;

  PlainTextRows(PlainText text) {
    this.text = text;
    this.at = text.from();
  }

  @Override
  public Optional<SheetRow> next() {
    if (at >= text.to()) {
      return Optional.empty();
    }
    int end = text.end(at);
    SheetRow row = text.row(text.records() + ++given, at, end);
    at = text.next(end);
    return Optional.of(row);
  }

  @Override
  public long given() {
    return given;
  }
}
