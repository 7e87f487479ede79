package io.silvergauge.reports.html;

import io.silvergauge.reports.chart.Chart;
import io.silvergauge.reports.chart.Svg;

/**
 * A chart of a page with its caption.
 *
 * @param svg the chart, ready to stand in the page
 */
record Picture(String caption, String svg) {
  /** The picture of a chart; {@code id} differs for each picture of a page. */
  static Picture of(Chart chart, String id) {
    return new Picture(chart.title(), Svg.of(chart, id));
  }
}
