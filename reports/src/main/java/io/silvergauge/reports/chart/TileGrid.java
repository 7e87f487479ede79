package io.silvergauge.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The provinces as squares of one size, roughly where they lie: the darker, the higher. No map: it
 * shows neither areas nor borders.
 */
public final class TileGrid implements Chart {
  /** Column and row of each province, by the first two digits of its division code. */
  private static final Map<String, int[]> PLACES =
      Map.ofEntries(
          place("23", 8, 0),
          place("65", 0, 1),
          place("15", 4, 1),
          place("22", 8, 1),
          place("62", 1, 2),
          place("64", 2, 2),
          place("14", 4, 2),
          place("13", 5, 2),
          place("11", 6, 2),
          place("12", 7, 2),
          place("21", 8, 2),
          place("63", 1, 3),
          place("61", 3, 3),
          place("41", 4, 3),
          place("37", 5, 3),
          place("54", 0, 4),
          place("51", 2, 4),
          place("50", 3, 4),
          place("42", 4, 4),
          place("34", 5, 4),
          place("32", 6, 4),
          place("31", 7, 4),
          place("53", 2, 5),
          place("52", 3, 5),
          place("43", 4, 5),
          place("36", 5, 5),
          place("33", 6, 5),
          place("45", 3, 6),
          place("44", 4, 6),
          place("35", 5, 6),
          place("71", 7, 6),
          place("46", 3, 7),
          place("82", 4, 7),
          place("81", 5, 7));

  /** Codes of all provinces, in order. */
  public static final List<String> PROVINCES = PLACES.keySet().stream().sorted().toList();

  /** What a tile shows of its province. */
  public sealed interface Value {
    /** A score; {@code part} of the full score. */
    record Scored(double part, String label) implements Value {
      public Scored {
        if (!(part >= 0 && part <= 1)) {
          throw new IllegalArgumentException(
              "A score lies between nothing and full, but '%s' does not".formatted(label));
        }
      }
    }

    /** There are cities, but no score, and why. */
    record Missing(String reason) implements Value {}

    /** There is no city. */
    record Empty() implements Value {}
  }

  /**
   * A province.
   *
   * @param label what fits into its tile
   * @param name its name
   */
  public record Tile(String label, String name, Value value) {}

  /**
   * What is said around the tiles.
   *
   * @param description what a reader who cannot see them is told
   * @param bands names of the steps of the scale, from the lowest
   * @param none what an empty tile means
   * @param missing what a hatched tile means
   * @param colon what stands between a province and what is said of it
   */
  public record Words(
      String title,
      String description,
      List<String> bands,
      String none,
      String missing,
      String colon) {
    public Words {
      bands = List.copyOf(bands);
      if (bands.size() != ChartTheme.STEPS.size()) {
        throw new IllegalArgumentException(
            "%s steps have as many names, not %s".formatted(ChartTheme.STEPS.size(), bands.size()));
      }
    }
  }

  private static final int COLUMNS = 9;
  private static final int ROWS = 8;
  private static final int SIDE = 48;
  private static final double EDGE = (WIDTH - COLUMNS * SIDE) / 2.0;

  private final Map<String, Tile> tiles;
  private final Words words;
  private final Legend legend;

  /**
   * The tiles of all provinces.
   *
   * @param tiles by the first two digits of the division code, one for each of {@link #PROVINCES}
   */
  public TileGrid(Map<String, Tile> tiles, Words words) {
    if (!tiles.keySet().equals(Set.copyOf(PROVINCES))) {
      throw new IllegalArgumentException("There is a tile for each province, not for others");
    }
    this.tiles = new TreeMap<>(tiles);
    this.words = words;
    this.legend = new Legend(keys(), WIDTH - 2 * EDGE);
  }

  /** Whether a province has a tile. */
  public static boolean knows(String province) {
    return PLACES.containsKey(province);
  }

  private static Map.Entry<String, int[]> place(String province, int column, int row) {
    return Map.entry(province, new int[] {column, row});
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
  public int height() {
    return ROWS * SIDE + 12 + legend.height();
  }

  @Override
  public void draw(Graphics2D canvas) {
    tiles.forEach((province, tile) -> draw(canvas, tile, corner(province)));
    legend.draw(canvas, EDGE, ROWS * (double) SIDE + 12);
  }

  @Override
  public List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    tiles.forEach(
        (province, tile) -> {
          double[] at = corner(province);
          notes.add(
              new Note(
                  new Rectangle2D.Double(at[0], at[1], SIDE - 2.0, SIDE - 2.0),
                  tile.name() + words.colon() + said(tile.value())));
        });
    return notes;
  }

  private String said(Value value) {
    if (value instanceof Value.Scored scored) {
      return scored.label();
    }
    return value instanceof Value.Missing missing ? missing.reason() : words.none();
  }

  private static double[] corner(String province) {
    int[] place = PLACES.get(province);
    return new double[] {EDGE + place[0] * (double) SIDE, place[1] * (double) SIDE};
  }

  private static void draw(Graphics2D canvas, Tile tile, double[] at) {
    double side = SIDE - 2.0;
    double middle = at[0] + side / 2;
    Color ink = ChartTheme.INK;
    if (tile.value() instanceof Value.Scored scored) {
      int steps = ChartTheme.STEPS.size();
      int step = Math.min(steps - 1, (int) Math.floor(scored.part() * steps));
      Marks.box(canvas, ChartTheme.STEPS.get(step), at[0], at[1], side, side);
      ink = step == steps - 1 ? ChartTheme.PAPER : ChartTheme.INK;
      Lettering.centred(canvas, scored.label(), ChartTheme.STRONG_SMALL, ink, middle, at[1] + 36);
    } else if (tile.value() instanceof Value.Missing) {
      Hatching.fill(canvas, at[0] + .5, at[1] + .5, side - 1, side - 1);
      Marks.box(canvas, ChartTheme.PAPER, at[0] + 3, at[1] + 7, side - 6, 16);
    } else {
      ink = ChartTheme.QUIET;
    }
    Marks.frame(canvas, ChartTheme.LINE, at[0] + .5, at[1] + .5, side - 1, side - 1);
    boolean empty = tile.value() instanceof Value.Empty;
    Lettering.centred(
        canvas, tile.label(), ChartTheme.SMALL, ink, middle, at[1] + (empty ? 28 : 19));
  }

  private List<Legend.Key> keys() {
    List<Legend.Key> keys = new ArrayList<>();
    for (int i = 0; i < words.bands().size(); i++) {
      keys.add(key(words.bands().get(i), ChartTheme.STEPS.get(i)));
    }
    if (tiles.values().stream().anyMatch(one -> one.value() instanceof Value.Missing)) {
      keys.add(
          new Legend.Key(
              words.missing(), (c, at) -> Hatching.fill(c, at[0] - 9, at[1] - 6, 18, 12)));
    }
    if (tiles.values().stream().anyMatch(one -> one.value() instanceof Value.Empty)) {
      keys.add(key(words.none(), ChartTheme.PAPER));
    }
    return keys;
  }

  private static Legend.Key key(String text, Color color) {
    return new Legend.Key(
        text,
        (c, at) -> {
          Marks.box(c, color, at[0] - 9, at[1] - 6, 18, 12);
          Marks.frame(c, ChartTheme.LINE, at[0] - 8.5, at[1] - 5.5, 17, 11);
        });
  }
}
