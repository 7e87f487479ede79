package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/** Cities by rank, each with the interval of its rank: a bar with a dot at the median. */
public final class RankSpans implements Chart {
  /**
   * A city.
   *
   * @param rank its rank as printed
   * @param low the better end of the interval
   * @param median the median rank
   * @param high the worse end
   * @param label the interval as printed
   */
  public record Row(
      String rank, String name, double low, double median, double high, String label) {}

  private static final double LINE = 22;
  private static final double EDGE = 6;
  private static final double MOST_NAME = 170;
  private static final double HALF = 4;

  private final String title;
  private final List<Row> rows;
  private final Scale scale;
  private final double rankWidth;
  private final double nameWidth;
  private final double labelWidth;

  /**
   * Intervals of some of these cities, all on one scale from the first place to the last.
   *
   * @param all every city that has a rank
   * @param from the first of those that are drawn, counted from 0
   * @param to the first of those that are not drawn any more
   */
  public RankSpans(String title, List<Row> all, int from, int to) {
    this.title = title;
    this.rows = List.copyOf(all.subList(from, to));
    this.scale = new Scale(1, Math.max(2, all.size()));
    this.rankWidth =
        all.stream().mapToDouble(r -> Lettering.width(r.rank(), ChartTheme.SMALL)).max().orElse(0);
    this.nameWidth =
        all.stream().mapToDouble(r -> Lettering.width(name(r), ChartTheme.TEXT)).max().orElse(0);
    this.labelWidth =
        all.stream().mapToDouble(r -> Lettering.width(r.label(), ChartTheme.SMALL)).max().orElse(0);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return rows.stream()
        .map(row -> (row.rank() + " " + row.name()).strip() + ": " + row.label())
        .collect(Collectors.joining("; "));
  }

  @Override
  public int height() {
    return (int) (LINE * rows.size()) + 4;
  }

  @Override
  public void draw(Graphics2D canvas) {
    double left = EDGE + rankWidth + 8 + nameWidth + 14;
    double width = WIDTH - EDGE - labelWidth - 14 - left;
    double y = 0;
    for (Row row : rows) {
      double middle = y + LINE / 2;
      Lettering.right(
          canvas, row.rank(), ChartTheme.SMALL, ChartTheme.QUIET, EDGE + rankWidth, y + 16);
      Lettering.left(
          canvas, name(row), ChartTheme.TEXT, ChartTheme.INK, EDGE + rankWidth + 8, y + 16);
      Marks.line(canvas, ChartTheme.LINE, ChartTheme.THIN, left, middle, left + width, middle);
      double from = left + width * scale.part(row.low());
      double to = left + width * scale.part(row.high());
      Marks.box(
          canvas, ChartTheme.TINT, from - HALF, middle - HALF, to - from + 2 * HALF, 2 * HALF);
      Marks.dot(
          canvas, ChartTheme.ACCENT, left + width * scale.part(row.median()), middle, HALF + 0.5);
      Lettering.right(canvas, row.label(), ChartTheme.SMALL, ChartTheme.INK, WIDTH - EDGE, y + 16);
      y += LINE;
    }
  }

  private static String name(Row row) {
    return Lettering.fitting(row.name(), ChartTheme.TEXT, MOST_NAME);
  }
}
