package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A picture of some figures with its size in user units; a unit is a pixel of a page and three
 * quarters of a point on paper.
 */
public interface Chart {
  /** Width of all charts: two stand side by side on a wide page, one fills a phone. */
  int WIDTH = 440;

  /** What it shows, in a few words. */
  String title();

  /** Its figures in words, for those who cannot see it. */
  String description();

  /** What is said of a place when it is pointed at, where a page can do that. */
  record Note(Rectangle2D place, String text) {}

  /** Notes on its places; nothing that is not in the chart or its description too. */
  default List<Note> notes() {
    return List.of();
  }

  /** Its figures, where other programs have a chart of the same kind. */
  default Optional<Figured> figures() {
    return Optional.empty();
  }

  /** Its width. */
  default int width() {
    return WIDTH;
  }

  /** Its height. */
  int height();

  /** Draws it with its upper left corner at the origin. */
  void draw(Graphics2D canvas);
}
