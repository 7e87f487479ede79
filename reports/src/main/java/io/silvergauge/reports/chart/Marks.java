package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The marks that charts and their keys share; places are the middle of a mark. */
final class Marks {
  private Marks() {}

  static void box(Graphics2D canvas, Color color, double x, double y, double w, double h) {
    canvas.setPaint(color);
    canvas.fill(new Rectangle2D.Double(x, y, w, h));
  }

  static void frame(Graphics2D canvas, Color color, double x, double y, double w, double h) {
    canvas.setPaint(color);
    canvas.setStroke(ChartTheme.THIN);
    canvas.draw(new Rectangle2D.Double(x, y, w, h));
  }

  static void line(
      Graphics2D canvas, Color color, Stroke stroke, double x1, double y1, double x2, double y2) {
    canvas.setPaint(color);
    canvas.setStroke(stroke);
    canvas.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** The plan's target: an upright bar with a light edge, seen on any ground. */
  static void bar(Graphics2D canvas, double x, double y, double height) {
    box(canvas, ChartTheme.PAPER, x - 3, y - height / 2, 6, height);
    box(canvas, ChartTheme.INK, x - 1.5, y - height / 2, 3, height);
  }

  /** Another profile's target: an open diamond. */
  static void diamond(Graphics2D canvas, double x, double y, double half) {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - half);
    diamond.lineTo(x + half, y);
    diamond.lineTo(x, y + half);
    diamond.lineTo(x - half, y);
    diamond.closePath();
    canvas.setPaint(ChartTheme.PAPER);
    canvas.fill(diamond);
    canvas.setPaint(ChartTheme.OTHER);
    canvas.setStroke(ChartTheme.FIRM);
    canvas.draw(diamond);
  }

  /** A city's place: a dot with a light edge. */
  static void dot(Graphics2D canvas, Color color, double x, double y, double radius) {
    canvas.setPaint(ChartTheme.PAPER);
    canvas.fill(circle(x, y, radius + 1.5));
    canvas.setPaint(color);
    canvas.fill(circle(x, y, radius));
  }

  static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
