package io.silvergauge.reports.chart;

import io.silvergauge.reports.text.Inert;
import java.awt.geom.Rectangle2D;

/**
 * Writes a chart as SVG that can stand in a page: no script, no style attribute, no reference but
 * to the outlines of its words in the same page. The same charts give the same bytes.
 */
public final class Svg {
  private Svg() {}

  /**
   * The chart as one element of a page.
   *
   * @param id what its ids start with; differs for each chart of a page
   * @param letters those of the page; their sheet must stand in it too
   */
  public static String of(Chart chart, String id, Letters letters) {
    StringBuilder svg = new StringBuilder(8192);
    svg.append("<svg role=\"img\" aria-labelledby=\"").append(id).append("-t ").append(id);
    svg.append("-d\" viewBox=\"0 0 ").append(chart.width()).append(' ').append(chart.height());
    svg.append("\" fill=\"");
    Numbers.color(svg, ChartTheme.INK);
    svg.append("\"><title id=\"").append(id).append("-t\">").append(Inert.text(chart.title()));
    svg.append("</title><desc id=\"").append(id).append("-d\">");
    svg.append(Inert.text(chart.description())).append("</desc>");
    chart.draw(new SvgCanvas(svg, letters, ChartTheme.INK));
    chart.notes().forEach(note -> append(svg, note));
    return svg.append("</svg>").toString();
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
