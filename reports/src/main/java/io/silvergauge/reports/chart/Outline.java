package io.silvergauge.reports.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the outline of a glyph as path data of SVG, in whole units and as short as it gets. */
final class Outline {
  private static final int PLACES = 4;

  private final StringBuilder path = new StringBuilder();
  private final double scale;
  private char before = ' ';
  private long x;
  private long y;
  private long startX;
  private long startY;

  private Outline(double scale) {
    this.scale = scale;
  }

  /** The path of a shape, each number multiplied by {@code scale} and rounded. */
  static String path(Shape shape, double scale) {
    Outline outline = new Outline(scale);
    double[] points = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      outline.add(i.currentSegment(points), points);
    }
    return outline.path.toString();
  }

  /** A number with at most four decimals and no more than it needs. */
  static String printed(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_EVEN);
    String plain = rounded.stripTrailingZeros().toPlainString();
    return plain.startsWith("0.") ? plain.substring(1) : plain;
  }

  private void add(int kind, double[] points) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> {
        write('m', points, 1);
        startX = x;
        startY = y;
      }
      case PathIterator.SEG_LINETO -> write('l', points, 1);
      case PathIterator.SEG_QUADTO -> write('q', points, 2);
      case PathIterator.SEG_CUBICTO -> write('c', points, 3);
      default -> {
        path.append('z');
        before = 'z';
        x = startX;
        y = startY;
      }
    }
  }

  /** Numbers are counted from where the segment starts; a letter said once holds on. */
  private void write(char letter, double[] points, int count) {
    long toX = Math.round(points[2 * count - 2] * scale);
    long toY = Math.round(points[2 * count - 1] * scale);
    if (letter == 'l' && toX == x && toY == y) {
      return;
    }
    if (letter == 'l' && (toX == x || toY == y)) {
      write(toX == x ? 'v' : 'h');
      number(toX == x ? toY - y : toX - x);
    } else {
      write(letter);
      for (int i = 0; i < count; i++) {
        number(Math.round(points[2 * i] * scale) - x);
        number(Math.round(points[2 * i + 1] * scale) - y);
      }
    }
    x = toX;
    y = toY;
  }

  private void write(char letter) {
    if (letter != before || letter == 'm') {
      path.append(letter);
      before = letter;
    }
  }

  private void number(long number) {
    boolean follows = !path.isEmpty() && Character.isDigit(path.charAt(path.length() - 1));
    path.append(follows && number >= 0 ? " " : "").append(number);
  }
}
