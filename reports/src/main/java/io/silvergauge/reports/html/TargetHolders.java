package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who meets and who misses which target of the plans. */
final class TargetHolders {
  private final SchemeView scheme;
  private final Predicate<IndicatorView> wanted;
  private final Wording wording;
  private final Map<String, IndicatorView> indicators = new LinkedHashMap<>();
  private final Map<String, Map<Verdict, List<String>>> held = new LinkedHashMap<>();
  private final Map<String, int[]> moved = new LinkedHashMap<>();

  /** Of the indicators that are wanted. */
  TargetHolders(SchemeView scheme, Predicate<IndicatorView> wanted, Wording wording) {
    this.scheme = scheme;
    this.wanted = wanted;
    this.wording = wording;
  }

  /** How many targets a city meets and misses. */
  record Count(int met, int missed) {}

  /** Takes in a city. */
  Count add(RegionEvaluation city) {
    String name = wording.place(city.region().name(), city.region().code());
    int met = 0;
    int missed = 0;
    for (IndicatorView indicator : scheme.with(city.plan()).indicators()) {
      if (!wanted.test(indicator)) {
        continue;
      }
      indicators.putIfAbsent(indicator.id(), indicator);
      Optional<IndicatorResult> result =
          city.indicators().stream().filter(one -> one.id().equals(indicator.id())).findFirst();
      Optional<Verdict> verdict = result.flatMap(TargetHolders::verdict);
      if (verdict.isPresent()) {
        held.computeIfAbsent(indicator.id(), key -> new LinkedHashMap<>())
            .computeIfAbsent(verdict.get(), key -> new ArrayList<>())
            .add(name);
        met += verdict.get() == Verdict.MET ? 1 : 0;
        missed += verdict.get() == Verdict.UNMET ? 1 : 0;
      }
      result.ifPresent(one -> move(indicator, one));
    }
    return new Count(met, missed);
  }

  /** Whether some city is held to it. */
  boolean has(String indicator) {
    return indicators.containsKey(indicator);
  }

  private static Optional<Verdict> verdict(IndicatorResult result) {
    return Targets.isNotApplicable(result)
        ? Optional.empty()
        : result.judgements().stream()
            .filter(one -> one.profile().equals(Profile.PLAN))
            .map(JudgementResult::verdict)
            .flatMap(code -> List.of(Verdict.values()).stream().filter(v -> v.code().equals(code)))
            .filter(one -> one != Verdict.NOT_IN_PLAN)
            .findFirst();
  }

  /**
   * Counts cities whose value is better or worse than in the newest earlier period, as its trend
   * has it; of those where visits let another value count the trend does not speak.
   */
  private void move(IndicatorView indicator, IndicatorResult result) {
    if (result.trend() == null
        || result.trend().change() == null
        || result.amount() == null
        || result.counts().compareTo(result.amount()) != 0) {
      return;
    }
    int[] counts = moved.computeIfAbsent(indicator.id(), key -> new int[2]);
    switch (result.trend().change().verdict()) {
      case "better" -> counts[0]++;
      case "worse" -> counts[1]++;
      default -> {}
    }
  }

  /** Each indicator with a target: how many meet it, who misses it, how values moved. */
  Grid grid() {
    return new Grid(
        "",
        wording.say("special.targets.caption"),
        List.of(
            Head.text(wording.say("indicators.indicator"), 40),
            Head.number(wording.say("ledger.met"), 11),
            Head.number(wording.say("ledger.unmet"), 14),
            Head.number(wording.say("ledger.unknown"), 16),
            Head.number(wording.say("special.better"), 15),
            Head.number(wording.say("special.worse"), 15),
            Head.text(wording.say("special.who"), 0)),
        indicators.values().stream()
            .filter(one -> held.containsKey(one.id()))
            .map(this::target)
            .toList(),
        "");
  }

  private Row target(IndicatorView indicator) {
    Map<Verdict, List<String>> verdicts = held.get(indicator.id());
    List<String> missed = verdicts.getOrDefault(Verdict.UNMET, List.of());
    List<String> unknown = verdicts.getOrDefault(Verdict.NOT_COMPUTABLE, List.of());
    List<String> due = verdicts.getOrDefault(Verdict.NOT_DUE, List.of());
    int[] counts = moved.getOrDefault(indicator.id(), new int[2]);
    return Row.of(
        Cell.of(wording.name(indicator.name())),
        Cell.of(count(verdicts.getOrDefault(Verdict.MET, List.of()).size())),
        Cell.of(count(missed.size())),
        Cell.of(count(unknown.size())),
        Cell.of(count(counts[0])),
        Cell.of(count(counts[1])),
        Cell.of(missed.isEmpty() ? wording.say("word.none") : wording.list(missed))
            .below(
                unknown.isEmpty()
                    ? ""
                    : wording.say("special.unknown", "cities", wording.list(unknown)),
                due.isEmpty() ? "" : wording.say("special.not.due", "count", count(due.size()))));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
