package io.silvergauge.reports.chart;

import java.awt.Color;

/** Writes the numbers of a drawing as short as they get. */
final class Numbers {
  private static final String HEX = "0123456789abcdef";

  private Numbers() {}

  /** Rounded to a tenth of a unit, which is no thicker than a hair; ".5" and "12", not "12.0". */
  static void tenths(StringBuilder out, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A place in a chart is a number, not " + number);
    }
    long tenths = Math.round(number * 10);
    if (tenths < 0) {
      out.append('-');
      tenths = -tenths;
    }
    if (tenths >= 10 || tenths == 0) {
      out.append(tenths / 10);
    }
    if (tenths % 10 != 0) {
      out.append('.').append((char) ('0' + tenths % 10));
    }
  }

  /** Its red, green and blue as a page writes them: {@code #1d2327}. */
  static void color(StringBuilder out, Color color) {
    out.append('#');
    for (int shift = 20; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(color.getRGB() >> shift & 15));
    }
  }
}
