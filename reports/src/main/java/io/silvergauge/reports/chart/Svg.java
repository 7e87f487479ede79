package io.silvergauge.reports.chart;

import io.silvergauge.reports.text.Inert;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/**
 * Writes a chart as SVG that can stand in a page: no script, no style attribute, no reference but
 * to the outlines of its words in the same page. The same charts give the same bytes.
 */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /**
   * The chart as one element of a page.
   *
   * @param id what its ids start with; differs for each chart of a page
   * @param letters those of the page; their sheet must stand in it too
   */
  public static String of(Chart chart, String id, Letters letters) {
    SVGGraphics2D canvas = canvas();
    chart.draw(canvas);
    StringBuilder svg = new StringBuilder(4096);
    svg.append("<svg role=\"img\" aria-labelledby=\"%s-t %s-d\"".formatted(id, id))
        .append(" viewBox=\"0 0 " + chart.width() + " " + chart.height() + "\"")
        .append(" fill=\"#1d2327\">")
        .append("<title id=\"%s-t\">%s</title>".formatted(id, Inert.text(chart.title())))
        .append("<desc id=\"%s-d\">%s</desc>".formatted(id, Inert.text(chart.description())));
    new Drawing(letters).append(svg, canvas.getRoot(), Map.of());
    chart.notes().forEach(note -> append(svg, note));
    return svg.append("</svg>").toString();
  }

  private static SVGGraphics2D canvas() {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(NAMESPACE, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setPrecision(1);
      SVGGraphics2D canvas = new SVGGraphics2D(context, false);
      // JFreeChart puts back the hint it found, and Batik refuses to put back none.
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      return canvas;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform has a DOM", e);
    }
  }

  private static void append(StringBuilder svg, Chart.Note note) {
    Rectangle2D place = note.place();
    svg.append(
        ("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\""
                + " pointer-events=\"all\"><title>%s</title></rect>")
            .formatted(
                whole(place.getX()),
                whole(place.getY()),
                whole(place.getWidth()),
                whole(place.getHeight()),
                Inert.text(note.text())));
  }

  private static long whole(double number) {
    return Math.round(number);
  }
}
