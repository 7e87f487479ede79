package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds for the figures at the ends of lines the places where they cover the least. */
final class TrendLabels {
  private static final double HEIGHT = 11;
  private static final double DISTANCE = 7;
  private static final double POINT = 5;

  private final Rectangle2D room;
  private final List<Line2D> lines = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** No label leaves this room. */
  TrendLabels(Rectangle2D room) {
    this.room = room;
  }

  /** A mark that is to be kept free. */
  void keepFree(Point2D mark) {
    taken.add(
        new Rectangle2D.Double(mark.getX() - POINT, mark.getY() - POINT, 2 * POINT, 2 * POINT));
  }

  /** A line that is to be kept free where that is possible. */
  void keepFree(Point2D from, Point2D to) {
    lines.add(new Line2D.Double(from, to));
  }

  /**
   * Draws the label of a point.
   *
   * @param outwards 1 where the point is the last of its line, -1 where it is the first
   * @param above whether it would rather stand above its point than below
   */
  void draw(
      Graphics2D canvas, String text, Color color, Point2D point, int outwards, boolean above) {
    double width = Lettering.width(text, ChartTheme.STRONG_SMALL);
    Rectangle2D best = null;
    for (Rectangle2D place : places(point, width, outwards, above)) {
      if (best == null || covers(place) < covers(best)) {
        best = place;
      }
    }
    taken.add(best);
    Lettering.left(canvas, text, ChartTheme.STRONG_SMALL, color, best.getX(), best.getMaxY() - 1);
  }

  /** The better before the worse. */
  private List<Rectangle2D> places(Point2D point, double width, int outwards, boolean above) {
    double x = point.getX() - width / 2;
    double over = point.getY() - DISTANCE - HEIGHT;
    double under = point.getY() + DISTANCE;
    double beside = point.getX() + (outwards > 0 ? DISTANCE : -DISTANCE - width);
    double shift = outwards * width / 2;
    List<Rectangle2D> places = new ArrayList<>();
    for (double y : above ? List.of(over, under) : List.of(under, over)) {
      places.add(inside(x, y, width));
      places.add(inside(x + shift, y, width));
    }
    places.add(inside(beside, point.getY() - HEIGHT / 2, width));
    places.add(inside(x, above ? over - HEIGHT : under + HEIGHT, width));
    return places;
  }

  private Rectangle2D inside(double x, double y, double width) {
    return new Rectangle2D.Double(
        Math.max(room.getX(), Math.min(room.getMaxX() - width, x)),
        Math.max(room.getY(), Math.min(room.getMaxY() - HEIGHT, y)),
        width,
        HEIGHT);
  }

  /** A figure below another is worse than one on a line. */
  private long covers(Rectangle2D place) {
    return lines.stream().filter(line -> line.intersects(place)).count()
        + 2 * taken.stream().filter(other -> other.intersects(place)).count();
  }
}
