package io.silvergauge.reports.chart;

import io.silvergauge.reports.text.Inert;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes what was drawn on a canvas: shapes with what differs from the usual, texts as outlines.
 */
final class Drawing {
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Set<String> STROKED =
      Set.of("stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin");

  /** What holds where nothing is said: SVG's own values, and those the outermost element says. */
  private static final Map<String, String> USUAL =
      Map.of(
          "fill", "#1d2327",
          "stroke", "none",
          "stroke-width", "1",
          "stroke-dasharray", "none",
          "stroke-linecap", "butt",
          "stroke-linejoin", "miter",
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

  private final Letters letters;

  Drawing(Letters letters) {
    this.letters = letters;
  }

  /** Groups pass on what they say; only what is drawn is written, with what differs. */
  void append(StringBuilder svg, Element element, Map<String, String> inherited) {
    Map<String, String> said = new TreeMap<>(inherited);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      said.put(attribute.getNodeName(), value(attribute.getNodeValue()));
    }
    switch (element.getTagName()) {
      case "svg", "g" -> appendGroup(svg, element, said);
      case "defs" -> {}
      case "text" -> svg.append(words(element.getTextContent(), said));
      default -> appendShape(svg, element.getTagName(), said);
    }
  }

  private void appendGroup(StringBuilder svg, Element group, Map<String, String> said) {
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

  private String words(String text, Map<String, String> said) {
    double x = Double.parseDouble(said.getOrDefault("x", "0"));
    double y = Double.parseDouble(said.getOrDefault("y", "0"));
    String moved =
        x == 0 && y == 0
            ? ""
            : "translate(%s %s)".formatted(Outline.printed(x), Outline.printed(y));
    String color = said.getOrDefault("fill", USUAL.get("fill"));
    return letters.drawn(
        text,
        said.getOrDefault("font-weight", "normal").equals("bold"),
        said.getOrDefault("transform", "") + moved,
        Double.parseDouble(said.get("font-size")),
        color.equals(USUAL.get("fill")) ? "" : color);
  }

  private static void appendShape(StringBuilder svg, String name, Map<String, String> said) {
    svg.append('<').append(name);
    said.forEach(
        (attribute, value) -> {
          if (matters(name, attribute, value, said)) {
            svg.append(" %s=\"%s\"".formatted(attribute, Inert.text(value)));
          }
        });
    svg.append("/>");
  }

  private static boolean matters(
      String element, String attribute, String value, Map<String, String> said) {
    String usual = USUAL.get(attribute);
    if (usual == null) {
      return GEOMETRY.contains(attribute);
    }
    if (usual.equals(value)) {
      return false;
    }
    if (STROKED.contains(attribute) || attribute.equals("stroke-opacity")) {
      return !said.getOrDefault("stroke", "none").equals("none");
    }
    return !attribute.startsWith("fill") || !element.equals("line");
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
