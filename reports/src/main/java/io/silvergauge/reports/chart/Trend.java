package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Values over the periods, with what the plan asks as steps; a missing value is a gap. */
public final class Trend implements Chart {
  /** A line: its name and a figure for each period. */
  public record Line(String name, List<Datum> data) {
    public Line {
      data = List.copyOf(data);
    }
  }

  /** What is asked in each period, as far as something is. */
  public record Steps(String name, List<OptionalDouble> values) {
    public Steps {
      values = List.copyOf(values);
    }
  }

  /** How a figure follows what it is of, an item the one before it, a clause the one before it. */
  public record Words(String colon, String list, String clause) {}

  /** Height of the plot of one indicator. */
  public static final int LOW = 170;

  /** Height of the plot that stands beside a radar. */
  public static final int HIGH = 330;

  private static final double LEFT = 46;
  private static final double RIGHT = 26;
  private static final double TOP = 22;
  private static final double BOTTOM = 24;

  private final String title;
  private final int plotHeight;
  private final List<String> periods;
  private final List<Line> lines;
  private final Steps steps;
  private final Words words;
  private final List<String> gaps;
  private final Legend legend;

  /**
   * A trend over these periods.
   *
   * @param plot height of the plot
   * @param lines one or two
   * @param steps what is asked; without any value there is none
   */
  public Trend(
      String title, int plot, List<String> periods, List<Line> lines, Steps steps, Words words) {
    this.title = title;
    this.plotHeight = plot;
    this.periods = List.copyOf(periods);
    this.lines = List.copyOf(lines);
    this.steps = steps;
    this.words = words;
    this.gaps = Lettering.lines(gaps(), ChartTheme.SMALL, WIDTH - 16);
    this.legend = new Legend(keys(), WIDTH - 16);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return lines.stream().map(this::said).collect(Collectors.joining(words.clause()));
  }

