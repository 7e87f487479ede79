package io.silvergauge.reports.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/**
 * A canvas that writes what is drawn on it as elements of SVG at once: shapes with what differs
 * from the usual, texts as outlines. Clips are left out: no chart draws beyond its plot. Pictures
 * and gradients have no place in a chart and are refused.
 */
final class SvgCanvas extends AbstractGraphics2D {
  private static final BufferedImage MEASURE = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

  private final StringBuilder svg;
  private final Letters letters;
  private final Color ink;

  /**
   * A canvas that writes into {@code svg}.
   *
   * @param ink the colour of what says no other, as the element around it says
   */
  SvgCanvas(StringBuilder svg, Letters letters, Color ink) {
    super(false);
    this.svg = svg;
    this.letters = letters;
    this.ink = ink;
    gc = new GraphicContext();
    // JFreeChart puts back the hint it found, and Batik refuses to put back none.
    setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
    this.svg = other.svg;
    this.letters = other.letters;
    this.ink = other.ink;
  }

  @Override
  public void fill(Shape shape) {
    begin(shape);
    Color color = color();
    if (!isInk(color)) {
      svg.append(" fill=\"");
      appendColor(color);
      svg.append('"');
    }
    appendAlpha("fill", color);
    svg.append("/>");
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      throw new IllegalArgumentException("A chart's lines are plain, not " + getStroke());
    }
    begin(shape);
    if (!(shape instanceof Line2D)) {
      svg.append(" fill=\"none\"");
    }
    svg.append(" stroke=\"");
    appendColor(color());
    svg.append('"');
    appendAlpha("stroke", color());
    append(stroke);
    svg.append("/>");
  }

  private void append(BasicStroke stroke) {
    if (stroke.getLineWidth() != 1) {
      number(" stroke-width=\"", stroke.getLineWidth());
      svg.append('"');
    }
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      for (int i = 0; i < dashes.length; i++) {
        number(i == 0 ? " stroke-dasharray=\"" : ",", dashes[i]);
      }
      svg.append('"');
    }
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      boolean round = stroke.getEndCap() == BasicStroke.CAP_ROUND;
      svg.append(" stroke-linecap=\"").append(round ? "round" : "square").append('"');
    }
    if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
      boolean round = stroke.getLineJoin() == BasicStroke.JOIN_ROUND;
      svg.append(" stroke-linejoin=\"").append(round ? "round" : "bevel").append('"');
    }
  }

  /** The element with its geometry; a moved shape is written where it is, a turned one as path. */
  private void begin(Shape shape) {
    AffineTransform at = getTransform();
    boolean moved = (at.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    double dx = at.getTranslateX();
    double dy = at.getTranslateY();
    if (moved && shape instanceof Rectangle2D box) {
      number("<rect x=\"", box.getX() + dx);
      number("\" y=\"", box.getY() + dy);
      number("\" width=\"", box.getWidth());
      number("\" height=\"", box.getHeight());
    } else if (moved && shape instanceof Line2D line) {
      number("<line x1=\"", line.getX1() + dx);
      number("\" y1=\"", line.getY1() + dy);
      number("\" x2=\"", line.getX2() + dx);
      number("\" y2=\"", line.getY2() + dy);
    } else if (moved && shape instanceof Ellipse2D round && round.getWidth() == round.getHeight()) {
      number("<circle cx=\"", round.getCenterX() + dx);
      number("\" cy=\"", round.getCenterY() + dy);
      number("\" r=\"", round.getWidth() / 2);
    } else {
      svg.append("<path d=\"");
      append(shape.getPathIterator(at));
    }
    svg.append('"');
  }

  private void append(PathIterator path) {
    double[] points = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> append('M', points, 2);
        case PathIterator.SEG_LINETO -> append('L', points, 2);
        case PathIterator.SEG_QUADTO -> append('Q', points, 4);
        case PathIterator.SEG_CUBICTO -> append('C', points, 6);
        default -> svg.append('Z');
      }
    }
  }

  private void append(char segment, double[] points, int count) {
    svg.append(segment);
    for (int i = 0; i < count; i++) {
      number(i == 0 ? "" : " ", points[i]);
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    AffineTransform at = getTransform();
    StringBuilder place = new StringBuilder(48);
    double placeX = x;
    double placeY = y;
    if ((at.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0) {
      placeX += at.getTranslateX();
      placeY += at.getTranslateY();
    } else if (isUpwards(at)) {
      place.append("translate(");
      Numbers.tenths(place, at.getTranslateX());
      place.append(',');
      Numbers.tenths(place, at.getTranslateY());
      place.append(") rotate(-90)");
    } else {
      throw new IllegalArgumentException("A chart's words run across or upwards, not " + at);
    }
    if (placeX != 0 || placeY != 0) {
      place.append("translate(");
      Numbers.tenths(place, placeX);
      place.append(' ');
      Numbers.tenths(place, placeY);
      place.append(')');
    }
    StringBuilder color = new StringBuilder(7);
    if (!isInk(color())) {
      Numbers.color(color, color());
    }
    svg.append(
        letters.drawn(
            text, getFont().isBold(), place.toString(), getFont().getSize2D(), color.toString()));
  }

  private static boolean isUpwards(AffineTransform at) {
    return Math.round(at.getScaleX() * 1000) == 0
        && Math.round(at.getShearY() * 1000) == -1000
        && Math.round(at.getShearX() * 1000) == 1000;
  }

  private Color color() {
    if (getPaint() instanceof Color color) {
      return color;
    }
    throw new IllegalArgumentException("A chart's colours are plain, not " + getPaint());
  }

  private boolean isInk(Color color) {
    return (color.getRGB() & 0xFFFFFF) == (ink.getRGB() & 0xFFFFFF);
  }

  private void appendColor(Color color) {
    Numbers.color(svg, color);
  }

  private void appendAlpha(String of, Color color) {
    double alpha = color.getAlpha() / 255.0;
    if (getComposite() instanceof AlphaComposite composite) {
      alpha *= composite.getAlpha();
    }
    if (alpha < 1) {
      svg.append(' ').append(of).append("-opacity=\"").append(Outline.printed(alpha)).append('"');
    }
  }

  private void number(String before, double number) {
    svg.append(before);
    Numbers.tenths(svg, number);
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void dispose() {
    // nothing is held
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return MEASURE.getGraphics().getFontMetrics(font);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return ChartFont.EXACT;
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw refused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw refused();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform at) {
    throw refused();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform at) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw refused();
  }

  @Override
  public void setXORMode(Color color) {
    throw refused();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused();
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("Charts consist of shapes and plain words");
  }
}
