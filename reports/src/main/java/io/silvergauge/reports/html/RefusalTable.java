package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.Refusals.Refusal;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes what a page says of what was refused: all of it in a table, and beside what it explains.
 */
final class RefusalTable {
  /** How many a page lists; all stand in rejects.csv. */
  static final int LISTED = 50;

  private final Refusals refusals;
  private final Wording wording;

  RefusalTable(RegionEvaluation region, Wording wording) {
    this.refusals = region.refusals();
    this.wording = wording;
  }

  /** How many there are; empty in a publication that does not say. */
  String lead() {
    if (refusals == null) {
      return "";
    }
    if (refusals.all() == 0) {
      return wording.say("refusals.none");
    }
    String lead = wording.say("refusals.lead", "all", count(refusals.all()));
    int listed = rows().size();
    return listed == refusals.all()
        ? lead
        : wording.sentences(
            List.of(
                lead,
                wording.say(
                    "refusals.cut", "listed", count(listed), "all", count(refusals.all()))));
  }

  /** Those whose unit is known come first. */
  List<CityPage.RefusalRow> rows() {
    if (refusals == null) {
      return List.of();
    }
    return refusals.listed().stream()
        .sorted((left, right) -> Boolean.compare(left.region() == null, right.region() == null))
        .limit(LISTED)
        .map(this::row)
        .toList();
  }

  /** Why a unit has no value of one of some statistics, where something of it was refused. */
  Optional<String> explaining(String unit, List<String> statistics) {
    return first(refusal -> refusal.explains(unit, statistics));
  }

  /** What of a unit was refused, whatever it is about. */
  Optional<String> of(String unit) {
    return first(refusal -> unit.equals(refusal.region()));
  }

  private Optional<String> first(Predicate<Refusal> wanted) {
    return refusals == null
        ? Optional.empty()
        : refusals.listed().stream()
            .filter(wanted)
            .findFirst()
            .map(
                refusal ->
                    wording.say(
                        "refusals.beside", "place", place(refusal), "reason", refusal.reason()));
  }

  private CityPage.RefusalRow row(Refusal refusal) {
    boolean known = refusal.region() != null;
    Bilingual name = refusal.name() == null ? Bilingual.EMPTY : refusal.name();
    return new CityPage.RefusalRow(
        known
            ? wording.place(name, refusal.region())
            : wording.say(refusal.row() == 0 ? "refusals.file" : "refusals.nowhere"),
        known ? wording.cut(refusal.region()) : "",
        refusal.reason(),
        wording.text(refusal.message()),
        place(refusal));
  }

  private String place(Refusal refusal) {
    String file =
        refusal.sheet() == null
            ? refusal.file()
            : wording.say("refusals.sheet", "file", refusal.file(), "sheet", refusal.sheet());
    if (refusal.row() == 0) {
      return file;
    }
    return refusal.column() == null
        ? wording.say("refusals.row", "file", file, "row", count(refusal.row()))
        : wording.say(
            "checks.place",
            "file",
            file,
            "row",
            count(refusal.row()),
            "column",
            wording.cut(refusal.column()));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
