package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.screen.Screens;
import io.silvergauge.indicators.screen.Suspicion;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Claims worth a visit: what the screens point at, with the reason, and no penalty. */
final class ScreenList {
  /** More than these of a city stand in the table only. */
  private static final int LISTED = 20;

  private final SchemeView scheme;
  private final Wording wording;
  private final List<String> among = new ArrayList<>();
  private int total;

  ScreenList(SchemeView scheme, Wording wording) {
    this.scheme = scheme;
    this.wording = wording;
  }

  /** What is pointed at in one city, in sentences; none where nothing is. */
  List<String> of(RegionEvaluation city) {
    List<Suspicion> all = found(scheme, city);
    List<String> items = new ArrayList<>();
    all.stream().limit(LISTED).forEach(one -> items.add(item(city, one)));
    if (all.size() > LISTED) {
      items.add(wording.say("screens.more", "more", count(all.size() - LISTED)));
    }
    return items;
  }

  /** An edition that shows no reported values says nothing of them either. */
  private static List<Suspicion> found(SchemeView scheme, RegionEvaluation city) {
    return city.inputs().isEmpty() ? List.of() : Screens.of(scheme, city);
  }

  private String item(RegionEvaluation city, Suspicion one) {
    SchemeView own = scheme.with(city.plan());
    Bilingual subject =
        own.indicator(one.subject())
            .map(SchemeView.IndicatorView::name)
            .orElseGet(() -> statistic(own, one.subject()));
    return wording.say(
        one.region().equals(city.region().code()) ? "screens.item" : "screens.item.unit",
        "subject",
        wording.text(subject),
        "unit",
        unit(city, one.region()),
        "message",
        wording.text(one.message()));
  }

  private static Bilingual statistic(SchemeView scheme, String id) {
    return scheme.statistics().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(SchemeView.StatisticView::name)
        .orElse(Bilingual.same(id));
  }

  private String unit(RegionEvaluation city, String code) {
    return city.indicators().stream()
        .flatMap(indicator -> indicator.units().stream())
        .filter(unit -> unit.code().equals(code))
        .map(IndicatorResult.UnitResult::name)
        .findFirst()
        .map(name -> wording.place(name, code))
        .orElse(code);
  }

  /** Takes in a city for {@link #all}. */
  void add(RegionEvaluation city) {
    int found = found(scheme, city).size();
    total += found;
    if (found > 0) {
      among.add(
          wording.say(
              "screens.city",
              "city",
              wording.place(city.region().name(), city.region().code()),
              "found",
              count(found)));
    }
  }

  /** How much is pointed at in all cities, and in which; empty where nothing is. */
  String all() {
    return among.isEmpty()
        ? ""
        : wording.say("screens.all", "found", count(total), "items", wording.list(among));
  }

  private String count(int number) {
    return wording.figures().count(number);
  }
}
