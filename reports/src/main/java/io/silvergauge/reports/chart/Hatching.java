package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Marks a place where a figure is missing: slanting lines, so that nobody takes it for nought. */
final class Hatching {
  private static final double STEP = 8;

  private Hatching() {}

  static void fill(Graphics2D canvas, double x, double y, double width, double height) {
    Path2D lines = new Path2D.Double();
    for (double foot = x - height + STEP; foot < x + width; foot += STEP) {
      double low = Math.max(0, x - foot);
      double high = Math.min(height, x + width - foot);
      lines.moveTo(foot + low, y + height - low);
      lines.lineTo(foot + high, y + height - high);
    }
    lines.moveTo(x, y);
    lines.lineTo(x + width, y);
    lines.lineTo(x + width, y + height);
    lines.lineTo(x, y + height);
    lines.closePath();
    canvas.setPaint(ChartTheme.QUARTILES);
    canvas.setStroke(ChartTheme.THIN);
    canvas.draw(lines);
  }
}
