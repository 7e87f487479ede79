package io.silvergauge.reports.html;

/** What a page is made for. */
enum Medium {
  /** A browser. */
  SCREEN,
  /** Sheets of paper. */
  PAPER
}
