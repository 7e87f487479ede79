package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes what a city's page says of its findings, of what is said to them, and of notes. */
final class FollowUpTable {
  /** How many findings a page lists; all stand in findings.csv. */
  static final int LISTED = 60;

  private static final int PLACES = 3;

  private final Evaluation evaluation;
  private final RegionEvaluation region;
  private final Wording wording;

  FollowUpTable(Evaluation evaluation, RegionEvaluation region, Wording wording) {
    this.evaluation = evaluation;
    this.region = region;
    this.wording = wording;
  }

  CityPage.FollowUp followUp() {
    return new CityPage.FollowUp(
        lead(),
        region.findings().stream()
            .sorted(Comparator.comparingInt(FollowUpTable::urgency))
            .limit(LISTED)
            .map(this::row)
            .toList(),
        region.responses().stream().map(this::said).toList(),
        region.notes().stream()
            .filter(note -> note.language().equals(wording.language().code()))
            .map(this::note)
            .toList());
  }

  /** Overdue ones first, then what is open, what was put right last. */
  private static int urgency(Finding finding) {
    if (!finding.stillOpen()) {
      return 3;
    }
    return finding.overdue() == null ? 2 : finding.overdue().equals("circular") ? 0 : 1;
  }

  private String lead() {
    List<Finding> all = region.findings();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        wording.say(
            "followup.lead",
            "open",
            count(all.stream().filter(Finding::stillOpen).count()),
            "fresh",
            count(all.stream().filter(one -> one.state().equals("new")).count()),
            "overdue",
            count(all.stream().filter(one -> one.overdue() != null).count()),
            "corrected",
            count(all.stream().filter(one -> !one.stillOpen()).count())));
    ConductView conduct = evaluation.conduct();
    if (conduct.interviewAfter() > 0) {
      sentences.add(wording.say("followup.interview", "quarters", count(conduct.interviewAfter())));
    }
    if (conduct.circularAfter() > 0) {
      sentences.add(wording.say("followup.circular", "quarters", count(conduct.circularAfter())));
    }
    if (all.size() > LISTED) {
      sentences.add(wording.say("followup.cut", "listed", count(LISTED), "all", count(all.size())));
    }
    return wording.sentences(sentences);
  }

  private CityPage.FindingRow row(Finding finding) {
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

  private static String sentence(String text) {
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

  private String said(Response response) {
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

  private CityPage.NoteText note(Note note) {
    return new CityPage.NoteText(
        wording.say(
            "notes.by",
            "author",
            wording.cut(note.author()),
            "date",
            wording.dates().day(note.date())),
        note.blocks());
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
