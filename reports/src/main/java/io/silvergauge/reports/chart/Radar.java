package io.silvergauge.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The scores of the dimensions around a centre, against the median of the peers. */
public final class Radar implements Chart {
  /** A dimension: the city's score and the median score of its peers. */
  public record Spoke(String name, Datum score, Datum median) {}

  /** What the keys are called; {@code peers} also stands before each median. */
  public record Words(String city, String peers) {}

  private static final int WEB = 360;

  private final String title;
  private final List<Spoke> spokes;
  private final double full;
  private final Words words;
  private final Legend legend;

  /**
   * A radar of these dimensions.
   *
   * @param full the score on the outermost ring
   */
  public Radar(String title, List<Spoke> spokes, double full, Words words) {
    this.title = title;
    this.spokes = List.copyOf(spokes);
    this.full = full;
    this.words = words;
    this.legend =
        new Legend(
            List.of(
                new Legend.Key(
                    words.city(),
                    (c, at) -> {
                      Marks.line(
                          c,
                          ChartTheme.ACCENT,
                          ChartTheme.FIRM,
                          at[0] - 10,
                          at[1],
                          at[0] + 10,
                          at[1]);
                      Marks.dot(c, ChartTheme.ACCENT, at[0], at[1], 4);
                    }),
                new Legend.Key(
                    words.peers(),
                    (c, at) ->
                        Marks.line(
                            c,
                            ChartTheme.OTHER,
                            ChartTheme.BROKEN,
                            at[0] - 10,
                            at[1],
                            at[0] + 10,
                            at[1]))),
            WIDTH - 16);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return spokes.stream()
        .map(
            spoke ->
                "%s: %s (%s)".formatted(spoke.name(), spoke.score().said(), said(spoke.median())))
        .collect(Collectors.joining("; "));
  }

  /** A median says itself what it is; a missing one does not. */
  private String said(Datum median) {
    return median instanceof Datum.Amount ? median.said() : words.peers() + ": " + median.said();
  }

  @Override
  public Optional<Figured> figures() {
    return Optional.of(
        new Figured(
            Figured.Kind.WEB,
            spokes.stream().map(Spoke::name).toList(),
            List.of(
                new Figured.Series(
                    words.city(),
                    spokes.stream().map(spoke -> Figured.value(spoke.score())).toList(),
                    true),
                new Figured.Series(
                    words.peers(),
                    spokes.stream().map(spoke -> Figured.value(spoke.median())).toList(),
                    false)),
            full,
            List.of()));
  }

  @Override
  public int height() {
    return WEB + legend.height();
  }

  @Override
  public void draw(Graphics2D canvas) {
    new Web(spokes, full).draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, WEB), null, null, null);
    legend.draw(canvas, 8, WEB);
  }
}
