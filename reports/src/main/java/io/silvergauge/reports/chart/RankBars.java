package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cities by rank, each with a bar as long as its score; one without a score is a hatched gap. */
public final class RankBars implements Chart {
  /** A city with its rank as printed and its score. */
  public record Row(String rank, String name, Datum score) {}

  private static final double LINE = 22;
  private static final double EDGE = 6;
  private static final double MOST_NAME = 170;

  private final String title;
  private final List<Row> rows;
  private final Scale scale;
  private final double rankWidth;
  private final double nameWidth;

  /**
   * Bars of some of these cities; the bars of all have the same scale.
   *
   * @param all every city
   * @param from the first of those that are drawn, counted from 0
   * @param to the first of those that are not drawn any more
   * @param full the score of a bar over the whole width
   */
  public RankBars(String title, List<Row> all, int from, int to, double full) {
    this.title = title;
    this.rows = List.copyOf(all.subList(from, to));
    this.scale = new Scale(0, full);
    this.rankWidth =
        all.stream().mapToDouble(r -> Lettering.width(r.rank(), ChartTheme.SMALL)).max().orElse(0);
    this.nameWidth =
        all.stream().mapToDouble(r -> Lettering.width(name(r), ChartTheme.TEXT)).max().orElse(0);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return rows.stream()
        .map(row -> (row.rank() + " " + row.name()).strip() + ": " + row.score().said())
        .collect(Collectors.joining("; "));
  }

  /** A rank stands before the name; the name alone tells what is measured. */
  @Override
  public Optional<Figured> figures() {
    return Optional.of(
        new Figured(
            Figured.Kind.BARS,
            rows.stream().map(row -> (row.rank() + " " + row.name()).strip()).toList(),
            List.of(
                new Figured.Series(
                    title, rows.stream().map(row -> Figured.value(row.score())).toList(), true)),
            scale.to(),
            rows.stream()
                .filter(row -> row.score() instanceof Datum.Gap)
                .map(row -> row.name() + ": " + row.score().said())
                .toList()));
  }

  @Override
  public int height() {
    return (int) (LINE * rows.size()) + 4;
  }

  @Override
  public void draw(Graphics2D canvas) {
    double left = EDGE + rankWidth + 8 + nameWidth + 10;
    double y = 0;
    for (Row row : rows) {
      Lettering.right(
          canvas, row.rank(), ChartTheme.SMALL, ChartTheme.QUIET, EDGE + rankWidth, y + 16);
      Lettering.left(
          canvas, name(row), ChartTheme.TEXT, ChartTheme.INK, EDGE + rankWidth + 8, y + 16);
      draw(canvas, row, left, y);
      y += LINE;
    }
  }

  private void draw(Graphics2D canvas, Row row, double left, double y) {
    double width = WIDTH - EDGE - left;
    if (row.score() instanceof Datum.Amount amount) {
      double label = Lettering.width(amount.label(), ChartTheme.SMALL) + 8;
      double length = (width - label) * scale.part(amount.value());
      Marks.box(canvas, ChartTheme.ACCENT, left, y + 4, length, LINE - 8);
      Lettering.left(
          canvas, amount.label(), ChartTheme.SMALL, ChartTheme.INK, left + length + 6, y + 16);
    } else {
      Gaps.draw(canvas, row.score().said(), left, y + 4, width, LINE - 8);
    }
  }

  private static String name(Row row) {
    return Lettering.fitting(row.name(), ChartTheme.TEXT, MOST_NAME);
  }
}
