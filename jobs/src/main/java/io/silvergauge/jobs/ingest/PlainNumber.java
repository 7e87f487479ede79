package io.silvergauge.jobs.ingest;

/**
 * Numbers as nearly all cells write them: at most twelve digits, and behind a point at most six,
 * with a minus sign before them or none. Whatever else is a number is read by {@code NumberText}.
 */
final class PlainNumber {
  /** Stands for a cell that is read in the general way. */
  static final long NONE = Long.MIN_VALUE;

  private PlainNumber() {}

  /** A cell's value in millionths; {@link #NONE} where it is not written in this way. */
  static long millionths(byte[] content, int from, int to) {
    int at = from;
    boolean negative = at < to && content[at] == '-';
    at += negative ? 1 : 0;
    long value = 0;
    int digits = 0;
    while (at < to && isDigit(content[at])) {
      value = value * 10 + content[at++] - '0';
      digits++;
      if (digits > CellReader.MAX_WHOLE_DIGITS) {
        return NONE;
      }
    }
    if (digits == 0) {
      return NONE;
    }
    int decimals = 0;
    if (at < to && content[at] == '.') {
      at++;
      while (at < to && isDigit(content[at]) && decimals < CellReader.MAX_DECIMALS) {
        value = value * 10 + content[at++] - '0';
        decimals++;
      }
      if (decimals == 0) {
        return NONE;
      }
    }
    if (at < to) {
      return NONE;
    }
    for (; decimals < CellReader.MAX_DECIMALS; decimals++) {
      value *= 10;
    }
    return negative ? -value : value;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
