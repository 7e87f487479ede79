package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Values over the periods, with what is asked as steps; a missing value is a gap. */
public final class Trend implements Chart {
  /** A line: its name and a figure for each period. */
  public record Line(String name, List<Datum> data) {
    public Line {
      data = List.copyOf(data);
    }
  }

  /**
   * What is asked in each period, as far as something is.
   *
   * @param plan whether the plan asks it; else another profile does
   */
  public record Steps(String name, boolean plan, List<OptionalDouble> values) {
    public Steps {
      values = List.copyOf(values);
    }

    private boolean isAsked() {
      return values.stream().anyMatch(OptionalDouble::isPresent);
    }
  }

  /** A period: its name, and how the axis names it with the year on a line of its own. */
  public record Time(String name, String part, String year) {}

  /** How a figure follows what it is of, an item the one before it, a clause the one before it. */
  public record Words(String colon, String list, String clause) {}

  /** Height of the plot of one indicator. */
  public static final int LOW = 170;

  /** Height of the plot that stands beside a radar. */
  public static final int HIGH = 330;

  private static final double LEFT = 46;
  private static final double RIGHT = 30;
  private static final double TOP = 22;
  private static final double BOTTOM = 38;

  private final String title;
  private final int plotHeight;
  private final List<Time> periods;
  private final List<Line> lines;
  private final List<Steps> steps;
  private final Words words;
  private final List<String> gaps;
  private final Legend legend;

