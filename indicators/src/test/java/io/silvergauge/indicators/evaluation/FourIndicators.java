package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.PlanReader;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cities under a scheme of four indicators whose values are simply reported: {@code first} (weight
 * 3) and {@code second} (1) in dimension {@code care} (60), {@code third} (1) and {@code fourth}
 * (1) in dimension {@code place} (40). Posts are 0 and 100, targets 50; {@code fourth} has neither.
 */
final class FourIndicators {
  static final Period PERIOD = Period.parse("2023Q4");

  static final String SCHEME =
      """
      id: four
      edition: "2023"
      name: {zh: 四项, en: Four}
      notice: {zh: 示例, en: Illustrative}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 60}
        - {id: place, name: {zh: 环境, en: Place}, weight: 40}
      total: {name: {zh: 总分, en: Total}, aggregate: arithmetic, publish_from: 50}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 80}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      statistics:
        - {id: one, name: {zh: 甲, en: One}, unit: 个, grain: self}
        - {id: two, name: {zh: 乙, en: Two}, unit: 个, grain: self}
        - {id: three, name: {zh: 丙, en: Three}, unit: 个, grain: self}
        - {id: four, name: {zh: 丁, en: Four}, unit: 个, grain: self}
      indicators:
        - id: first
          name: {zh: 一, en: First}
          dimension: care
          count: {of: one}
          better: higher
          target: {at_least: 50, unit: 个, by: 2023Q4}
          posts: {zero: 0, full: 100}
          weight: 3
          missing: reweight
        - id: second
          name: {zh: 二, en: Second}
          dimension: care
          count: {of: two}
          better: higher
          target: {at_least: 50, unit: 个, by: 2023Q4}
          posts: {zero: 0, full: 100}
          weight: 1
        - id: third
          name: {zh: 三, en: Third}
          dimension: place
          count: {of: three}
          better: higher
          target: {at_least: 50, unit: 个, by: 2024Q4}
          posts: {zero: 0, full: 100}
          scoring: {rule: pass_fail}
          weight: 1
        - id: fourth
          name: {zh: 四, en: Fourth}
          dimension: place
          count: {of: four}
          better: higher
          weight: 1
      profiles:
        - id: nation
          name: {zh: 国家, en: Nation}
          targets:
            - {indicator: first, at_least: 90, unit: 个, by: 2025Q4}
      """;

  private final Scheme scheme;
  private final Period period;
  private final Map<String, String> levels = new TreeMap<>();
  private final Map<String, List<Delivered>> delivered = new TreeMap<>();

  FourIndicators() {
    this(SCHEME);
  }

  FourIndicators(String text) {
    this(text, PERIOD);
  }

  FourIndicators(String text, Period period) {
    this.scheme = TestFiles.scheme(text);
    this.period = period;
  }

  Scheme scheme() {
    return scheme;
  }

  /**
   * A city of a level; its values in the order of the statistics, {@code -} for not reported, a
   * status after the value, as in {@code 40 disputed}.
   */
  FourIndicators city(String code, String level, String... values) {
    levels.put(code, level);
    List<String> statistics = List.of("one", "two", "three", "four");
    List<Delivered> says = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals("-")) {
        says.add(delivered(code, statistics.get(i), values[i], i));
      }
    }
    delivered.put(code, says);
    return this;
  }

  private Delivered delivered(String code, String statistic, String written, int row) {
    String value = written.split(" ")[0];
    ValueStatus status =
        written.contains(" ")
            ? ValueStatus.valueOf(written.split(" ")[1].toUpperCase(Locale.ROOT))
            : ValueStatus.REPORTED;
    boolean number = !value.equals("n/a");
    return new Delivered(
        LeafSum.of(
            new Observation(
                code,
                statistic,
                period,
                number ? Mark.NUMBER : Mark.NOT_APPLICABLE,
                number ? new BigDecimal(value) : BigDecimal.ZERO,
                "个",
                status,
                period.lastDay(),
                "",
                new Origin("2023Q4/" + code + "/long.csv", "", row + 2L, "value"))),
        "long",
        "long/" + code + "/2023Q4/all",
        0);
  }

  RegionTree tree() {
    return new RegionTree(
        levels.entrySet().stream()
            .map(
                city ->
                    new Region(
                        city.getKey(),
                        new Bilingual(city.getKey() + "市", ""),
                        city.getValue(),
                        "",
                        Validity.ALWAYS,
                        ""))
            .toList());
  }

  /** A plan written in YAML. */
  Plan plan(String yaml) {
    Faults faults = new Faults();
    return PlanReader.read("plan.yaml", TestFiles.utf8(yaml), scheme, faults).orElseThrow();
  }

  /** One city held against the scheme's own targets. */
  RegionEvaluation evaluate(String code) {
    return evaluate(scheme.planOf(code, levels.get(code)));
  }

  /** One city held against its plan. */
  RegionEvaluation evaluate(Plan plan) {
    return RegionEvaluator.evaluate(
        scheme,
        tree(),
        plan,
        "illustrative",
        new Reported(delivered.get(plan.region()), scheme.units(), List.of()),
        period);
  }

  /** All cities, each alone. */
  List<RegionEvaluation> evaluated() {
    return delivered.keySet().stream().map(this::evaluate).toList();
  }

  /** All cities with peers and ranks. */
  List<RegionEvaluation> ranked() {
    return Comparison.ranked(scheme, RelativeStandings.of(scheme, evaluated()));
  }

  /** The whole evaluation. */
  Evaluation evaluation() {
    return new Evaluation(
        Evaluation.MODEL,
        new Bilingual("评估", "Evaluation"),
        Bilingual.EMPTY,
        period.toString(),
        "2024-01-31",
        "a".repeat(64),
        ConductView.NONE,
        SchemeView.of(scheme),
        Comparison.rows(ranked()),
        List.of(
            new Evaluation.DeliveryRow(
                "2023Q4/a/long.csv",
                "b".repeat(64),
                "410000",
                "long",
                new Bilingual("长表", "Long"),
                "synthetic",
                "2024-01-15",
                "long/410000/2023Q4/all",
                "full",
                12,
                10,
                1,
                1)),
        1,
        List.of(),
        OutlookMaker.of(SchemeView.of(scheme), ranked(), List.of()),
        List.of());
  }
}
