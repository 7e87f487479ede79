package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorTrend;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How indicators moved, and where they stand on the way to their targets. */
final class TrendFacts {
  /** Begin of the keys whose end a code of the model picks. */
  private static final String BY = "trend.by.";

  private static final int NAMED = 5;
  private static final int YEAR = 12;
  private static final int QUARTER = 3;

  private final Wording wording;

  TrendFacts(Wording wording) {
    this.wording = wording;
  }

  /** What is said of one indicator behind its figure. */
  List<Fact> of(SchemeView.IndicatorView indicator, IndicatorResult result) {
    List<Fact> facts = new ArrayList<>();
    IndicatorTrend trend = result.trend();
    Printer printer = new Printer(indicator);
    if (result.interval() != null && result.interval().low() != null) {
      facts.add(
          fact(
              "trend.interval",
              wording.say(
                  "trend.interval.text",
                  "percent",
                  percent(result.interval().confidence()),
                  "low",
                  printer.value(result.interval().low()),
                  "high",
                  printer.value(result.interval().high()),
                  "method",
                  wording.say(BY + "method." + result.interval().method()))));
    }
    if (trend != null && trend.change() != null && !new Amounts(indicator, wording).yesNo()) {
      boolean fullCount = result.interval() == null || result.interval().fullCount();
      facts.add(fact("trend.change", change(printer, trend.change(), fullCount)));
    }
    if (trend != null && trend.way() != null) {
      facts.add(fact("trend.way", way(printer, trend.way())));
    }
    return facts;
  }

  /** In one line, where all targets of the plan stand; none where nothing is asked. */
  List<Fact> of(SchemeView scheme, RegionEvaluation region) {
    List<String> said = new ArrayList<>();
    for (String state : List.of("reached", "on_track", "behind", "not_computable")) {
      List<IndicatorResult> there =
          region.indicators().stream()
              .filter(one -> one.trend() != null && one.trend().way() != null)
              .filter(one -> one.trend().way().state().equals(state))
              .toList();
      if (!there.isEmpty()) {
        String count = wording.figures().count(there.size());
        said.add(
            state.equals("behind")
                ? wording.say(BY + "all.behind", "count", count, "items", behind(scheme, there))
                : wording.say(BY + "all." + state, "count", count));
      }
    }
    return said.isEmpty()
        ? List.of()
        : List.of(
            fact(
                "trend.all",
                wording.sentences(
                    List.of(
                        wording.say("trend.all.text", "items", wording.list(said)),
                        wording.say("trend.all.tests")))));
  }

  private String behind(SchemeView scheme, List<IndicatorResult> there) {
    List<String> items = new ArrayList<>();
    for (IndicatorResult one : there.subList(0, Math.min(NAMED, there.size()))) {
      SchemeView.IndicatorView indicator = scheme.indicator(one.id()).orElseThrow();
      items.add(
          wording.say(
              "trend.all.item",
              "indicator",
              wording.text(indicator.name()),
              "distance",
              new Printer(indicator).distance(one.trend().way().behind())));
    }
    String named = wording.list(items);
    return there.size() <= NAMED ? named : wording.say("trend.all.more", "items", named);
  }

  private String change(Printer printer, IndicatorTrend.Change change, boolean fullCount) {
    List<String> said = new ArrayList<>();
    said.add(
        wording.say(
            "trend.change.text",
            "period",
            wording.dates().period(change.since()),
            "before",
            printer.value(change.before()),
            "difference",
            printer.signed(change.difference()),
            "verdict",
            wording.say(BY + "verdict." + change.verdict())));
    if (change.test().equals("interval")) {
      said.add(
          wording.say(
              "trend.change.test",
              "percent",
              percent(change.confidence()),
              "low",
              printer.signed(change.low()),
              "high",
              printer.signed(change.high())));
    } else if (!fullCount) { // of full counts it is said once, with all targets
      said.add(wording.say("trend.change.no.test", "reason", wording.text(change.reason())));
    }
    return wording.sentences(said);
  }

  private String way(Printer printer, IndicatorTrend.Way way) {
    List<String> said = new ArrayList<>();
    said.add(
        switch (way.state()) {
          case "reached" -> wording.say("trend.way.reached");
          case "on_track" ->
              wording.say("trend.way.on.track", "expected", printer.value(way.expected()));
          case "behind" ->
              wording.say(
                  "trend.way.behind",
                  "distance",
                  printer.distance(way.behind()),
                  "expected",
                  printer.value(way.expected()));
          default -> wording.say("trend.way.none", "reason", wording.text(way.reason()));
        });
    if (way.needed() != null && way.pace() != null) {
      said.add(
          wording.say(
              "trend.way.needed",
              "needed",
              printer.signed(way.needed()),
              "pace",
              printer.signed(way.pace()),
              "span",
              span(way.months())));
    }
    if (way.arrival() != null) {
      said.add(arrival(way));
    } else if (way.arrivalReason() != null) {
      said.add(wording.say("trend.arrival.none", "reason", wording.text(way.arrivalReason())));
    }
    return wording.sentences(said);
  }

  private String arrival(IndicatorTrend.Way way) {
    String month = wording.dates().period(way.arrival());
    if (way.earliest() == null) {
      return wording.say(
          "trend.arrival.unsure", "month", month, "reason", wording.text(way.arrivalReason()));
    }
    String earliest = wording.dates().period(way.earliest());
    return way.latest() == null
        ? wording.say(
            "trend.arrival.open",
            "month",
            month,
            "percent",
            percent(way.confidence()),
            "earliest",
            earliest)
        : wording.say(
            "trend.arrival",
            "month",
            month,
            "percent",
            percent(way.confidence()),
            "earliest",
            earliest,
            "latest",
            wording.dates().period(way.latest()));
  }

  private String span(int months) {
    return switch (months) {
      case 1 -> wording.say("trend.span.month");
      case QUARTER -> wording.say("trend.span.quarter");
      case YEAR -> wording.say("trend.span.year");
      default -> wording.say("trend.span.months", "months", months);
    };
  }

  private String percent(BigDecimal percent) {
    return wording.figures().exact(percent);
  }

  private Fact fact(String key, String text) {
    return new Fact(wording.say(key), text);
  }

  /** Prints amounts of one indicator at its decimals. */
  private final class Printer {
    private final SchemeView.IndicatorView indicator;

    Printer(SchemeView.IndicatorView indicator) {
      this.indicator = indicator;
    }

    String value(BigDecimal amount) {
      return wording.withUnit(fixed(amount), indicator.unit());
    }

    String distance(BigDecimal amount) {
      return wording.distance(fixed(amount), indicator.unit());
    }

    String signed(BigDecimal amount) {
      return (amount.signum() > 0 ? "+" : "") + distance(amount);
    }

    private String fixed(BigDecimal amount) {
      int decimals = Figures.decimals(amount, indicator.decimals(), value -> value.signum() != 0);
      return wording.figures().fixed(amount, decimals);
    }
  }
}
