package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The indicators of a dimension, each as a bar on its own scale with the marks of what it is held
 * against; a missing one is a hatched gap with its reason.
 */
public final class BulletBars implements Chart {
  /**
   * An indicator.
   *
   * @param datum what it came to
   * @param held how it stands against the plan
   * @param scale how far its scale reaches; the marks lie on it too
   * @param asked the targets in words; empty where there are none
   * @param plan where the plan's target lies; empty, one or more
   * @param others where the other profiles' targets lie
   * @param yesNo whether it only says that something is in place or not
   */
  public record Row(
      String name,
      Datum datum,
      Held held,
      Scale scale,
      String asked,
      List<Double> plan,
      List<Double> others,
      boolean yesNo) {
    public Row {
      plan = List.copyOf(plan);
      others = List.copyOf(others);
    }
  }

  /** How an indicator stands against the plan. */
  public enum Held {
    MET(ChartTheme.ACCENT),
    SHORT(ChartTheme.TINT),
    NOT_ASKED(ChartTheme.QUIET);

    private final Color color;

    Held(Color color) {
      this.color = color;
    }
  }

  /** What the keys are called. */
  public record Words(
      String met, String shortOf, String notAsked, String plan, String others, String missing) {
    private String of(Held held) {
      return switch (held) {
        case MET -> met;
        case SHORT -> shortOf;
        case NOT_ASKED -> notAsked;
      };
    }
  }

  private static final double TRACK = 14;
  private static final double EDGE = 6;

  private final String title;
  private final List<Row> rows;
  private final Legend legend;

  /** A chart of these indicators. */
  public BulletBars(String title, List<Row> rows, Words words) {
    this.title = title;
    this.rows = List.copyOf(rows);
    this.legend = new Legend(keys(words), WIDTH - 2 * EDGE);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return rows.stream()
        .map(row -> row.name() + ": " + row.datum().said())
        .collect(Collectors.joining("; "));
  }

  @Override
  public int height() {
    return (int) Math.ceil(rows.stream().mapToDouble(BulletBars::height).sum()) + legend.height();
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
    return heading(row).height()
        + (row.yesNo() && row.datum() instanceof Datum.Amount
            ? 4
            : 25 + asked(row).size() * (double) ChartTheme.SMALL_LINE);
  }

  private static List<String> asked(Row row) {
    return Lettering.lines(row.asked(), ChartTheme.SMALL, WIDTH - 2 * EDGE);
  }

  private static Heading heading(Row row) {
    String value = row.datum() instanceof Datum.Amount amount ? amount.label() : "";
    return new Heading(row.name(), value, WIDTH - 2 * EDGE);
  }

  private static void draw(Graphics2D canvas, Row row, double top) {
    Heading heading = heading(row);
    if (row.yesNo() && row.datum() instanceof Datum.Amount amount) {
      heading.draw(canvas, EDGE, top, 20);
      square(canvas, amount.value() > 0, row.held(), EDGE, top + 5);
      return;
    }
    heading.draw(canvas, EDGE, top, 0);
    double y = top + heading.height() + 3;
    if (row.datum() instanceof Datum.Amount amount) {
      bar(canvas, row, amount, y);
    } else {
      Gaps.draw(canvas, row.datum().said(), EDGE, y, WIDTH - 2 * EDGE, TRACK);
    }
    double below = y + TRACK + 14;
    for (String line : asked(row)) {
      Lettering.left(canvas, line, ChartTheme.SMALL, ChartTheme.QUIET, EDGE, below);
      below += ChartTheme.SMALL_LINE;
    }
  }

  private static void square(Graphics2D canvas, boolean yes, Held held, double x, double y) {
    if (yes) {
      Marks.box(canvas, held.color, x, y, 11, 11);
    } else {
      Marks.frame(canvas, ChartTheme.QUIET, x + .5, y + .5, 10, 10);
    }
  }

  private static void bar(Graphics2D canvas, Row row, Datum.Amount amount, double y) {
    double width = WIDTH - 2 * EDGE;
    Marks.box(canvas, ChartTheme.BAND, EDGE, y, width, TRACK);
    double nought = EDGE + width * row.scale().part(0);
    double end = EDGE + width * row.scale().part(amount.value());
    Marks.box(
        canvas, row.held().color, Math.min(nought, end), y + 2, Math.abs(end - nought), TRACK - 4);
    row.plan()
        .forEach(
            at ->
                Marks.bar(
                    canvas, inside(EDGE + width * row.scale().part(at)), y + TRACK / 2, TRACK + 4));
    row.others()
        .forEach(
            at ->
                Marks.diamond(
                    canvas, inside(EDGE + width * row.scale().part(at)), y + TRACK / 2, 5));
  }

  private static double inside(double x) {
    return Math.max(EDGE, Math.min(WIDTH - EDGE, x));
  }

  private List<Legend.Key> keys(Words words) {
    List<Legend.Key> keys = new ArrayList<>();
    for (Held held : Held.values()) {
      if (rows.stream().anyMatch(row -> isShown(row) && row.held() == held)) {
        keys.add(
            new Legend.Key(
                words.of(held), (c, at) -> Marks.box(c, held.color, at[0] - 9, at[1] - 5, 18, 10)));
      }
    }
    if (rows.stream().anyMatch(row -> isBar(row) && !row.plan().isEmpty())) {
      keys.add(new Legend.Key(words.plan(), (c, at) -> Marks.bar(c, at[0], at[1], 16)));
    }
    if (rows.stream().anyMatch(row -> isBar(row) && !row.others().isEmpty())) {
      keys.add(new Legend.Key(words.others(), (c, at) -> Marks.diamond(c, at[0], at[1], 5)));
    }
    if (rows.stream().anyMatch(row -> row.datum() instanceof Datum.Gap)) {
      keys.add(
          new Legend.Key(
              words.missing(), (c, at) -> Hatching.fill(c, at[0] - 9, at[1] - 5, 18, 10)));
    }
    return keys;
  }

  /** Whether there is a bar or a filled square: an empty square is neither met nor unmet colour. */
  private static boolean isShown(Row row) {
    return row.datum() instanceof Datum.Amount amount && (!row.yesNo() || amount.value() > 0);
  }

  private static boolean isBar(Row row) {
    return row.datum() instanceof Datum.Amount && !row.yesNo();
  }
}
