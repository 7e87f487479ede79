package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The same figures evaluated by the program under its own and under moved weights: what the script
 * makes of the first page and the moved weights must be what the program publishes under them.
 */
final class ReweighedCases {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String STANDING = "standing";
  private static final int INDICATORS = 15;
  private static final int CITIES = 24;
  private static final int PERIODS = 3;
  private static final long SEED = 2023;
  private static final List<String> GROUPS = List.of("a", "b", "c", "d", "e", "f");

  private final String total;
  private final String on;
  private final String ties;
  private final String more;

  /**
   * A kind of scheme.
   *
   * @param total how dimensions become the total
   * @param on what is ranked
   * @param ties what equal scores get
   * @param more further policies of the scheme, in YAML; may be empty
   */
  ReweighedCases(String total, String on, String ties, String more) {
    this.total = total;
    this.on = on;
    this.ties = ties;
    this.more = more;
  }

  /** Indicators in groups of every kind, one group below another; one indicator is a bonus. */
  private String scheme(Map<String, String> weights) {
    StringBuilder text = new StringBuilder(Generated.head(total, on, ties)).append(more);
    text.append("dimensions:\n");
    List<String> kinds =
        List.of(
            "aggregate: geometric",
            "aggregate: harmonic, publish_from: 70",
            "aggregate: minimum, cap: 90",
            "aggregate: arithmetic",
            "aggregate: arithmetic, within: d, cap: 60",
            "aggregate: geometric, within: d");
    for (int i = 0; i < GROUPS.size(); i++) {
      String id = GROUPS.get(i);
      text.append(
          "  - {id: %s, name: {zh: 组, en: Group}, weight: %s, %s}\n"
              .formatted(id, weights.get(id), kinds.get(i)));
    }
    text.append(Generated.statistics(INDICATORS)).append("indicators:\n");
    List<String> missing = List.of("reweight", "zero", "reweight", "withhold");
    List<String> homes = List.of("a", "b", "c", "e", "f");
    for (int i = 0; i < INDICATORS; i++) {
      String weight = i == 7 ? "adds: 6.5" : "weight: " + weights.get("i" + i);
      text.append(
          Generated.indicator(
              i, homes.get(i % 5), weight, i == 7 ? "reweight" : missing.get(i % 4)));
    }
    return text.toString();
  }

  private static Map<String, String> weights(SplittableRandom chance) {
    Map<String, String> weights = new LinkedHashMap<>();
    GROUPS.forEach(id -> weights.put(id, chance.nextInt(1, 60) + ".5"));
    for (int i = 0; i < INDICATORS; i++) {
      boolean nought = i > 9 && chance.nextInt(4) == 0;
      weights.put(
          "i" + i, nought ? "0" : chance.nextInt(1, 90) / 10 + "." + chance.nextInt(10) + "1");
    }
    return weights;
  }

  /** The page's model and, by weights and period, what the program makes of them. */
  ObjectNode vectors(int cases) throws IOException {
    SplittableRandom chance = new SplittableRandom(SEED);
    Map<String, String> own = weights(chance);
    Generated first = generated(own);
    ObjectNode vectors = NODES.objectNode();
    String page = first.page();
    String open = "<script type=\"application/json\" id=\"model\">";
    int from = page.indexOf(open) + open.length();
    vectors.set(
        "model",
        new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from))));
    ArrayNode list = vectors.putArray("cases");
    add(list, first, first, own);
    for (int i = 0; i < cases; i++) {
      Map<String, String> moved = weights(chance);
      add(list, first, generated(moved), moved);
    }
    return vectors;
  }

  private Generated generated(Map<String, String> weights) {
    return Generated.of(scheme(weights), CITIES, 2, PERIODS, SEED);
  }

  /** One case a period; where vetoes may be called, totals that are fixed stay as published. */
  private void add(
      ArrayNode list, Generated published, Generated moved, Map<String, String> weights) {
    List<String> periods = new ArrayList<>();
    published.cities().get(0).history().forEach(one -> periods.add(one.period()));
    for (String period : periods) {
      ObjectNode one = list.addObject();
      one.put("period", period);
      ObjectNode said = one.putObject("weights");
      weights.forEach(said::put);
      ObjectNode standings = one.putObject("standings");
      ObjectNode ranks = more.isEmpty() ? one.putObject("ranks") : NODES.objectNode();
      ArrayNode fixed = one.putArray("fixed");
      for (int i = 0; i < published.cities().size(); i++) {
        RegionEvaluation city = published.cities().get(i);
        boolean isFixed = !more.isEmpty() && (!period.equals(city.period()) || vetoed(city));
        if (isFixed) {
          fixed.add(city.region().code());
        }
        RegionEvaluation.Totals then = then(isFixed ? city : moved.cities().get(i), period);
        standings.put(
            city.region().code(),
            then.standing() == null ? null : then.standing().setScale(10).toPlainString());
        ranks.put(city.region().code(), then.rank());
      }
    }
  }

  private static RegionEvaluation.Totals then(RegionEvaluation city, String period) {
    return city.history().stream()
        .filter(one -> one.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private static boolean vetoed(RegionEvaluation city) {
    return city.scores().stream()
        .filter(score -> score.result().equals(STANDING))
        .anyMatch(NodeScore::heldByVeto);
  }
}
