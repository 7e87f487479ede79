package io.silvergauge.reports.html;

import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CheckCounts;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes what a page says of the scheme's checks; remarks are counted, not listed. */
final class CheckTable {
  /** How many a page lists; all stand in checks.csv. */
  static final int LISTED = 50;

  private static final int PLACES = 4;

  private final Wording wording;

  CheckTable(Wording wording) {
    this.wording = wording;
  }

  /** How often they speak against what a city reported, and how many of it are listed. */
  String lead(RegionEvaluation region) {
    String counts = counts(CheckCounts.of(region.checks()));
    String cut = cut(region);
    return cut.isEmpty() ? counts : wording.sentences(List.of(counts, cut));
  }

  /** How many speak against what a city reported and wait for a word. */
  static long open(RegionEvaluation region) {
    return listed(region).stream().filter(check -> check.justification() == null).count();
  }

  /** How many of a city's are listed, where that is not all; else empty. */
  String cut(RegionEvaluation region) {
    int all = listed(region).size();
    return all <= LISTED
        ? ""
        : wording.say("checks.cut", "listed", count(LISTED), "all", count(all));
  }

  /** Errors first, then warnings that wait for a word, then those that are justified. */
  List<CityPage.CheckRow> rows(RegionEvaluation region) {
    RefusalTable refusals = new RefusalTable(region, wording);
    return listed(region).stream().limit(LISTED).map(check -> row(check, refusals)).toList();
  }

  /** The counts of all cities together, and which of them have open ones. */
  String all(Evaluation evaluation) {
    CheckCounts total =
        evaluation.cities().stream()
            .map(Evaluation.CityRow::checks)
            .reduce(CheckCounts.NONE, CheckCounts::plus);
    List<String> open = new ArrayList<>();
    for (Evaluation.CityRow city : evaluation.cities()) {
      if (city.checks().errors() + city.checks().warnings() > 0) {
        open.add(
            wording.say(
                "checks.city",
                "city",
                wording.place(city.name(), city.code()),
                "errors",
                count(city.checks().errors()),
                "warnings",
                count(city.checks().warnings())));
      }
    }
    return open.isEmpty()
        ? counts(total)
        : wording.sentences(
            List.of(counts(total), wording.say("checks.cities", "items", wording.list(open))));
  }

  private static List<CheckResult> listed(RegionEvaluation region) {
    return region.checks().stream()
        .filter(check -> !check.severity().equals(Severity.INFO.code()))
        .sorted(Comparator.comparingInt(CheckTable::urgency))
        .toList();
  }

  private static int urgency(CheckResult check) {
    return check.warns() ? (check.justification() == null ? 1 : 2) : 0;
  }

  private String counts(CheckCounts counts) {
    return wording.say(
        "checks.lead",
        "errors",
        count(counts.errors()),
        "warnings",
        count(counts.warnings()),
        "justified",
        count(counts.justified()),
        "infos",
        count(counts.infos()));
  }

  private CityPage.CheckRow row(CheckResult check, RefusalTable refusals) {
    boolean justified = check.justification() != null;
    String kind = justified ? "justified" : check.severity();
    return new CityPage.CheckRow(
        kind,
        wording.word("check", kind),
        wording.place(check.name(), check.region()),
        wording.cut(check.region()),
        wording.text(check.message()),
        check.check(),
        places(check, refusals),
        justified
            ? wording.say(
                "checks.justified",
                "text",
                wording.text(check.justification().text()),
                "by",
                wording.cut(check.justification().by()),
                "date",
                wording.dates().day(check.justification().date()))
            : "");
  }

  /** Where the values it saw stand; where it saw none, what of the unit was refused. */
  private List<String> places(CheckResult check, RefusalTable refusals) {
    return check.values().isEmpty()
        ? refusals.of(check.region()).stream().toList()
        : check.values().stream().map(this::place).distinct().limit(PLACES).toList();
  }

  private String place(CheckResult.CheckedValue value) {
    return wording.say(
        value.sheet() == null ? "checks.place" : "checks.place.sheet",
        "file",
        value.file(),
        "sheet",
        value.sheet() == null ? "" : value.sheet(),
        "row",
        wording.figures().count(value.row()),
        "column",
        value.column());
  }

  private String count(int number) {
    return wording.figures().count(number);
  }
}
