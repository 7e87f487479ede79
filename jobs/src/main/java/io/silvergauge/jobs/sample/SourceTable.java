package io.silvergauge.jobs.sample;

import java.util.List;

/** A kind of file that a province sends each quarter, half-year or year. */
interface SourceTable {
  /** The source's name in paths and slots. */
  String source();

  /** The spans it is sent for. */
  List<Span> spans(Quarter first, Quarter last);

  /** How many days later than the province's quarterly files it comes. */
  int daysLater();

  /** Whether a province sends it. */
  default boolean isSentBy(Province province) {
    return true;
  }

  /** The file of a province on a span, without mistakes. */
  Table table(Province province, Span span, Draws draws);
}
