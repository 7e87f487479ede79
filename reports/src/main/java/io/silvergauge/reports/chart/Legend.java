package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The keys below a chart, in as many lines as they take. */
final class Legend {
  /** A key; {@code mark} draws it into a box 26 wide around the point it is given. */
  record Key(String text, BiConsumer<Graphics2D, double[]> mark) {}

  private static final double MARK = 26;
  private static final double GAP = 18;
  private static final int LINE = 20;

  private final List<List<Key>> lines = new ArrayList<>();

  Legend(List<Key> keys, double width) {
    double x = 0;
    for (Key whole : keys) {
      Key key =
          new Key(Lettering.fitting(whole.text(), ChartTheme.SMALL, width - MARK), whole.mark());
      double wide = wide(key);
      if (lines.isEmpty() || x + wide - GAP > width) {
        lines.add(new ArrayList<>());
        x = 0;
      }
      lines.get(lines.size() - 1).add(key);
      x += wide;
    }
  }

  int height() {
    return lines.size() * LINE;
  }

  void draw(Graphics2D canvas, double left, double top) {
    double y = top;
    for (List<Key> line : lines) {
      double x = left;
      for (Key key : line) {
        key.mark().accept(canvas, new double[] {x + MARK / 2 - 2, y + LINE / 2.0});
        Lettering.left(
            canvas, key.text(), ChartTheme.SMALL, ChartTheme.INK, x + MARK, y + LINE / 2.0 + 4.5);
        x += wide(key);
      }
      y += LINE;
    }
  }

  private static double wide(Key key) {
    return MARK + Lettering.width(key.text(), ChartTheme.SMALL) + GAP;
  }
}
