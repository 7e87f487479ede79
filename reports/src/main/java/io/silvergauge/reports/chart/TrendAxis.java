package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of the periods below a trend, each year once below its first; where they are many,
 * every second, third … counted from the last.
 */
record TrendAxis(List<Trend.Time> periods) {
  private static final double GAP = 8;

  void draw(Graphics2D canvas, Rectangle2D area) {
    int every = 1;
    while (every < periods.size() && !fits(every, area)) {
      every++;
    }
    String before = "";
    for (int i : drawn(every)) {
      Trend.Time time = periods.get(i);
      label(canvas, time.part(), x(i, area), area.getMaxY() + 15);
      if (!time.year().equals(before)) {
        label(canvas, time.year(), x(i, area), area.getMaxY() + 15 + ChartTheme.SMALL_LINE);
      }
      before = time.year();
    }
  }

  private List<Integer> drawn(int every) {
    return IntStream.range(0, periods.size())
        .filter(i -> (periods.size() - 1 - i) % every == 0)
        .boxed()
        .toList();
  }

  /** Whether neither two parts nor two years come too close. */
  private boolean fits(int every, Rectangle2D area) {
    double part = Double.NEGATIVE_INFINITY;
    double year = Double.NEGATIVE_INFINITY;
    String before = "";
    for (int i : drawn(every)) {
      Trend.Time time = periods.get(i);
      double half = Lettering.width(time.part(), ChartTheme.SMALL) / 2;
      boolean fits = x(i, area) - half >= part + GAP;
      part = x(i, area) + half;
      if (!time.year().equals(before)) {
        double halfYear = Lettering.width(time.year(), ChartTheme.SMALL) / 2;
        fits &= x(i, area) - halfYear >= year + GAP;
        year = x(i, area) + halfYear;
      }
      if (!fits) {
        return false;
      }
      before = time.year();
    }
    return true;
  }

  private double x(int period, Rectangle2D area) {
    return area.getX() + area.getWidth() * (period + .5) / periods.size();
  }

  private static void label(Graphics2D canvas, String text, double x, double y) {
    double half = Lettering.width(text, ChartTheme.SMALL) / 2;
    double middle = Math.max(half + 2, Math.min(Chart.WIDTH - 2 - half, x));
    Lettering.centred(canvas, text, ChartTheme.SMALL, ChartTheme.QUIET, middle, y);
  }
}
