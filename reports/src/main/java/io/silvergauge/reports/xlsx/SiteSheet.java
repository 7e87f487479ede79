package io.silvergauge.reports.xlsx;

import static io.silvergauge.reports.xlsx.BookWords.joined;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SiteCheck;
import io.silvergauge.indicators.verification.Found;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** A row a visit: what was reported, what was found, and what shows it. */
final class SiteSheet {
  private final BookWords words;
  private final Wording wording;

  SiteSheet(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  /** Whether visits looked into anything. */
  static boolean isCalledFor(List<RegionEvaluation> cities) {
    return cities.stream()
        .flatMap(city -> city.indicators().stream())
        .anyMatch(result -> result.site() != null);
  }

  Sheet of(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      for (IndicatorResult result : city.indicators()) {
        if (result.site() != null) {
          for (SiteCheck.Visited visit : result.site().visits()) {
            rows.add(row(city, result, visit));
          }
        }
      }
    }
    return new Sheet(
        wording.say("visits.title"),
        wording.say("visits.about"),
        joined(
            words.cityColumns(),
            List.of(
                Column.of(wording.say("indicators.indicator"), 28),
                Column.of(wording.say("visits.thing"), 28),
                Column.of(words.say("book.id"), 20),
                Column.of(wording.say("visits.stratum"), 12),
                Column.number(wording.say("visits.reported.of")),
                Column.number(wording.say("visits.found.of")),
                Column.of(wording.say("visits.result"), 12),
                Column.of(wording.say("visits.evidence"), 40),
                Column.of(words.say("book.visits.by"), 14),
                Column.number(words.say("book.visits.date")),
                Column.of(words.say("book.visits.remark"), 30),
                Column.of(words.say("book.visits.sheet"), 36),
                Column.number(words.say("book.visits.row")))),
        2,
        rows);
  }

  private List<Cell> row(RegionEvaluation city, IndicatorResult result, SiteCheck.Visited visit) {
    String name =
        words
            .evaluation()
            .seenBy(city.plan())
            .scheme()
            .indicator(result.id())
            .map(SchemeView.IndicatorView::name)
            .map(wording::name)
            .orElse(result.id());
    return joined(
        words.city(city.region().code(), city.region().name()),
        List.of(
            Cell.text(name),
            Cell.text(wording.text(visit.name())),
            Cell.text(visit.key()),
            Cell.text(visit.region()),
            Cell.number(visit.reported(), 0),
            Cell.number(visit.found(), 0),
            Cell.text(
                Found.of(visit.result())
                    .map(found -> wording.text(found.text()))
                    .orElse(visit.result())),
            Cell.text(visit.evidence()),
            Cell.text(visit.by()),
            Cell.day(visit.date()),
            visit.remark() == null ? Cell.NOTHING : Cell.text(visit.remark()),
            Cell.text(result.site().file()),
            Cell.count(visit.row())));
  }
}
