package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names the units that fall behind in an indicator, and those without a figure. */
final class Laggards {
  private static final int NAMED = 5;

  private final Wording wording;

  Laggards(Wording wording) {
    this.wording = wording;
  }

  /** What there is to say; empty where no unit falls behind and none lacks a figure. */
  String text(IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    List<UnitResult> units = BehindTable.laggardsFirst(indicator, result.units());
    if (units.size() < 2) {
      return "";
    }
    List<String> said = new ArrayList<>();
    behind(amounts, result, units).ifPresent(said::add);
    Map<String, List<String>> lacking = new TreeMap<>();
    for (UnitResult unit : units) {
      if (unit.amount() == null && applies(unit)) {
        lacking
            .computeIfAbsent(amounts.reason(unit.reason()), reason -> new ArrayList<>())
            .add(wording.place(unit.name(), unit.code()));
      }
    }
    lacking.forEach(
        (reason, names) ->
            said.add(
                wording.say(
                    "laggards.lacking",
                    "reason",
                    reason,
                    "count",
                    wording.figures().count(names.size()),
                    "items",
                    items(names))));
    return String.join(wording.say("list.clause"), said);
  }

  /**
   * Units that do not meet what is asked of each; else those short of what the plan asks of all.
   */
  private Optional<String> behind(Amounts amounts, IndicatorResult result, List<UnitResult> units) {
    if (units.stream().anyMatch(unit -> unit.meets() != null)) {
      List<String> names =
          units.stream()
              .filter(unit -> "no".equals(unit.meets()))
              .map(unit -> named(amounts, unit))
              .toList();
      return said("laggards.each", "", units, names);
    }
    return result.judgements().stream()
        .filter(judgement -> judgement.profile().equals(Profile.PLAN))
        .filter(judgement -> judgement.target() != null && !amounts.yesNo())
        .findFirst()
        .flatMap(
            judgement ->
                said(
                    judgement.operator().equals("<=") ? "laggards.above" : "laggards.below",
                    amounts.goal(judgement),
                    units,
                    units.stream()
                        .filter(unit -> isShort(unit, judgement))
                        .map(unit -> named(amounts, unit))
                        .toList()));
  }

  private static boolean applies(UnitResult unit) {
    return !Reason.NOT_APPLICABLE.code().equals(unit.reason());
  }

  private static boolean isShort(UnitResult unit, JudgementResult judgement) {
    return unit.amount() != null && !Amounts.reached(unit.amount(), judgement);
  }

  private Optional<String> said(
      String key, String target, List<UnitResult> units, List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.say(
                key,
                "target",
                target,
                "all",
                wording.figures().count(units.stream().filter(Laggards::applies).count()),
                "count",
                wording.figures().count(names.size()),
                "items",
                items(names)));
  }

  private String named(Amounts amounts, UnitResult unit) {
    return wording.say(
        "laggards.item",
        "unit",
        wording.place(unit.name(), unit.code()),
        "value",
        amounts.unitValue(unit.amount()));
  }

  private String items(List<String> names) {
    String first = wording.list(names.stream().limit(NAMED).toList());
    return names.size() > NAMED ? wording.say("finding.unknown.more", "items", first) : first;
  }
}
