package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.verification.Drawing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units behind an indicator from which a sample is drawn; a city is a stratum.
 *
 * @param indicator the indicator's id
 * @param units those with numerator and denominator, by stratum, key
 * @param reported the indicator's value of each city as reported, by code
 */
public record Frame(String indicator, List<Unit> units, Map<String, BigDecimal> reported) {
  /**
   * A unit.
   *
   * @param city code of its city: the stratum
   * @param numerator what was reported
   * @param places where that stands, as file, sheet and record
   */
  public record Unit(
      String city,
      Bilingual cityName,
      String code,
      Bilingual name,
      BigDecimal numerator,
      BigDecimal denominator,
      String places) {
    Drawing.Thing thing() {
      return new Drawing.Thing(city, code);
    }
  }

  public Frame {
    units = List.copyOf(units);
    reported = new TreeMap<>(reported);
  }

  /** The frame of an indicator in some cities. */
  public static Frame of(
      Evaluation evaluation, Collection<RegionEvaluation> cities, String indicator) {
    List<Unit> units = new ArrayList<>();
    Map<String, BigDecimal> reported = new TreeMap<>();
    for (RegionEvaluation city : cities) {
      for (IndicatorResult result : city.indicators()) {
        if (result.id().equals(indicator)) {
          List<String> statistics =
              evaluation
                  .seenBy(city.plan())
                  .scheme()
                  .indicator(indicator)
                  .map(view -> view.statistics())
                  .orElse(List.of());
          if (result.amount() != null) {
            reported.put(city.region().code(), result.amount());
          }
          result.units().stream()
              .filter(unit -> unit.numerator() != null && unit.denominator() != null)
              .forEach(unit -> units.add(unit(city, unit, statistics)));
        }
      }
    }
    units.sort(Comparator.comparing(Unit::city).thenComparing(Unit::code));
    return new Frame(indicator, units, reported);
  }

  private static Unit unit(
      RegionEvaluation city, IndicatorResult.UnitResult unit, List<String> statistics) {
    List<String> places =
        city.inputs().stream()
            .filter(input -> input.region().equals(unit.code()))
            .filter(input -> statistics.contains(input.statistic()))
            .map(
                input ->
                    input.file()
                        + (input.sheet() == null ? "" : " " + input.sheet())
                        + " #"
                        + input.row())
            .distinct()
            .sorted()
            .toList();
    return new Unit(
        city.region().code(),
        city.region().name(),
        unit.code(),
        unit.name(),
        unit.numerator(),
        unit.denominator(),
        String.join("; ", places));
  }

  /** How many units each stratum has. */
  public Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    units.forEach(unit -> sizes.merge(unit.city(), 1, Integer::sum));
    return sizes;
  }

  /** Draws units, by stratum, in the order drawn. */
  public List<Unit> draw(int wanted, long seed) {
    Map<Drawing.Thing, Unit> by = new HashMap<>();
    units.forEach(unit -> by.put(unit.thing(), unit));
    return Drawing.draw(by.keySet(), wanted, seed).stream().map(by::get).toList();
  }
}
