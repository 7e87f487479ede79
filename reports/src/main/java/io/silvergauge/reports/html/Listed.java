package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Input;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the pages of a city list behind its figures: of the units of a figure the first {@value
 * #LISTED_UNITS}, laggards first, and of the reported values those of these units and others,
 * {@value #LISTED_INPUTS} at most. A city of counties and towns is listed whole. What a page leaves
 * out is counted; it stands in the city's file of the evaluation, and {@code explain} shows it.
 */
final class Listed {
  /** The most units of a figure; the city with most towns has some 1,030. */
  static final int LISTED_UNITS = 1_200;

  /** The most reported values of a figure. */
  static final int LISTED_INPUTS = 10_000;

  private final RegionEvaluation region;
  private final Map<String, More> more;

  private Listed(RegionEvaluation region, Map<String, More> more) {
    this.region = region;
    this.more = more;
  }

  /**
   * What is left out behind a figure.
   *
   * @param units codes of the units that are not listed
   * @param inputs how many of the reported values are not
   */
  record More(Set<String> units, int inputs) {
    static final More NONE = new More(Set.of(), 0);
  }

  /** What pages list of a city. */
  static Listed of(SchemeView scheme, RegionEvaluation city) {
    Map<String, Set<String>> left = new TreeMap<>();
    List<IndicatorResult> results = new ArrayList<>();
    for (IndicatorResult result : city.indicators()) {
      if (result.units().size() > LISTED_UNITS && scheme.indicator(result.id()).isPresent()) {
        List<UnitResult> sorted =
            BehindTable.laggardsFirst(scheme.indicator(result.id()).orElseThrow(), result.units());
        left.put(
            result.id(),
            sorted.stream()
                .skip(LISTED_UNITS)
                .map(UnitResult::code)
                .collect(Collectors.toCollection(TreeSet::new)));
        results.add(result.listing(sorted.subList(0, LISTED_UNITS)));
      } else {
        results.add(result);
      }
    }
    if (left.isEmpty() && city.inputs().size() <= LISTED_INPUTS) {
      return new Listed(city, Map.of());
    }
    Map<String, More> more = new TreeMap<>();
    Set<Input> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (IndicatorResult result : city.indicators()) {
      scheme
          .indicator(result.id())
          .ifPresent(
              indicator -> {
                Set<String> units = left.getOrDefault(result.id(), Set.of());
                List<Input> inputs = inputs(city, indicator, result);
                List<Input> first =
                    inputs.stream()
                        .filter(input -> !units.contains(input.region()))
                        .limit(LISTED_INPUTS)
                        .toList();
                kept.addAll(first);
                if (first.size() < inputs.size()) {
                  more.put(result.id(), new More(units, inputs.size() - first.size()));
                }
              });
    }
    return new Listed(
        city.listing(results, city.inputs().stream().filter(kept::contains).toList()), more);
  }

  /** The city with what is listed of it. */
  RegionEvaluation region() {
    return region;
  }

  /** What is left out behind a figure. */
  More more(String indicator) {
    return more.getOrDefault(indicator, More.NONE);
  }

  /** The reported values that are listed behind a figure of the city. */
  List<Input> inputs(IndicatorView indicator, IndicatorResult result) {
    Set<String> without = more(indicator.id()).units();
    return inputs(region, indicator, result).stream()
        .filter(input -> !without.contains(input.region()))
        .limit(LISTED_INPUTS)
        .toList();
  }

  /**
   * Says what is left out behind a figure and where it can be read; nothing where it is listed
   * whole.
   *
   * @param inputs how many reported values are left out
   */
  String leftOut(String indicator, int inputs, Wording wording) {
    List<String> parts = new ArrayList<>();
    int units = more(indicator).units().size();
    if (units > 0) {
      parts.add(wording.say("behind.summary.units", "units", wording.figures().count(units)));
    }
    if (inputs > 0) {
      parts.add(wording.say("behind.summary.inputs", "inputs", wording.figures().count(inputs)));
    }
    return parts.isEmpty()
        ? ""
        : wording.say(
            "behind.more",
            "parts",
            wording.list(parts),
            "city",
            region.region().code(),
            "indicator",
            indicator,
            "period",
            region.period());
  }

  /** A register of a unit is behind the figure that asks of this unit only. */
  private static List<Input> inputs(
      RegionEvaluation city, IndicatorView indicator, IndicatorResult result) {
    Set<String> statistics = new TreeSet<>(indicator.statistics());
    List<Input> inputs =
        city.inputs().stream().filter(input -> statistics.contains(input.statistic())).toList();
    if (result.behind() == null || result.behind().register() == null) {
      return inputs;
    }
    String subject = result.behind().subject();
    Set<String> asked =
        result.units().isEmpty()
            ? Set.of(subject == null ? city.region().code() : subject)
            : result.units().stream().map(UnitResult::code).collect(Collectors.toSet());
    return inputs.stream().filter(input -> asked.contains(input.region())).toList();
  }
}
