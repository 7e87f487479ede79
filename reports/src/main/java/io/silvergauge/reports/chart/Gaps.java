package io.silvergauge.reports.chart;

import java.awt.Graphics2D;

/** A hatched gap with the reason why there is no figure. */
final class Gaps {
  private Gaps() {}

  static void draw(
      Graphics2D canvas, String reason, double x, double y, double width, double height) {
    Hatching.fill(canvas, x, y, width, height);
    String shown = Lettering.fitting(reason, ChartTheme.SMALL, width - 36);
    double wide = Lettering.width(shown, ChartTheme.SMALL) + 12;
    Marks.box(canvas, ChartTheme.PAPER, x + 10, y - 1, wide, height + 2);
    Lettering.left(canvas, shown, ChartTheme.SMALL, ChartTheme.INK, x + 16, y + height / 2 + 4.5);
  }
}
