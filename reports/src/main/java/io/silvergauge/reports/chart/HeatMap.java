package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scores of many cities, a column each, in many indicators, a row each: the darker, the higher,
 * with the score in each cell. A missing score is a hatched cell whose letter leads to its reason;
 * what is not applicable is a dash.
 */
public final class HeatMap implements Chart {
  /** A city with its rank as printed. */
  public record Column(String rank, String name) {}

  /** An indicator; a cell for each city. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Indicators that belong together. */
  public record Group(String name, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** What one city has in one indicator. */
  public sealed interface Cell {
    /** A score; {@code part} of the full score. */
    record Scored(double part, String label) implements Cell {
      public Scored {
        if (!(part >= 0 && part <= 1)) {
          throw new IllegalArgumentException(
              "A score lies between nothing and full, but '%s' does not".formatted(label));
        }
      }
    }

    /** No score, and why. */
    record Missing(String reason) implements Cell {}

    /** The indicator is not applicable to the city. */
    record Outside() implements Cell {}
  }

  /**
   * What is said around the cells.
   *
   * @param description what a reader who cannot see it is told
   * @param bands names of the steps of the scale, from the lowest
   * @param outside what a dash means
   * @param colon what stands between a place and what is said of it
   */
  public record Words(
      String title, String description, List<String> bands, String outside, String colon) {
    public Words {
      bands = List.copyOf(bands);
      if (bands.size() != ChartTheme.STEPS.size()) {
        throw new IllegalArgumentException(
            "%s steps have as many names, not %s".formatted(ChartTheme.STEPS.size(), bands.size()));
      }
    }
  }

  private static final double EDGE = 6;
  private static final int NARROWEST = 22;
  private static final int WIDEST = 30;

  /** Width to height of a page on its side, which a map of many cities gets to itself. */
  private static final double TURNED = 1.67;

  private static final int LINE = 19;
  private static final double MOST_NAME = 390;
  private static final double MOST_HEAD = 150;
  private static final int CHARACTER = 13;
  private static final String DASH = "–";
  private static final Font[] FONTS = {ChartFont.plain(11), ChartFont.plain(9), ChartFont.plain(8)};

  private final List<Column> columns;
  private final List<Group> groups;
  private final Words words;
  private final List<String> reasons;
  private final double left;
  private final double head;
  private final int cellWidth;
  private final Legend legend;

  /** A map of these cities in these indicators. */
  public HeatMap(List<Column> columns, List<Group> groups, Words words) {
    this.columns = List.copyOf(columns);
    this.groups = List.copyOf(groups);
    this.words = words;
    this.reasons =
        cells()
            .filter(Cell.Missing.class::isInstance)
            .map(cell -> ((Cell.Missing) cell).reason())
            .distinct()
            .toList();
    double names =
        Stream.concat(
                rows().map(row -> Lettering.width(row.name(), ChartTheme.SMALL)),
                groups.stream().map(g -> Lettering.width(g.name(), ChartTheme.STRONG_SMALL)))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    this.left = Math.ceil(EDGE + Math.min(MOST_NAME, names) + 12);
    this.head =
        Math.ceil(columns.stream().mapToDouble(c -> headHeight(c.name())).max().orElse(0)) + 22;
    double room = TURNED * (rowsHeight() + 10) - left - EDGE;
    this.cellWidth =
        (int) Math.max(NARROWEST, Math.min(WIDEST, Math.floor(room / Math.max(1, columns.size()))));
    this.legend = new Legend(keys(), width() - 2 * EDGE);
  }

  @Override
  public String title() {
    return words.title();
  }

  @Override
  public String description() {
    return words.description();
  }

  @Override
  public int width() {
    return (int) Math.max(WIDTH, left + cellWidth * (double) columns.size() + EDGE);
  }

  @Override
  public int height() {
    return (int) rowsHeight() + 10 + legend.height();
  }

  private double rowsHeight() {
    return head + LINE * groups.size() + rows().mapToDouble(this::height).sum();
  }

  @Override
  public void draw(Graphics2D canvas) {
    for (int i = 0; i < columns.size(); i++) {
      drawHead(canvas, columns.get(i), left + cellWidth * i + cellWidth / 2.0);
    }
    double y = head;
    for (Group group : groups) {
      Lettering.left(
          canvas,
          Lettering.fitting(group.name(), ChartTheme.STRONG_SMALL, MOST_NAME),
          ChartTheme.STRONG_SMALL,
          ChartTheme.ACCENT,
          EDGE,
          y + 14);
      y += LINE;
      for (Row row : group.rows()) {
        draw(canvas, row, y);
        y += height(row);
      }
    }
    legend.draw(canvas, EDGE, y + 10);
  }

  /** Where a cell has no score, why. */
  @Override
  public List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    double y = head;
    for (Group group : groups) {
      y += LINE;
      for (Row row : group.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          String said = said(row.cells().get(i));
          if (!said.isEmpty()) {
            notes.add(
                new Note(
                    new Rectangle2D.Double(left + cellWidth * i, y, cellWidth - 1, height(row) - 1),
                    columns.get(i).name() + " · " + row.name() + words.colon() + said));
          }
        }
        y += height(row);
      }
    }
    return notes;
  }

  private String said(Cell cell) {
    if (cell instanceof Cell.Missing missing) {
      return missing.reason();
    }
    return cell instanceof Cell.Outside ? words.outside() : "";
  }

  private Stream<Row> rows() {
    return groups.stream().flatMap(group -> group.rows().stream());
  }

  private Stream<Cell> cells() {
    return rows().flatMap(row -> row.cells().stream());
  }

  private double height(Row row) {
    return LINE + (lines(row).size() - 1) * (double) ChartTheme.SMALL_LINE;
  }

  private static List<String> lines(Row row) {
    return Lettering.lines(row.name(), ChartTheme.SMALL, MOST_NAME);
  }

  private void draw(Graphics2D canvas, Row row, double top) {
    double y = top + 14;
    for (String line : lines(row)) {
      Lettering.left(canvas, line, ChartTheme.SMALL, ChartTheme.INK, EDGE, y);
      y += ChartTheme.SMALL_LINE;
    }
    double height = height(row) - 1;
    for (int i = 0; i < row.cells().size(); i++) {
      draw(canvas, row.cells().get(i), left + cellWidth * i, top, height);
    }
  }

  private void draw(Graphics2D canvas, Cell cell, double x, double y, double height) {
    double middle = x + (cellWidth - 1) / 2.0;
    double base = y + height / 2 + 4;
    if (cell instanceof Cell.Scored scored) {
      int step = step(scored.part());
      Marks.box(canvas, ChartTheme.STEPS.get(step), x, y, cellWidth - 1.0, height);
      Lettering.centred(canvas, scored.label(), font(scored.label()), ink(step), middle, base);
    } else if (cell instanceof Cell.Missing missing) {
      Hatching.fill(canvas, x + .5, y + .5, cellWidth - 2.0, height - 1);
      drawLetter(canvas, letter(missing.reason()), middle, y + height / 2);
    } else {
      Lettering.centred(canvas, DASH, FONTS[0], ChartTheme.QUIET, middle, base);
    }
  }

  private static void drawLetter(Graphics2D canvas, String letter, double x, double y) {
    double wide = Lettering.width(letter, FONTS[0]) + 3;
    Marks.box(canvas, ChartTheme.PAPER, x - wide / 2, y - 6, wide, 12);
    Lettering.centred(canvas, letter, FONTS[0], ChartTheme.INK, x, y + 4);
  }

  /** The steps are equal; the full score belongs to the last. */
  private static int step(double part) {
    int steps = ChartTheme.STEPS.size();
    return Math.min(steps - 1, (int) Math.floor(part * steps));
  }

  private static Color ink(int step) {
    return step == ChartTheme.STEPS.size() - 1 ? ChartTheme.PAPER : ChartTheme.INK;
  }

  /** The largest letters in which a score fits its cell. */
  private Font font(String label) {
    for (Font font : FONTS) {
      if (Lettering.width(label, font) <= cellWidth - 2) {
        return font;
      }
    }
    return FONTS[FONTS.length - 1];
  }

  /** a, b, … z, aa, ab, …: reasons are few. */
  private String letter(String reason) {
    int number = reasons.indexOf(reason);
    String last = String.valueOf((char) ('a' + number % 26));
    return number < 26 ? last : (char) ('a' + number / 26 - 1) + last;
  }

  private void drawHead(Graphics2D canvas, Column column, double middle) {
    Lettering.centred(
        canvas,
        column.rank().isEmpty() ? DASH : column.rank(),
        FONTS[0],
        ChartTheme.QUIET,
        middle,
        head - 6);
    double foot = head - 20;
    String name = Lettering.fitting(column.name(), ChartTheme.SMALL, MOST_HEAD);
    if (!isUpright(column.name())) {
      Lettering.upwards(canvas, name, ChartTheme.SMALL, ChartTheme.INK, middle + 4, foot);
      return;
    }
    int[] characters = name.codePoints().toArray();
    double y = foot - CHARACTER * (characters.length - 1.0) - 1;
    for (int character : characters) {
      Lettering.centred(
          canvas, Character.toString(character), ChartTheme.SMALL, ChartTheme.INK, middle, y);
      y += CHARACTER;
    }
  }

  private static double headHeight(String raw) {
    String name = Lettering.fitting(raw, ChartTheme.SMALL, MOST_HEAD);
    return isUpright(raw)
        ? CHARACTER * (double) name.codePointCount(0, name.length())
        : Lettering.width(name, ChartTheme.SMALL);
  }

  /** Chinese is written downwards, everything else turned. */
  private static boolean isUpright(String name) {
    return name.codePoints().allMatch(Character::isIdeographic);
  }

  private List<Legend.Key> keys() {
    List<Legend.Key> keys = new ArrayList<>();
    for (int i = 0; i < words.bands().size(); i++) {
      Color color = ChartTheme.STEPS.get(i);
      keys.add(
          new Legend.Key(
              words.bands().get(i),
              (c, at) -> {
                Marks.box(c, color, at[0] - 9, at[1] - 6, 18, 12);
                Marks.frame(c, ChartTheme.LINE, at[0] - 8.5, at[1] - 5.5, 17, 11);
              }));
    }
    for (String reason : reasons) {
      keys.add(
          new Legend.Key(
              reason,
              (c, at) -> {
                Hatching.fill(c, at[0] - 9, at[1] - 6, 18, 12);
                drawLetter(c, letter(reason), at[0], at[1]);
              }));
    }
    if (cells().anyMatch(Cell.Outside.class::isInstance)) {
      keys.add(
          new Legend.Key(
              words.outside(),
              (c, at) -> Lettering.centred(c, DASH, FONTS[0], ChartTheme.QUIET, at[0], at[1] + 4)));
    }
    return keys;
  }
}
