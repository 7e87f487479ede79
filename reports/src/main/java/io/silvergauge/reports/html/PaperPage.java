package io.silvergauge.reports.html;

import io.silvergauge.reports.chart.Chart;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page for paper: well-formed XHTML with its style sheet, in the CSS of paged media. Where a
 * chart stands it has an {@code object} element of the type {@link #CHART} whose {@code data} is
 * the chart's id.
 *
 * @param xhtml the page
 * @param asOf the evaluation's date
 * @param charts charts by id
 */
public record PaperPage(String xhtml, LocalDate asOf, Map<String, Chart> charts) {
  /** Type of the elements that hold a chart's place. */
  public static final String CHART = "application/x-silvergauge-chart";

  /** Two charts stand side by side; a unit of a chart comes to 0.55 points then. */
  private static final double MILLIMETRES_A_UNIT = 0.195;

  /** Widest chart, in millimetres: what the margins of an upright A4 page leave. */
  private static final double WIDEST = 178;

  /** The same of an A4 page on its side, which wide charts get to themselves. */
  private static final double WIDEST_TURNED = 261;

  private static final double HIGHEST_TURNED = 156;

  static PaperPage of(String xhtml, LocalDate asOf, List<Picture> pictures) {
    Map<String, Chart> charts = new LinkedHashMap<>();
    for (Picture picture : pictures) {
      if (charts.put(picture.id(), picture.chart()) != null) {
        throw new IllegalArgumentException("Two pictures have the id " + picture.id());
      }
    }
    return new PaperPage(xhtml, asOf, charts);
  }

  /** The page as elements; nothing outside it is read. */
  public Document parsed() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform has an XML parser", e);
    } catch (SAXException e) {
      throw new IllegalStateException("A page for paper must be well-formed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String size(Chart chart) {
    double scale =
        chart.width() > 2 * Chart.WIDTH
            ? Math.min(WIDEST_TURNED / chart.width(), HIGHEST_TURNED / chart.height())
            : Math.min(MILLIMETRES_A_UNIT, WIDEST / chart.width());
    return String.format(
        Locale.ROOT, "width:%.1fmm;height:%.1fmm", chart.width() * scale, chart.height() * scale);
  }
}
