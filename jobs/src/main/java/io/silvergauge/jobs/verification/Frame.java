package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SampleFrame;
import io.silvergauge.indicators.verification.Drawing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sample is drawn from: the units behind an indicator, a city being a stratum, or the
 * records of its register, each region of a city being one.
 *
 * @param indicator the indicator's id
 * @param units those of which a number was reported, by stratum, key
 * @param reported the indicator's value of each city as reported, by code
 */
public record Frame(String indicator, List<Unit> units, Map<String, BigDecimal> reported) {
  /**
   * Something that can be drawn.
   *
   * @param places where what was reported of it stands, as file, sheet and record
   */
  public record Unit(SampleFrame.Thing thing, Bilingual cityName, String places) {
    Drawing.Thing drawn() {
      return thing.drawn();
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
          String code = city.region().code();
          if (result.amount() != null) {
            reported.put(code, result.amount());
          }
          SampleFrame.of(code, result)
              .forEach(
                  thing ->
                      units.add(
                          new Unit(
                              thing,
                              city.region().name(),
                              places(evaluation, city, thing, indicator))));
        }
      }
    }
    return new Frame(indicator, units, reported);
  }

  private static String places(
      Evaluation evaluation, RegionEvaluation city, SampleFrame.Thing thing, String indicator) {
    if (!thing.record().isEmpty()) {
      return thing.place();
    }
    List<String> statistics =
        evaluation
            .seenBy(city.plan())
            .scheme()
            .indicator(indicator)
            .map(view -> view.statistics())
            .orElse(List.of());
    return String.join(
        "; ",
        city.inputs().stream()
            .filter(input -> input.region().equals(thing.region()))
            .filter(input -> statistics.contains(input.statistic()))
            .map(
                input ->
                    input.file()
                        + (input.sheet() == null ? "" : " " + input.sheet())
                        + " #"
                        + input.row())
            .distinct()
            .sorted()
            .toList());
  }

  /** How many units each stratum has. */
  public Map<String, Integer> sizes() {
    return SampleFrame.sizes(units.stream().map(Unit::thing).toList());
  }

  /** Draws units, by stratum, in the order drawn. */
  public List<Unit> draw(int wanted, long seed) {
    Map<Drawing.Thing, Unit> by = new HashMap<>();
    units.forEach(unit -> by.put(unit.drawn(), unit));
    return Drawing.draw(by.keySet(), wanted, seed).stream().map(by::get).toList();
  }

  /** Tells the frame: the hash of its list of strata and keys. */
  String sha256() {
    StringBuilder list = new StringBuilder();
    units.forEach(
        unit ->
            list.append(unit.drawn().stratum())
                .append('\t')
                .append(unit.drawn().key())
                .append('\n'));
    return Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }
}