  /**
   * A trend over these periods.
   *
   * @param plot height of the plot
   * @param lines one or two
   * @param steps what is asked; those without any value are left out
   */
  public Trend(
      String title,
      int plot,
      List<Time> periods,
      List<Line> lines,
      List<Steps> steps,
      Words words) {
    this.title = title;
    this.plotHeight = plot;
    this.periods = List.copyOf(periods);
    this.lines = List.copyOf(lines);
    this.steps = steps.stream().filter(Steps::isAsked).toList();
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
      said.add(periods.get(i).name() + " " + line.data().get(i).said());
    }
    return line.name() + words.colon() + String.join(words.list(), said);
  }

  @Override
  public Optional<Figured> figures() {
    List<Figured.Series> series = new ArrayList<>();
    for (Line line : lines) {
      series.add(
          new Figured.Series(line.name(), line.data().stream().map(Figured::value).toList(), true));
    }
    for (Steps asked : steps) {
      List<Double> values = new ArrayList<>();
      asked.values().forEach(one -> values.add(one.isPresent() ? one.getAsDouble() : null));
      series.add(new Figured.Series(asked.name(), values, false));
    }
    return Optional.of(
        new Figured(
            Figured.Kind.LINES,
            categories(),
            series,
            0,
            gaps().isEmpty() ? List.of() : List.of(gaps())));
  }

  /** The year stands where it begins. */
  private List<String> categories() {
    List<String> categories = new ArrayList<>();
    String before = "";
    for (Time time : periods) {
      boolean same = time.year().isEmpty() || time.year().equals(before);
      categories.add(same ? time.part() : time.year() + " " + time.part());
      before = time.year();
    }
    return categories;
  }

  @Override
  public int height() {
    return plotHeight + gaps.size() * ChartTheme.SMALL_LINE + legend.height() + 4;
  }

  @Override
  public void draw(Graphics2D canvas) {
    XYPlot plot = new TrendPlot(periods.size(), lines, steps).plot();
    Rectangle2D area =
        new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, plotHeight - TOP - BOTTOM);
    hatch(canvas, plot, area);
    PlotRenderingInfo info = new PlotRenderingInfo(null);
    plot.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, plotHeight), null, null, info);
    new TrendAxis(periods).draw(canvas, area);
    ends(canvas, plot, area);
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
          Point2D at = at(plot, area, i, amount.value());
          canvas.fill(TrendPlot.shape(line, at.getX(), at.getY()));
        }
      }
    }
  }

  /** A diamond where a level of what another profile asks ends, as in the other charts. */
  private void ends(Graphics2D canvas, XYPlot plot, Rectangle2D area) {
    for (Steps asked : steps) {
      List<OptionalDouble> values = asked.values();
      for (int i = 0; i < values.size() && !asked.plan(); i++) {
        boolean ends = i == values.size() - 1 || !values.get(i).equals(values.get(i + 1));
        if (ends && values.get(i).isPresent()) {
          Point2D at = at(plot, area, i + .5, values.get(i).getAsDouble());
          Marks.diamond(canvas, at.getX(), at.getY(), 5);
        }
      }
    }
  }

  /** The first and the last figure of each line, where they cover the least of the rest. */
  private void labels(Graphics2D canvas, XYPlot plot, Rectangle2D area) {
    TrendLabels labels =
        new TrendLabels(new Rectangle2D.Double(LEFT, 2, WIDTH - LEFT - 2, area.getMaxY() - 3));
    for (Line line : lines) {
      Point2D before = null;
      for (int i = 0; i < periods.size(); i++) {
        Point2D at =
            line.data().get(i) instanceof Datum.Amount amount
                ? at(plot, area, i, amount.value())
                : null;
        if (at != null) {
          labels.keepFree(at);
        }
        if (before != null && at != null) {
          labels.keepFree(before, at);
        }
        before = at;
      }
    }
    for (Steps asked : steps) {
      for (int i = 0; i < periods.size(); i++) {
        if (asked.values().get(i).isPresent()) {
          double value = asked.values().get(i).getAsDouble();
          labels.keepFree(at(plot, area, i - .5, value), at(plot, area, i + .5, value));
        }
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      List<Datum> data = lines.get(i).data();
      int first = firstAmount(data);
      int last = lastAmount(data);
      for (int end : first == last ? List.of(last) : List.of(first, last)) {
        if (end >= 0) {
          Datum.Amount amount = (Datum.Amount) data.get(end);
          labels.draw(
              canvas,
              amount.label(),
              color(i),
              at(plot, area, end, amount.value()),
              end == last ? 1 : -1,
              isHighest(amount, end));
        }
      }
    }
  }

  private boolean isHighest(Datum.Amount amount, int period) {
    return lines.stream()
        .map(other -> other.data().get(period))
        .allMatch(other -> !(other instanceof Datum.Amount a) || a.value() <= amount.value());
  }

  private static Point2D at(XYPlot plot, Rectangle2D area, double period, double value) {
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(period, area, RectangleEdge.BOTTOM),
        plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT));
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
    for (int i = 0; i < steps.size(); i++) {
      int number = i;
      keys.add(new Legend.Key(steps.get(i).name(), (c, at) -> askedSample(c, number, at)));
    }
    return keys;
  }

  private static void sample(Graphics2D canvas, int line, double[] at) {
    Marks.line(canvas, color(line), ChartTheme.FIRM, at[0] - 10, at[1], at[0] + 10, at[1]);
    canvas.setPaint(color(line));
    canvas.fill(TrendPlot.shape(line, at[0], at[1]));
  }

  private void askedSample(Graphics2D canvas, int number, double[] at) {
    Marks.line(
        canvas,
        TrendPlot.color(steps.get(number)),
        TrendPlot.stroke(steps, number),
        at[0] - 12,
        at[1],
        at[0] + 10,
        at[1]);
    if (!steps.get(number).plan()) {
      Marks.diamond(canvas, at[0] + 5, at[1], 5);
    }
  }

  /** The periods without figures by their reason: 2022 Q2, 2022 Q3: not reported. */
  private String gaps() {
    Map<String, Set<Integer>> byReason = new LinkedHashMap<>();
    for (Line line : lines) {
      for (int i = 0; i < periods.size(); i++) {
        if (line.data().get(i) instanceof Datum.Gap gap) {
          String reason = alike(i, gap) ? gap.reason() : line.name() + " – " + gap.reason();
          byReason.computeIfAbsent(reason, r -> new TreeSet<>()).add(i);
        }
      }
    }
    return byReason.entrySet().stream()
        .map(
            entry ->
                entry.getValue().stream()
                        .map(i -> periods.get(i).name())
                        .collect(Collectors.joining(words.list()))
                    + words.colon()
                    + entry.getKey())
        .collect(Collectors.joining(words.clause()));
  }

  /** Whether all lines lack the figure of a period for the same reason. */
  private boolean alike(int period, Datum.Gap gap) {
    return lines.stream().allMatch(line -> line.data().get(period).equals(gap));
  }

  /** All values that must lie on the scale. */
  static Stream<Double> values(List<Line> lines, List<Steps> steps) {
    return Stream.concat(
        lines.stream()
            .flatMap(line -> line.data().stream())
            .filter(Datum.Amount.class::isInstance)
            .map(datum -> ((Datum.Amount) datum).value()),
        steps.stream()
            .flatMap(asked -> asked.values().stream())
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble));
  }

  static RectangleInsets insets() {
    return new RectangleInsets(TOP, LEFT, BOTTOM, RIGHT);
  }
}
