package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.util.List;

/** The line above a bar: a name at the left, in as many lines as it takes, a value at the right. */
final class Heading {
  private static final double MOST_VALUE = 200;

  private final List<String> name;
  private final List<String> value;
  private final double width;

  Heading(String name, String value, double width) {
    this.value = Lettering.lines(value, ChartTheme.STRONG, MOST_VALUE);
    this.width = width;
    double taken =
        this.value.stream().mapToDouble(v -> Lettering.width(v, ChartTheme.STRONG)).max().orElse(0);
    this.name = Lettering.lines(name, ChartTheme.TEXT, width - taken - 24);
  }

  double height() {
    return ChartTheme.TEXT_LINE * (double) Math.max(name.size(), value.size()) + 2;
  }

  /** Draws it; {@code indent} keeps room before the name. */
  void draw(Graphics2D canvas, double left, double top, double indent) {
    double y = top + ChartTheme.TEXT_LINE - 3;
    for (String line : name) {
      Lettering.left(canvas, line, ChartTheme.TEXT, ChartTheme.INK, left + indent, y);
      y += ChartTheme.TEXT_LINE;
    }
    y = top + ChartTheme.TEXT_LINE - 3;
    for (String line : value) {
      Lettering.right(canvas, line, ChartTheme.STRONG, ChartTheme.INK, left + width, y);
      y += ChartTheme.TEXT_LINE;
    }
  }
}
