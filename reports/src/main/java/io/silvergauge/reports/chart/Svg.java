package io.silvergauge.reports.chart;

import io.silvergauge.reports.text.Inert;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a chart as SVG that can stand in a page: no script, no style attribute, no reference, text
 * as text in the page's own font. The same chart gives the same bytes.
 */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Set<String> STROKED =
      Set.of("stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin");
  private static final Set<String> LETTERED = Set.of("font-size", "font-weight");

  /** What holds where nothing is said: SVG's own values, and those the outermost element says. */
  private static final Map<String, String> USUAL =
      Map.of(
          "fill", "#1d2327",
          "stroke", "none",
          "stroke-width", "1",
          "stroke-dasharray", "none",
          "stroke-linecap", "butt",
          "stroke-linejoin", "miter",
          "font-size", "12",
          "font-weight", "normal",
          "fill-opacity", "1",
          "stroke-opacity", "1");

  private static final Set<String> GEOMETRY =
      Set.of(
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "width",
          "height",
          "d",
          "points",
          "transform");

  private Svg() {}

  /**
   * The chart as one element of a page.
   *
   * @param id what its ids start with; differs for each chart of a page
   */
  public static String of(Chart chart, String id) {
    SVGGraphics2D canvas = canvas();
    chart.draw(canvas);
    StringBuilder svg = new StringBuilder(4096);
    svg.append("<svg role=\"img\" aria-labelledby=\"%s-t %s-d\"".formatted(id, id))
        .append(" viewBox=\"0 0 " + chart.width() + " " + chart.height() + "\"")
        .append(" font-size=\"12\" fill=\"#1d2327\">")
        .append("<title id=\"%s-t\">%s</title>".formatted(id, Inert.text(chart.title())))
        .append("<desc id=\"%s-d\">%s</desc>".formatted(id, Inert.text(chart.description())));
    append(svg, canvas.getRoot(), Map.of());
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

  /** Groups pass on what they say; only what is drawn is written, with what differs. */
  private static void append(StringBuilder svg, Element element, Map<String, String> inherited) {
    Map<String, String> said = new TreeMap<>(inherited);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      said.put(attribute.getNodeName(), value(attribute.getNodeValue()));
    }
    switch (element.getTagName()) {
      case "svg", "g" -> appendGroup(svg, element, said);
      case "defs" -> {}
      default -> appendDrawn(svg, element, said);
    }
  }

  private static void appendGroup(StringBuilder svg, Element group, Map<String, String> said) {
    String transform = said.remove("transform");
    StringBuilder inside = new StringBuilder();
    for (Node node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        append(inside, element, said);
      }
    }
    if (transform == null || inside.isEmpty()) {
      svg.append(inside);
    } else {
      svg.append("<g transform=\"%s\">%s</g>".formatted(transform, inside));
    }
  }

  private static void appendDrawn(StringBuilder svg, Element element, Map<String, String> said) {
    String name = element.getTagName();
    svg.append('<').append(name);
    said.forEach(
        (attribute, value) -> {
          if (matters(name, attribute, value, said)) {
            svg.append(" %s=\"%s\"".formatted(attribute, Inert.text(value)));
          }
        });
    String text = element.getTextContent();
    if (text.isEmpty()) {
      svg.append("/>");
    } else {
      svg.append('>').append(Inert.text(text)).append("</").append(name).append('>');
    }
  }

  private static boolean matters(
      String element, String attribute, String value, Map<String, String> said) {
    String usual = USUAL.get(attribute);
    if (usual == null) {
      return !attribute.startsWith("xml") && GEOMETRY.contains(attribute);
    }
    if (usual.equals(value)) {
      return false;
    }
    boolean text = element.equals("text");
    if (STROKED.contains(attribute) || attribute.equals("stroke-opacity")) {
      return !text && !said.getOrDefault("stroke", "none").equals("none");
    }
    if (attribute.equals("stroke")) {
      return !text;
    }
    if (attribute.startsWith("fill")) {
      return !element.equals("line");
    }
    return !LETTERED.contains(attribute) || text;
  }

  private static String value(String value) {
    Matcher rgb = RGB.matcher(value);
    if (rgb.matches()) {
      return "#%02x%02x%02x"
          .formatted(
              Integer.parseInt(rgb.group(1)),
              Integer.parseInt(rgb.group(2)),
              Integer.parseInt(rgb.group(3)));
    }
    return value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
  }
}
