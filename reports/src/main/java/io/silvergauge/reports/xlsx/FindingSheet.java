package io.silvergauge.reports.xlsx;

import static io.silvergauge.reports.xlsx.BookWords.joined;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row a finding: what falls short, who is responsible, what became of it; senders' ones last. */
final class FindingSheet {
  private static final Map<String, Tone> STATES =
      Map.of(
          "new", Tone.CARE,
          "worse", Tone.BAD,
          "reopened", Tone.BAD,
          "improving", Tone.GOOD,
          "corrected", Tone.GOOD);
  private static final Map<String, Tone> OVERDUE =
      Map.of("interview", Tone.CARE, "circular", Tone.BAD);

  private final BookWords words;
  private final Wording wording;

  FindingSheet(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  Sheet of(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      city.findings().forEach(one -> rows.add(row(city.region().name(), one)));
    }
    words.evaluation().findings().forEach(one -> rows.add(row(Bilingual.EMPTY, one)));
    return new Sheet(
        words.say("book.findings"),
        words.say("book.findings.about"),
        joined(
            words.cityColumns(),
            List.of(
                Column.of(words.say("book.finding.kind"), 16),
                Column.of(wording.say("followup.finding"), 28),
                Column.of(words.say("book.finding.what"), 50),
                words.department(),
                Column.toned(wording.say("followup.state"), 12, words.tones("state", STATES)),
                Column.toned(
                    words.say("book.finding.overdue"), 14, words.tones("overdue", OVERDUE)),
                Column.of(words.say("book.finding.since"), 16),
                Column.number(words.say("book.finding.due")),
                Column.of(words.say("book.finding.suggestion"), 50),
                Column.of(words.say("book.finding.next"), 40),
                Column.number(words.say("book.finding.responses")),
                Column.of(words.say("book.id"), 36))),
        2,
        rows);
  }

  private List<Cell> row(Bilingual city, Finding finding) {
    return joined(
        words.city(finding.region(), city),
        List.of(
            Cell.text(wording.word("finding", finding.kind())),
            Cell.text(wording.name(finding.name())),
            Cell.text(wording.text(finding.what())),
            words.department(finding.department()),
            Cell.text(wording.word("state", finding.state())),
            finding.overdue() == null
                ? Cell.NOTHING
                : Cell.text(wording.word("overdue", finding.overdue())),
            Cell.text(wording.dates().period(finding.since())),
            Cell.day(finding.due()),
            Cell.text(wording.text(finding.suggestion())),
            Cell.text(wording.text(finding.next())),
            Cell.count(finding.responses().size()),
            Cell.text(finding.id())));
  }
}
