package io.silvergauge.reports.html;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.silvergauge.reports.chart.Chart;

/**
 * A chart of a page with its caption.
 *
 * @param id differs for each picture of a page
 */
record Picture(Chart chart, String id) {
  /** The picture of a chart. */
  static Picture of(Chart chart, String id) {
    return new Picture(chart, id);
  }

  /** What it shows, in a few words. */
  public String caption() {
    return chart.title();
  }

  /** Its figures in words. */
  public String description() {
    return chart.description();
  }

  /** What holds its place in a page for a screen until {@link DrawnPictures} draws it. */
  public SafeString place() {
    return new SafeString("<!--picture " + id + "-->");
  }

  /** What marks the place of a chart in a page for paper. */
  public String type() {
    return PaperPage.CHART;
  }

  /** Its place on paper: as wide as its column, in its own proportion. */
  public String size() {
    return PaperPage.size(chart);
  }
}
