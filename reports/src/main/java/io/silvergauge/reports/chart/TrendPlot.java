package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** JFreeChart's plot of a trend in the theme of the charts. */
final class TrendPlot {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** Neither shares nor scores go beyond; an axis that did would look odd. */
  private static final double WHOLE = 100;

  private final int periods;
  private final List<Trend.Line> lines;
  private final List<Trend.Steps> steps;

  TrendPlot(int periods, List<Trend.Line> lines, List<Trend.Steps> steps) {
    this.periods = periods;
    this.lines = lines;
    this.steps = steps;
  }

  XYPlot plot() {
    XYPlot plot = new XYPlot(values(), domain(), range(), renderer());
    for (int i = 0; i < steps.size(); i++) {
      XYLineAndShapeRenderer asked = new XYLineAndShapeRenderer(true, false);
      asked.setSeriesPaint(0, color(steps.get(i)));
      asked.setSeriesStroke(0, stroke(steps, i));
      asked.setDrawSeriesLineAsPath(true);
      plot.setDataset(i + 1, asked(steps.get(i)));
      plot.setRenderer(i + 1, asked);
    }
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    AxisSpace space = new AxisSpace();
    space.setLeft(Trend.insets().getLeft());
    space.setRight(Trend.insets().getRight());
    plot.setFixedRangeAxisSpace(space);
    AxisSpace above = new AxisSpace();
    above.setTop(Trend.insets().getTop());
    above.setBottom(Trend.insets().getBottom());
    plot.setFixedDomainAxisSpace(above);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(ChartTheme.LINE);
    plot.setRangeGridlineStroke(ChartTheme.THIN);
    return plot;
  }

  static Shape shape(int line, double x, double y) {
    return line == 0 ? Marks.circle(x, y, 4) : new Rectangle2D.Double(x - 3.5, y - 3.5, 7, 7);
  }

  static Color color(Trend.Steps steps) {
    return steps.plan() ? ChartTheme.INK : ChartTheme.OTHER;
  }

  static Stroke stroke(List<Trend.Steps> steps, int number) {
    return steps.get(number).plan()
        ? ChartTheme.BROKEN
        : ChartTheme.dotted((int) steps.stream().limit(number).filter(s -> !s.plan()).count());
  }

  private XYSeriesCollection values() {
    XYSeriesCollection values = new XYSeriesCollection();
    for (int line = 0; line < lines.size(); line++) {
      XYSeries series = new XYSeries(line);
      List<Datum> data = lines.get(line).data();
      for (int i = 0; i < data.size(); i++) {
        series.add(
            (Number) (double) i,
            data.get(i) instanceof Datum.Amount amount ? (Number) amount.value() : null);
      }
      values.addSeries(series);
    }
    return values;
  }

  /** Level from half a period before to half a period after; where it changes, a step. */
  private static XYSeriesCollection asked(Trend.Steps steps) {
    XYSeries series = new XYSeries("asked", false, true);
    for (int i = 0; i < steps.values().size(); i++) {
      OptionalDouble value = steps.values().get(i);
      Number asked = value.isPresent() ? (Number) value.getAsDouble() : null;
      if (i == 0 || !value.equals(steps.values().get(i - 1))) {
        series.add((Number) (i - .5), asked);
      }
      if (i == steps.values().size() - 1 || !value.equals(steps.values().get(i + 1))) {
        series.add((Number) (i + .5), asked);
      }
    }
    return new XYSeriesCollection(series);
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int line = 0; line < lines.size(); line++) {
      renderer.setSeriesPaint(line, Trend.color(line));
      renderer.setSeriesStroke(line, ChartTheme.FIRM);
    }
    return renderer;
  }

  private NumberAxis domain() {
    NumberAxis axis = new NumberAxis();
    axis.setRange(-.5, periods - .5);
    dress(axis);
    axis.setTickLabelsVisible(false);
    return axis;
  }

  private NumberAxis range() {
    double least = Trend.values(lines, steps).mapToDouble(Double::doubleValue).min().orElse(0);
    double most = Trend.values(lines, steps).mapToDouble(Double::doubleValue).max().orElse(1);
    double spread = most > least ? most - least : Math.max(Math.abs(most) * .1, 1);
    double step = step(spread / 3);
    NumberAxis axis = new NumberAxis();
    double top = Math.ceil((most + spread * .05) / step) * step;
    axis.setRange(
        Math.floor((least - spread * .12) / step) * step,
        most <= WHOLE && top > WHOLE ? WHOLE : top);
    axis.setTickUnit(
        new NumberTickUnit(
            step, new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))));
    axis.setAutoTickUnitSelection(false);
    dress(axis);
    axis.setAxisLineVisible(false);
    return axis;
  }

  private static double step(double rough) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    for (double step : STEPS) {
      if (step * power >= rough * .999) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static void dress(NumberAxis axis) {
    axis.setTickLabelFont(ChartTheme.SMALL);
    axis.setTickLabelPaint(ChartTheme.QUIET);
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(ChartTheme.QUIET);
    axis.setAxisLineStroke(ChartTheme.THIN);
  }
}
