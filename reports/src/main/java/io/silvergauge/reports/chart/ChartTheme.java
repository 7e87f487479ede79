package io.silvergauge.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;

/**
 * Colours, lines and letters of all charts. What matters differs in lightness and in shape or
 * pattern too, so that it can be told apart in grey print and without seeing colours.
 */
final class ChartTheme {
  static final Color INK = new Color(0x1d2327);
  static final Color QUIET = new Color(0x56616a);
  static final Color LINE = new Color(0xd5dbdf);
  static final Color BAND = new Color(0xe9edef);
  static final Color QUARTILES = new Color(0xb9c4ca);
  static final Color PAPER = Color.WHITE;
  static final Color ACCENT = new Color(0x0b5563);
  static final Color TINT = new Color(0x6fa8b5);
  static final Color OTHER = new Color(0xb35c00);

  /** From little to much, each darker than the one before; ink is legible on all but the last. */
  static final List<Color> STEPS =
      List.of(
          new Color(0xf1f6f7),
          new Color(0xd0e3e8),
          new Color(0xa5cad3),
          new Color(0x6aa6b3),
          ACCENT);

  static final Font TEXT = ChartFont.plain(14);
  static final Font STRONG = ChartFont.bold(14);
  static final Font SMALL = ChartFont.plain(12);
  static final Font STRONG_SMALL = ChartFont.bold(12);

  /** Distance between the base lines of two lines of text. */
  static final int TEXT_LINE = 18;

  static final int SMALL_LINE = 15;

  static final Stroke THIN = line(1);
  static final Stroke FIRM = line(2);
  static final Stroke BROKEN = dashes(6, 4);

  /** Lines of the targets beside the plan's, one after the other; further ones start again. */
  private static final List<Stroke> DOTTED = List.of(dashes(2, 3), dashes(10, 3), dashes(2, 7));

  private ChartTheme() {}

  static Stroke dotted(int number) {
    return DOTTED.get(number % DOTTED.size());
  }

  private static Stroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4);
  }

  private static Stroke dashes(float dash, float gap) {
    return new BasicStroke(
        2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {dash, gap}, 0);
  }
}
