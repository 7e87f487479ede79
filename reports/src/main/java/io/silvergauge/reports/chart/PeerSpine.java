package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A city's place among its peers for each indicator: a line from the peers' worst to their best
 * value, a band with their middle half, a bar at their median, and the city's dot. Better is always
 * to the right.
 */
public final class PeerSpine implements Chart {
  /**
   * An indicator and how its peers' values are spread, the first and the last printed.
   *
   * @param datum what the city came to
   * @param worst the peers' end on the left
   * @param bandFrom a quarter of the peers lie to the left of it
   * @param bandTo a quarter of the peers lie to the right of it
   * @param best the peers' end on the right
   */
  public record Row(
      String name,
      Datum datum,
      Datum.Amount worst,
      double bandFrom,
      Datum.Amount median,
      double bandTo,
      Datum.Amount best) {}

  /** What the keys are called; {@code better} says where better is. */
  public record Words(String city, String band, String median, String better) {}

  private static final double EDGE = 8;
  private static final double TRACK = 14;
  private static final double GAP = 8;

  private final String title;
  private final List<Row> rows;
  private final Legend legend;

  /** A chart of these indicators. */
  public PeerSpine(String title, List<Row> rows, Words words) {
    this.title = title;
    this.rows = List.copyOf(rows);
    this.legend =
        new Legend(
            List.of(
                new Legend.Key(
                    words.city(), (c, at) -> Marks.dot(c, ChartTheme.ACCENT, at[0], at[1], 6)),
                new Legend.Key(
                    words.band(),
                    (c, at) -> Marks.box(c, ChartTheme.QUARTILES, at[0] - 9, at[1] - 5, 18, 10)),
                new Legend.Key(words.median(), (c, at) -> Marks.bar(c, at[0], at[1], 14)),
                new Legend.Key(words.better(), PeerSpine::arrow)),
            WIDTH - 2 * EDGE);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return rows.stream()
        .map(
            row ->
                "%s: %s (%s – %s – %s)"
                    .formatted(
                        row.name(),
                        row.datum().said(),
                        row.worst().label(),
                        row.median().label(),
                        row.best().label()))
        .collect(Collectors.joining("; "));
  }

  @Override
  public int height() {
    return (int) Math.ceil(rows.stream().mapToDouble(PeerSpine::height).sum()) + legend.height();
  }

  @Override
  public void draw(Graphics2D canvas) {
    double y = 0;
    for (Row row : rows) {
      draw(canvas, row, y);
      y += height(row);
    }
    legend.draw(canvas, EDGE, y);
  }

  private static double height(Row row) {
    return heading(row).height() + 40 + (besideEnds(row) ? 0 : ChartTheme.SMALL_LINE);
  }

  /** Whether the median's label finds room between those of the ends. */
  private static boolean besideEnds(Row row) {
    double taken =
        Stream.of(row.worst(), row.median(), row.best()).mapToDouble(PeerSpine::width).sum();
    return taken + 2 * GAP <= WIDTH - 2 * EDGE;
  }

  private static Heading heading(Row row) {
    return new Heading(row.name(), row.datum().said(), WIDTH - 2 * EDGE);
  }

  private static void draw(Graphics2D canvas, Row row, double top) {
    Heading heading = heading(row);
    heading.draw(canvas, EDGE, top, 0);
    double middle = top + heading.height() + 3 + TRACK / 2;
    double worst = x(row, row.worst().value());
    double best = x(row, row.best().value());
    double from = x(row, row.bandFrom());
    double to = x(row, row.bandTo());
    Marks.line(canvas, ChartTheme.QUIET, ChartTheme.THIN, worst, middle, best, middle);
    Marks.line(canvas, ChartTheme.QUIET, ChartTheme.THIN, worst, middle - 4, worst, middle + 4);
    Marks.line(canvas, ChartTheme.QUIET, ChartTheme.THIN, best, middle - 4, best, middle + 4);
    Marks.box(
        canvas,
        ChartTheme.QUARTILES,
        Math.min(from, to),
        middle - 5,
        Math.max(1, Math.abs(to - from)),
        10);
    Marks.bar(canvas, x(row, row.median().value()), middle, TRACK);
    if (row.datum() instanceof Datum.Amount amount) {
      Marks.dot(canvas, ChartTheme.ACCENT, x(row, amount.value()), middle, 6);
    }
    labels(canvas, row, middle + TRACK / 2 + 14);
  }

  /** The two ends in their corners, the median between them or, without room, below. */
  private static void labels(Graphics2D canvas, Row row, double y) {
    String median = row.median().label();
    double half = Lettering.width(median, ChartTheme.SMALL) / 2;
    boolean beside = besideEnds(row);
    double least = EDGE + half + (beside ? GAP + width(row.worst()) : 0);
    double most = WIDTH - EDGE - half - (beside ? GAP + width(row.best()) : 0);
    Lettering.left(canvas, row.worst().label(), ChartTheme.SMALL, ChartTheme.QUIET, EDGE, y);
    Lettering.right(
        canvas, row.best().label(), ChartTheme.SMALL, ChartTheme.QUIET, WIDTH - EDGE, y);
    Lettering.centred(
        canvas,
        median,
        ChartTheme.SMALL,
        ChartTheme.INK,
        Math.max(least, Math.min(most, x(row, row.median().value()))),
        beside ? y : y + ChartTheme.SMALL_LINE);
  }

  private static double width(Datum.Amount end) {
    return Lettering.width(end.label(), ChartTheme.SMALL);
  }

  private static double x(Row row, double value) {
    double width = WIDTH - 2 * EDGE;
    double worst = row.worst().value();
    double best = row.best().value();
    return worst == best ? EDGE + width / 2 : EDGE + width * new Scale(worst, best).part(value);
  }

  private static void arrow(Graphics2D canvas, double[] at) {
    canvas.setPaint(ChartTheme.QUIET);
    canvas.setStroke(ChartTheme.FIRM);
    canvas.draw(new Line2D.Double(at[0] - 9, at[1], at[0] + 8, at[1]));
    canvas.draw(new Line2D.Double(at[0] + 3, at[1] - 5, at[0] + 8, at[1]));
    canvas.draw(new Line2D.Double(at[0] + 3, at[1] + 5, at[0] + 8, at[1]));
  }
}
