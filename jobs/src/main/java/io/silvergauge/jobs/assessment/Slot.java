package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;

/**
 * What a delivery answers.
 *
 * @param source id of the source description it is read by
 * @param sender who owes it, for example a province's code
 * @param period period it is for
 * @param part which part, {@code all} unless a sender splits it
 */
public record Slot(String source, String sender, Period period, String part)
    implements Serializable {
  /**
   * The slot a text names, {@code source/sender/period/part}; the period may itself hold a slash.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Slot parse(String text) {
    int first = text.indexOf('/');
    int second = text.indexOf('/', first + 1);
    int last = text.lastIndexOf('/');
    if (first <= 0 || second <= first + 1 || last <= second || last == text.length() - 1) {
      throw new IllegalArgumentException("'%s' is no slot".formatted(text));
    }
    return new Slot(
        text.substring(0, first),
        text.substring(first + 1, second),
        Period.parse(text.substring(second + 1, last)),
        text.substring(last + 1));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return source + "/" + sender + "/" + period + "/" + part;
  }
}
