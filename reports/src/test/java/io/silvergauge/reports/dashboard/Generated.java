package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.History;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluator;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.Withheld;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeReader;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * An evaluation of generated cities over quarters, worked out by the program itself: cities of two
 * levels in several provinces, each with so many counties; some figures are missing.
 */
record Generated(Evaluation evaluation, List<RegionEvaluation> cities) {
  private static final List<String> PROVINCES = List.of("11", "32", "41", "61", "65");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int MISSING_OF_A_HUNDRED = 4;
  private static final int MOST = 140;

  /**
   * What is generated.
   *
   * @param scheme in YAML; its statistics are reported by counties
   * @param cities how many
   * @param counties how many each of them has
   * @param periods how many quarters up to 2023Q4
   */
  static Generated of(String scheme, int cities, int counties, int periods, long seed) {
    Faults faults = new Faults();
    Scheme read =
        SchemeReader.read(
                "scheme.yaml", scheme.getBytes(StandardCharsets.UTF_8), "0".repeat(64), faults)
            .orElseThrow(() -> new IllegalArgumentException(faults.all().toString()));
    SplittableRandom chance = new SplittableRandom(seed);
    RegionTree tree = tree(cities, counties);
    List<List<RegionEvaluation>> earlier = new ArrayList<>();
    for (int back = periods - 1; back > 0; back--) {
      List<RegionEvaluation> then = new ArrayList<>();
      for (RegionEvaluation city : evaluated(read, tree, cities, counties, quarter(back), chance)) {
        then.add(city.brief());
      }
      earlier.add(Comparison.ranked(read, then));
    }
    List<RegionEvaluation> now =
        Comparison.ranked(read, evaluated(read, tree, cities, counties, quarter(0), chance));
    List<RegionEvaluation> attached = History.attached(SchemeView.of(read), now, earlier);
    return new Generated(evaluation(read, attached), attached);
  }

  private static Period quarter(int back) {
    int quarters = 4 * 2023 + 3 - back;
    return Period.parse(quarters / 4 + "Q" + (quarters % 4 + 1));
  }

  static String code(int city) {
    return PROVINCES.get(city % PROVINCES.size()) + "%04d".formatted(100 + city);
  }

