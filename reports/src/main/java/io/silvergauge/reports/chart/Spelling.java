package io.silvergauge.reports.chart;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts as glyphs with their outlines. Many pages use the same words, so those spelled last are
 * kept, up to a number; what is kept changes no byte.
 */
final class Spelling {
  private static final int KEPT = 20_000;
  private static final int EXACT_SIZE = 1000;
  private static final double SCALE = Letters.UNITS / (double) EXACT_SIZE;
  private static final Map<Text, List<Glyph>> SPELLED = new ConcurrentHashMap<>();
  private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

  private record Text(String text, boolean bold) {}

  /**
   * A glyph of a text that has an outline; a space has none.
   *
   * @param id the face and the number of the glyph in it
   * @param path its outline as path data
   * @param x where it starts, in units of an outline
   */
  record Glyph(String id, String path, long x) {}

  private Spelling() {}

  /** The glyphs of a text that are seen, from left to right. */
  static List<Glyph> of(String text, boolean bold) {
    Text key = new Text(text, bold);
    List<Glyph> known = SPELLED.get(key);
    if (known != null) {
      return known;
    }
    if (SPELLED.size() >= KEPT) {
      SPELLED.clear();
    }
    List<Glyph> spelled = spell(text, bold);
    SPELLED.put(key, spelled);
    return spelled;
  }

  private static List<Glyph> spell(String text, boolean bold) {
    Font font = ChartFont.outlined(bold, EXACT_SIZE);
    GlyphVector line = font.createGlyphVector(ChartFont.EXACT, text);
    List<Glyph> glyphs = new ArrayList<>(line.getNumGlyphs());
    for (int i = 0; i < line.getNumGlyphs(); i++) {
      Point2D at = line.getGlyphPosition(i);
      String id = (bold ? "b" : "r") + Integer.toString(line.getGlyphCode(i), 36);
      int glyph = i;
      String path = PATHS.computeIfAbsent(id, unknown -> path(line, glyph, at));
      if (!path.isEmpty()) {
        glyphs.add(new Glyph(id, path, Math.round(at.getX() * SCALE)));
      }
    }
    return List.copyOf(glyphs);
  }

  private static String path(GlyphVector line, int glyph, Point2D at) {
    return Outline.path(
        AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
            .createTransformedShape(line.getGlyphOutline(glyph)),
        SCALE);
  }
}