  private String said(Line line) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      said.add(periods.get(i) + " " + line.data().get(i).said());
    }
    return line.name() + words.colon() + String.join(words.list(), said);
  }

  @Override
  public int height() {
    return plotHeight + gaps.size() * ChartTheme.SMALL_LINE + legend.height() + 4;
  }

  @Override
  public void draw(Graphics2D canvas) {
    XYPlot plot = new TrendPlot(periods, lines, steps).plot();
    Rectangle2D area =
        new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, plotHeight - TOP - BOTTOM);
    hatch(canvas, plot, area);
    PlotRenderingInfo info = new PlotRenderingInfo(null);
    plot.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, plotHeight), null, null, info);
    points(canvas, plot, area);
    labels(canvas, plot, area);
    double y = plotHeight + ChartTheme.SMALL_LINE - 3;
    for (String line : gaps) {
      Lettering.left(canvas, line, ChartTheme.SMALL, ChartTheme.QUIET, 8, y);
      y += ChartTheme.SMALL_LINE;
    }
    legend.draw(canvas, 8, y - ChartTheme.SMALL_LINE + 6);
  }

  /** Periods in which no line has a figure. */
  private void hatch(Graphics2D canvas, XYPlot plot, Rectangle2D area) {
    for (int i = 0; i < periods.size(); i++) {
      int at = i;
      if (lines.stream().allMatch(line -> line.data().get(at) instanceof Datum.Gap)) {
        double x = plot.getDomainAxis().valueToJava2D(i, area, RectangleEdge.BOTTOM);
        Hatching.fill(canvas, x - 10, area.getY(), 20, area.getHeight());
      }
    }
  }

  private void points(Graphics2D canvas, XYPlot plot, Rectangle2D area) {
    for (int line = 0; line < lines.size(); line++) {
      canvas.setPaint(color(line));
      for (int i = 0; i < periods.size(); i++) {
        if (lines.get(line).data().get(i) instanceof Datum.Amount amount) {
          canvas.fill(
              TrendPlot.shape(
                  line,
                  plot.getDomainAxis().valueToJava2D(i, area, RectangleEdge.BOTTOM),
                  plot.getRangeAxis().valueToJava2D(amount.value(), area, RectangleEdge.LEFT)));
        }
      }
    }
  }

  /** The first and the last figure of each line, the upper one above and the lower one below. */
  private void labels(Graphics2D canvas, XYPlot plot, Rectangle2D area) {
    for (int i = 0; i < lines.size(); i++) {
      List<Datum> data = lines.get(i).data();
      int last = lastAmount(data);
      int first = firstAmount(data);
      for (int at : first == last ? List.of(last) : List.of(first, last)) {
        if (at >= 0) {
          label(canvas, plot, area, i, at);
        }
      }
    }
  }

  private void label(Graphics2D canvas, XYPlot plot, Rectangle2D area, int line, int at) {
    Datum.Amount amount = (Datum.Amount) lines.get(line).data().get(at);
    ValueAxis range = plot.getRangeAxis();
    double x = plot.getDomainAxis().valueToJava2D(at, area, RectangleEdge.BOTTOM);
    double y = range.valueToJava2D(amount.value(), area, RectangleEdge.LEFT);
    boolean above =
        lines.stream()
            .map(other -> other.data().get(at))
            .allMatch(other -> !(other instanceof Datum.Amount a) || a.value() <= amount.value());
    boolean under = !above || (lines.size() == 1 && crossed(range, area, y, at));
    double half = Lettering.width(amount.label(), ChartTheme.STRONG_SMALL) / 2;
    double middle = Math.max(half + 2, Math.min(WIDTH - 2 - half, x));
    Lettering.centred(
        canvas,
        amount.label(),
        ChartTheme.STRONG_SMALL,
        color(line),
        middle,
        under ? y + 17 : y - 8);
  }

  /** Whether what is asked lies where a label above a point would stand. */
  private boolean crossed(ValueAxis range, Rectangle2D area, double y, int at) {
    if (at >= steps.values().size() || steps.values().get(at).isEmpty()) {
      return false;
    }
    double asked =
        range.valueToJava2D(steps.values().get(at).getAsDouble(), area, RectangleEdge.LEFT);
    return asked < y && asked > y - 24;
  }

  private static int firstAmount(List<Datum> data) {
    for (int i = 0; i < data.size(); i++) {
      if (data.get(i) instanceof Datum.Amount) {
        return i;
      }
    }
    return -1;
  }

  private static int lastAmount(List<Datum> data) {
    for (int i = data.size() - 1; i >= 0; i--) {
      if (data.get(i) instanceof Datum.Amount) {
        return i;
      }
    }
    return -1;
  }

  static Color color(int line) {
    return line == 0 ? ChartTheme.ACCENT : ChartTheme.OTHER;
  }

  private List<Legend.Key> keys() {
    List<Legend.Key> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int line = i;
      keys.add(new Legend.Key(lines.get(i).name(), (c, at) -> sample(c, line, at)));
    }
    if (steps.values().stream().anyMatch(OptionalDouble::isPresent)) {
      keys.add(
          new Legend.Key(
              steps.name(),
              (c, at) ->
                  Marks.line(
                      c, ChartTheme.INK, ChartTheme.BROKEN, at[0] - 10, at[1], at[0] + 10, at[1])));
    }
    return keys;
  }

  private static void sample(Graphics2D canvas, int line, double[] at) {
    Marks.line(canvas, color(line), ChartTheme.FIRM, at[0] - 10, at[1], at[0] + 10, at[1]);
    canvas.setPaint(color(line));
    canvas.fill(TrendPlot.shape(line, at[0], at[1]));
  }

  /** The periods without figures by their reason: 2022Q2, 2022Q3: not reported. */
  private String gaps() {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (Line line : lines) {
      for (int i = 0; i < periods.size(); i++) {
        if (line.data().get(i) instanceof Datum.Gap gap) {
          String reason = alike(i, gap) ? gap.reason() : line.name() + " – " + gap.reason();
          byReason.computeIfAbsent(reason, r -> new TreeSet<>()).add(periods.get(i));
        }
      }
    }
    return byReason.entrySet().stream()
        .map(entry -> String.join(words.list(), entry.getValue()) + words.colon() + entry.getKey())
        .collect(Collectors.joining(words.clause()));
  }

  /** Whether all lines lack the figure of a period for the same reason. */
  private boolean alike(int period, Datum.Gap gap) {
    return lines.stream().allMatch(line -> line.data().get(period).equals(gap));
  }

  /** All values that must lie on the scale. */
  static Stream<Double> values(List<Line> lines, Steps steps) {
    return Stream.concat(
        lines.stream()
            .flatMap(line -> line.data().stream())
            .filter(Datum.Amount.class::isInstance)
            .map(datum -> ((Datum.Amount) datum).value()),
        steps.values().stream().filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble));
  }

  static RectangleInsets insets() {
    return new RectangleInsets(TOP, LEFT, BOTTOM, RIGHT);
  }
}
