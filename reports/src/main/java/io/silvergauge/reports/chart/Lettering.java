package io.silvergauge.reports.chart;

import io.silvergauge.reports.text.Inert;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets text so that it never leaves the place it is given: measured, and broken into lines. */
final class Lettering {
  private Lettering() {}

  static double width(String text, Font font) {
    return ChartFont.width(Inert.shown(text), font);
  }

  /** The text in lines that are no wider than this; a word that is wider alone is broken. */
  static List<String> lines(String raw, Font font, double width) {
    String text = Inert.shown(raw);
    if (width(text, font) <= width) {
      String line = text.stripTrailing();
      return line.isEmpty() ? List.of() : List.of(line);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String word = text.substring(from, to);
      if (!line.isEmpty() && width(line + word.stripTrailing(), font) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
      while (width(line.toString().stripTrailing(), font) > width && line.length() > 2) {
        int fits = fitting(line, font, width);
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
      from = to;
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The text, cut where it is wider than this. */
  static String fitting(String text, Font font, double width) {
    return width(text, font) <= width
        ? text
        : lines(text, font, width - font.getSize()).get(0) + "…";
  }

  private static int fitting(StringBuilder line, Font font, double width) {
    int fits = line.offsetByCodePoints(0, 1);
    while (fits < line.length()) {
      int next = line.offsetByCodePoints(fits, 1);
      if (width(line.substring(0, next), font) > width) {
        break;
      }
      fits = next;
    }
    return fits;
  }

  /** Draws a text that starts at {@code x}. */
  static void left(Graphics2D canvas, String text, Font font, Color color, double x, double y) {
    if (text.isEmpty()) {
      return;
    }
    canvas.setFont(font);
    canvas.setPaint(color);
    canvas.drawString(Inert.shown(text), (float) x, (float) y);
  }

  /** Draws a text that ends at {@code x}. */
  static void right(Graphics2D canvas, String text, Font font, Color color, double x, double y) {
    left(canvas, text, font, color, x - ChartFont.width(Inert.shown(text), font), y);
  }

  /** Draws a text with its middle at {@code x}. */
  static void centred(Graphics2D canvas, String text, Font font, Color color, double x, double y) {
    left(canvas, text, font, color, x - ChartFont.width(Inert.shown(text), font) / 2, y);
  }

  /** Draws a text that starts at a foot and runs upwards. */
  static void upwards(
      Graphics2D canvas, String text, Font font, Color color, double x, double foot) {
    AffineTransform before = canvas.getTransform();
    canvas.translate(x, foot);
    canvas.rotate(-Math.PI / 2);
    left(canvas, text, font, color, 0, 0);
    canvas.setTransform(before);
  }
}