  private static RegionTree tree(int cities, int counties) {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < cities; i++) {
      String level = i % 7 == 6 ? "county_level_city" : "prefecture";
      Bilingual name = new Bilingual("第" + i + "市", "City " + i);
      regions.add(new Region(code(i), name, level, "", Validity.ALWAYS, "city%04d".formatted(i)));
      for (int k = 0; k < counties; k++) {
        Bilingual own = new Bilingual("第" + k + "县", "County " + k);
        regions.add(new Region(code(i) + "-" + k, own, "county", code(i), Validity.ALWAYS, ""));
      }
    }
    return new RegionTree(regions);
  }

  private static List<RegionEvaluation> evaluated(
      Scheme scheme,
      RegionTree tree,
      int cities,
      int counties,
      Period period,
      SplittableRandom chance) {
    List<RegionEvaluation> evaluated = new ArrayList<>();
    for (int i = 0; i < cities; i++) {
      List<Delivered> said = new ArrayList<>();
      for (String statistic : scheme.statistics().keySet()) {
        boolean missing = chance.nextInt(100) < MISSING_OF_A_HUNDRED;
        for (int k = 0; k < counties; k++) {
          BigDecimal value = BigDecimal.valueOf(chance.nextInt(100 * MOST / counties), 2);
          if (!missing || k > 0) {
            said.add(delivered(code(i) + "-" + k, statistic, value, period));
          }
        }
      }
      evaluated.add(
          new RegionEvaluator(
                  scheme,
                  tree,
                  scheme.planOf(code(i), tree.region(code(i)).level()),
                  "illustrative",
                  new Reported(said, scheme.units(), List.of()),
                  List.of(),
                  period,
                  false)
              .shown(Withheld.NONE));
    }
    return evaluated;
  }

  private static Delivered delivered(
      String region, String statistic, BigDecimal value, Period period) {
    return new Delivered(
        LeafSum.of(
            new Observation(
                region,
                statistic,
                period,
                Mark.NUMBER,
                value,
                "个",
                ValueStatus.REPORTED,
                period.lastDay(),
                "",
                new Origin("long.csv", "", 2, "value"))),
        "long",
        "long/" + region,
        0);
  }

  private static Evaluation evaluation(Scheme scheme, List<RegionEvaluation> cities) {
    return new Evaluation(
        Evaluation.MODEL,
        new Bilingual("生成的评估", "Generated evaluation"),
        new Bilingual("全部为生成的数字。", "All figures are generated."),
        "2023Q4",
        "2024-01-31",
        "a".repeat(64),
        ConductView.NONE,
        SchemeView.of(scheme),
        Comparison.rows(cities),
        List.of(
            new Evaluation.DeliveryRow(
                "long.csv",
                "b".repeat(64),
                "410000",
                "long",
                new Bilingual("长表", "Long"),
                "synthetic",
                "2024-01-15",
                "long/410000/2023Q4/all",
                "full",
                1,
                1,
                0,
                0)),
        0,
        List.of(),
        null,
        List.of());
  }

  /** The same with another name for a city. */
  Generated named(String zh, String name) throws IOException {
    List<RegionEvaluation> others = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      RegionEvaluation.City region = city.region();
      if (region.name().zh().equals(zh)) {
        ObjectNode written = (ObjectNode) JSON.readTree(EvaluationJson.write(city));
        ObjectNode named = (ObjectNode) written.at("/region/name");
        named.put("zh", name).put("en", name);
        others.add(EvaluationJson.read(JSON.writeValueAsBytes(written), RegionEvaluation.class));
      } else {
        others.add(city);
      }
    }
    return new Generated(evaluation, others);
  }

  /** The dashboard with links to all pages of cities. */
  String page() {
    return new String(
        Dashboards.of(evaluation, cities, Written.all(evaluation, List.of(Language.values()))),
        StandardCharsets.UTF_8);
  }

  /** So many indicators in so many dimensions, with nothing out of the ordinary. */
  static String plainScheme(int indicators, int dimensions) {
    StringBuilder text = new StringBuilder(head("arithmetic", "exact", "competition"));
    text.append("dimensions:\n");
    for (int i = 0; i < dimensions; i++) {
      text.append(
          "  - {id: d%d, name: {zh: 第%d维度, en: Dimension %d}, weight: %d}\n"
              .formatted(i, i, i, 5 + i));
    }
    text.append(statistics(indicators)).append("indicators:\n");
    for (int i = 0; i < indicators; i++) {
      text.append(indicator(i, "d" + i % dimensions, "weight: " + (1 + i % 4), "reweight"));
    }
    return text.toString();
  }

  static String head(String aggregate, String on, String ties) {
    return """
        id: generated
        edition: "1"
        name: {zh: 生成的方案, en: Generated scheme}
        total: {name: {zh: 总分, en: Total}, aggregate: %s, publish_from: 60}
        ranking: {on: %s, decimals: 1, ties: %s}
        unit_sets:
          counties: [county]
        grades:
          - {id: good, name: {zh: 良, en: Good}, from: 50}
          - {id: poor, name: {zh: 差, en: Poor}, from: 0}
        """
        .formatted(aggregate, on, ties);
  }

  static String statistics(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(
            i -> "  - {id: s%d, name: {zh: 数, en: S}, unit: 个, grain: counties}\n".formatted(i))
        .collect(Collectors.joining("", "statistics:\n", ""));
  }

  static String indicator(int i, String dimension, String weight, String missing) {
    return """
          - id: i%d
            name: {zh: 第%d项指标, en: Indicator number %d}
            dimension: %s
            count: {of: s%d}
            better: higher
            target: {at_least: 50, unit: 个, by: 2023Q4}
            posts: {zero: 0, full: 97}
            %s
            missing: %s
        """
        .formatted(i, i, i, dimension, i, weight, missing);
  }
}
