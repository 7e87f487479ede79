package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes what a city's page says of its findings, of what is said to them, and of notes. */
final class FollowUpTable {
  /** How many findings a page lists; all stand in findings.csv. */
  static final int LISTED = 60;

  private final Evaluation evaluation;
  private final RegionEvaluation region;
  private final Wording wording;
  private final FindingRows rows;

  FollowUpTable(Evaluation evaluation, RegionEvaluation region, Wording wording) {
    this.evaluation = evaluation;
    this.region = region;
    this.wording = wording;
    this.rows = new FindingRows(wording);
  }

  CityPage.FollowUp followUp() {
    return new CityPage.FollowUp(
        lead(LISTED),
        region.findings().stream()
            .sorted(Comparator.comparingInt(FollowUpTable::urgency))
            .limit(LISTED)
            .map(rows::row)
            .toList(),
        region.responses().stream().map(rows::said).toList(),
        region.notes().stream()
            .filter(note -> note.language().equals(wording.language().code()))
            .map(this::note)
            .toList());
  }

  /** The first of them, and nothing else. */
  CityPage.FollowUp brief(int listed) {
    return new CityPage.FollowUp(
        lead(listed), followUp().rows().stream().limit(listed).toList(), List.of(), List.of());
  }

  /** Overdue ones first, then what is open, what was put right last. */
  private static int urgency(Finding finding) {
    if (!finding.stillOpen()) {
      return 3;
    }
    return finding.overdue() == null ? 2 : finding.overdue().equals("circular") ? 0 : 1;
  }

  /** How many findings are listed, where that is not all; else empty. */
  private String cut(int listed) {
    int all = region.findings().size();
    return all <= listed
        ? ""
        : wording.say("followup.cut", "listed", count(listed), "all", count(all));
  }

  private String lead(int listed) {
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
    if (!cut(listed).isEmpty()) {
      sentences.add(cut(listed));
    }
    return wording.sentences(sentences);
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
