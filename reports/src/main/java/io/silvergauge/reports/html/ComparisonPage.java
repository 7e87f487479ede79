package io.silvergauge.reports.html;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison shows, all of it ready to print.
 *
 * @param fulfilment whether this result is worked out
 * @param standing whether this result is worked out
 * @param checks how often the scheme's checks speak against what was reported
 * @param screens which cities have claims worth a visit; empty where none has
 * @param spansLead what was drawn anew, or why nothing was; empty where that is not asked
 * @param spans the intervals of the ranks
 * @param parts movers, provinces, kinds of cities, targets and what is asked of provinces
 * @param heat how each city stands in each indicator; none or one
 */
record ComparisonPage(
    PageHead head,
    boolean fulfilment,
    boolean standing,
    List<String> summary,
    String title,
    String lead,
    List<Picture> pictures,
    String spansLead,
    List<Picture> spans,
    List<HandoutPage.Part> parts,
    List<CityRow> cities,
    List<Heat> heat,
    String peersLead,
    List<Peers> peers,
    String deliveriesLead,
    List<SourceRow> sources,
    SourceRow total,
    String checks,
    String screens,
    List<Fact> method) {
  /** All its charts. */
  List<Picture> allPictures() {
    List<Picture> all = new ArrayList<>(pictures);
    all.addAll(spans);
    parts.forEach(part -> all.addAll(part.pictures()));
    heat.forEach(one -> all.addAll(one.pictures()));
    return all;
  }

  /**
   * A city.
   *
   * @param link to its page; empty where that is not written
   * @param met targets met and due; empty where its plan has none
   */
  record CityRow(
      String name,
      String code,
      String link,
      String level,
      String membership,
      Score standing,
      Score fulfilment,
      String met,
      String plan) {}

  /**
   * How each city stands in each indicator.
   *
   * @param pictures one chart, or several where there are many cities
   * @param cities headings of the table's columns, in the order of the charts
   */
  record Heat(
      String lead,
      List<Picture> pictures,
      String caption,
      List<String> cities,
      List<HeatGroup> groups) {}

  /** The indicators of one dimension. */
  record HeatGroup(String name, List<HeatRow> rows) {}

  /** An indicator; for each city its score, or why there is none. */
  record HeatRow(String name, List<String> cells) {}

  /** Cities that are compared among themselves. */
  record Peers(String name, String caption, List<CityRow> cities) {}

  /** The files of one source. */
  record SourceRow(
      String name,
      String data,
      String dataWord,
      String files,
      String read,
      String accepted,
      String rejected,
      String setAside) {}
}
