package io.silvergauge.reports.html;

import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.reports.text.Wording;
import java.util.List;
import java.util.Locale;

/** Says what findings are, where they stand, what became of them and what is to be done. */
final class FindingRows {
  private static final int PLACES = 3;

  private final Wording wording;

  FindingRows(Wording wording) {
    this.wording = wording;
  }

  /** A finding in words. */
  CityPage.FindingRow row(Finding finding) {
    return new CityPage.FindingRow(
        finding.id(),
        wording.word("finding", finding.kind()),
        wording.name(finding.name()),
        sentence(withUnit(wording.text(finding.what()), finding.unit())),
        finding.places().isEmpty() ? "" : wording.say("followup.where", "places", places(finding)),
        finding.overdue() == null ? finding.state() : finding.overdue(),
        wording.word("state", finding.state())
            + (finding.overdue() == null
                ? ""
                : wording.say("list.between") + wording.word("overdue", finding.overdue())),
        wording.say("followup.since", "period", wording.dates().period(finding.since())),
        finding.department().isEmpty() ? "" : wording.word("department", finding.department()),
        finding.due() == null
            ? ""
            : wording.say("followup.due", "day", wording.dates().day(finding.due())),
        sentence(withUnit(wording.text(finding.suggestion()), finding.unit())),
        sentence(wording.text(finding.next())),
        finding.responses().stream().map(this::said).toList());
  }

  /** The model writes a unit as the scheme does; a page in the words of its language. */
  private String withUnit(String text, String unit) {
    return unit.isEmpty() || unit.equals("%")
        ? text
        : text.replace(unit, wording.word("unit", unit));
  }

  /** A text as it begins a sentence or a heading. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String places(Finding finding) {
    List<String> places =
        finding.places().stream()
            .limit(PLACES)
            .map(
                place -> {
                  String name = wording.place(place.name(), place.code());
                  String detail = wording.text(place.detail());
                  return detail.isEmpty()
                      ? name
                      : wording.say("followup.place", "name", name, "detail", detail);
                })
            .toList();
    return finding.placesCount() > PLACES
        ? wording.say(
            "followup.places", "items", wording.list(places), "all", count(finding.placesCount()))
        : wording.list(places);
  }

  /** What was said to a finding. */
  String said(Response response) {
    String kind =
        response.decision() == null
            ? wording.word("response", response.kind())
            : wording.word("decision", response.decision());
    return wording.say(
        "followup.said",
        "kind",
        kind,
        "author",
        wording.cut(response.author()),
        "date",
        wording.dates().day(response.date()),
        "text",
        wording.text(response.text()));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
