package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** JFreeChart's web with rings, whole labels, and a gap where a score is missing. */
final class Web extends SpiderWebPlot {
  private static final long serialVersionUID = 1;
  private static final int CITY = 0;
  private static final double LABEL = 106;
  private static final double ROOM = 62;

  /** A reason that is longer than these lines stands whole in the words of the chart. */
  private static final int MOST_REASON = 3;

  private final transient List<Radar.Spoke> spokes;
  private final double full;

  Web(List<Radar.Spoke> spokes, double full) {
    super(dataset(spokes));
    this.spokes = spokes;
    this.full = full;
    setInsets(new RectangleInsets(ROOM, LABEL, ROOM, LABEL));
    setInteriorGap(0);
    setHeadPercent(0);
    setMaxValue(full);
    setBackgroundPaint(null);
    setOutlineVisible(false);
    setAxisLinePaint(ChartTheme.LINE);
    setAxisLineStroke(ChartTheme.THIN);
  }

  private static DefaultCategoryDataset dataset(List<Radar.Spoke> spokes) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < spokes.size(); i++) {
      dataset.addValue(number(spokes.get(i).score()), CITY, i);
      dataset.addValue(number(spokes.get(i).median()), CITY + 1, i);
    }
    return dataset;
  }

  private static Number number(Datum datum) {
    return datum instanceof Datum.Amount amount ? amount.value() : null;
  }

  @Override
  protected void drawRadarPoly(
      Graphics2D canvas,
      Rectangle2D area,
      Point2D centre,
      PlotRenderingInfo info,
      int series,
      int count,
      double headH,
      double headW) {
    if (series == CITY) {
      drawRings(canvas, area);
    }
    boolean city = series == CITY;
    Color color = city ? ChartTheme.ACCENT : ChartTheme.OTHER;
    Stroke stroke = city ? ChartTheme.FIRM : ChartTheme.BROKEN;
    Path2D line = line(area, series, count);
    canvas.setPaint(color);
    canvas.setStroke(stroke);
    canvas.draw(line);
    for (int i = 0; i < count && city; i++) {
      Number value = getPlotValue(series, i);
      if (value != null) {
        Point2D at = at(area, i, value.doubleValue() / full);
        Marks.dot(canvas, color, at.getX(), at.getY(), 4);
      }
    }
  }

  /** From neighbour to neighbour; where one is missing there is no line. */
  private Path2D line(Rectangle2D area, int series, int count) {
    Path2D line = new Path2D.Double();
    boolean whole = true;
    boolean drawing = false;
    for (int i = 0; i <= count; i++) {
      Number value = getPlotValue(series, i % count);
      if (value == null) {
        whole = false;
        drawing = false;
      } else if (i == count && whole) {
        line.closePath();
      } else {
        Point2D at = at(area, i % count, value.doubleValue() / full);
        if (drawing) {
          line.lineTo(at.getX(), at.getY());
        } else {
          line.moveTo(at.getX(), at.getY());
        }
        drawing = true;
      }
    }
    return line;
  }

  private void drawRings(Graphics2D canvas, Rectangle2D area) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      Path2D ring = new Path2D.Double();
      for (int i = 0; i < spokes.size(); i++) {
        Point2D at = at(area, i, quarter / 4.0);
        if (i == 0) {
          ring.moveTo(at.getX(), at.getY());
        } else {
          ring.lineTo(at.getX(), at.getY());
        }
      }
      ring.closePath();
      canvas.setPaint(ChartTheme.LINE);
      canvas.setStroke(ChartTheme.THIN);
      canvas.draw(ring);
    }
  }

  private Point2D at(Rectangle2D area, int spoke, double length) {
    double angle = getStartAngle() + getDirection().getFactor() * spoke * 360 / spokes.size();
    return getWebPoint(area, angle, Math.min(1, Math.max(0, length)));
  }

  @Override
  protected void drawLabel(
      Graphics2D canvas,
      Rectangle2D area,
      double value,
      int spoke,
      double startAngle,
      double extent) {
    Point2D end = at(area, spoke, 1);
    List<Line> lines = label(spokes.get(spoke));
    double dx = end.getX() - area.getCenterX();
    double dy = end.getY() - area.getCenterY();
    double height = lines.size() * (double) ChartTheme.SMALL_LINE;
    boolean upright = Math.abs(dx) < area.getWidth() * .1;
    double top = end.getY() - height / 2;
    if (upright || Math.abs(dy) > area.getHeight() * .35) {
      top = dy < 0 ? end.getY() - height - (upright ? 4 : -8) : end.getY() + 4;
    }
    Shape web = canvas.getClip();
    canvas.setClip(null); // labels stand around the web, to which JFreeChart clips
    double y = top + ChartTheme.SMALL_LINE - 3;
    for (Line line : lines) {
      if (upright) {
        Lettering.centred(canvas, line.text, line.font, line.color, end.getX(), y);
      } else if (dx < 0) {
        Lettering.right(canvas, line.text, line.font, line.color, end.getX() - 8, y);
      } else {
        Lettering.left(canvas, line.text, line.font, line.color, end.getX() + 8, y);
      }
      y += ChartTheme.SMALL_LINE;
    }
    canvas.setClip(web);
  }

  private record Line(String text, Font font, Color color) {}

  private static List<Line> label(Radar.Spoke spoke) {
    List<Line> lines = new ArrayList<>();
    add(lines, spoke.name(), ChartTheme.SMALL, ChartTheme.INK, 2);
    if (spoke.score() instanceof Datum.Amount score) {
      add(lines, score.label(), ChartTheme.STRONG_SMALL, ChartTheme.ACCENT, 2);
    } else {
      add(lines, spoke.score().said(), ChartTheme.SMALL, ChartTheme.QUIET, MOST_REASON);
    }
    if (spoke.median() instanceof Datum.Amount median) {
      add(lines, median.label(), ChartTheme.SMALL, ChartTheme.OTHER, 2);
    }
    return lines;
  }

  private static void add(List<Line> lines, String text, Font font, Color color, int most) {
    List<String> broken = Lettering.lines(text, font, LABEL - 16);
    for (int i = 0; i < broken.size() && i < most; i++) {
      String end = i == most - 1 && broken.size() > most ? "…" : "";
      lines.add(new Line(broken.get(i) + end, font, color));
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
