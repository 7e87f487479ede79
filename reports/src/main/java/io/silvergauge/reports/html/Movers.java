package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which cities moved since the period before, and why. */
final class Movers {
  private final Evaluation evaluation;
  private final Wording wording;
  private final Written written;
  private final Scores scores;
  private final List<Moved> moved = new ArrayList<>();

  Movers(Evaluation evaluation, Wording wording, Written written) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.written = written;
    this.scores = new Scores(evaluation.scheme(), wording);
  }

  /** A city's row, how many places it moved, and its code. */
  private record Moved(int places, String code, Row row) {}

  /** Takes in a city; says whether it has a period before to be held against. */
  boolean add(RegionEvaluation city) {
    List<RegionEvaluation.Totals> history = city.history();
    if (history.size() < 2) {
      return false;
    }
    add(city, history.get(history.size() - 2), history.get(history.size() - 1));
    return true;
  }

  /** Whether no city has a period before. */
  boolean isEmpty() {
    return moved.isEmpty();
  }

  private void add(
      RegionEvaluation city, RegionEvaluation.Totals before, RegionEvaluation.Totals now) {
    String code = city.region().code();
    boolean both = before.rank() != null && now.rank() != null;
    int places = both ? before.rank() - now.rank() : 0;
    String why =
        evaluation.outlook() == null
            ? ""
            : evaluation
                .outlook()
                .city(code)
                .map(Outlook.CityOutlook::change)
                .map(change -> new OutlookFacts(evaluation, wording).change(change))
                .orElse("");
    moved.add(
        new Moved(
            places,
            code,
            Row.of(
                Cell.city(
                    wording.place(city.region().name(), code),
                    written.city(code) ? Links.city(code, wording.language()) : ""),
                Cell.of(rank(before)),
                Cell.of(rank(now)),
                Cell.of(
                    !both
                        ? wording.say("indicators.none")
                        : (places > 0 ? "+" : "") + wording.figures().count(places)),
                Cell.of(score(before)),
                Cell.of(score(now)),
                Cell.of(why.isEmpty() ? wording.say("word.no.reason") : why))));
  }

  /** All cities, those that moved furthest first. */
  Part part() {
    return Part.of(
        "movers",
        wording.say("bulletin.movers"),
        List.of(wording.say(moved.isEmpty() ? "bulletin.first" : "bulletin.movers.lead")),
        List.of(
            new Grid(
                "",
                wording.say("bulletin.movers.caption"),
                List.of(
                    Head.text(wording.say("comparison.city"), 22),
                    Head.number(wording.say("bulletin.rank.before"), 15),
                    Head.number(wording.say("bulletin.rank.now"), 15),
                    Head.number(wording.say("bulletin.places"), 15),
                    Head.number(wording.say("bulletin.score.before"), 17),
                    Head.number(wording.say("bulletin.score.now"), 17),
                    Head.text(wording.say("bulletin.why"), 0)),
                moved.stream()
                    .sorted(
                        Comparator.comparingInt((Moved one) -> -Math.abs(one.places()))
                            .thenComparing(Moved::code))
                    .map(Moved::row)
                    .toList(),
                "")));
  }

  private String rank(RegionEvaluation.Totals totals) {
    return totals.rank() == null ? wording.say("word.no.rank") : scores.count(totals.rank());
  }

  private String score(RegionEvaluation.Totals totals) {
    return totals.standing() == null
        ? wording.say("word.withheld")
        : scores.printed(totals.standing());
  }
}
