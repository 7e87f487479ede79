package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.score.Aggregation;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.score.Scores;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** What the program's own arithmetic gives for thousands of inputs, for the script to repeat. */
final class Vectors {
  private static final int EACH = 1500;
  private static final double[] EXPONENTS = {-3, -1, -0.5, 0.5, 2, 7.25};

  private final SplittableRandom chance = new SplittableRandom(8);
  private final ObjectNode vectors = JsonNodeFactory.instance.objectNode();

  ObjectNode all() {
    ArrayNode aggregates = vectors.putArray("aggregates");
    for (Aggregation method : Aggregation.values()) {
      for (int i = 0; i < EACH; i++) {
        aggregate(aggregates, method.name().toLowerCase(Locale.ROOT), method::of);
      }
    }
    for (double exponent : EXPONENTS) {
      Aggregator power = new Aggregator.Power(exponent);
      for (int i = 0; i < EACH / 5; i++) {
        aggregate(
            aggregates,
            "power:" + exponent,
            (scores, weights) -> power.of(scores, weights).orElseThrow());
      }
    }
    logarithms(vectors.putArray("logarithms"));
    rounded(vectors.putArray("rounded"));
    ranks(vectors.putArray("ranks"));
    return vectors;
  }

  /** A score as they occur: nought, full, a short decimal, any double between. */
  private double score() {
    return switch (chance.nextInt(12)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> chance.nextInt(101) / 100.0;
      case 3 -> chance.nextDouble() * 1e-9;
      default -> chance.nextDouble();
    };
  }

  private void aggregate(
      ArrayNode aggregates, String method, ToDoubleBiFunction<double[], double[]> by) {
    int parts = 1 + chance.nextInt(9);
    double[] scores = new double[parts];
    double[] weights = new double[parts];
    for (int i = 0; i < parts; i++) {
      scores[i] = score();
      weights[i] = chance.nextInt(5) == 0 ? 0 : chance.nextInt(1, 4000) / 100.0;
    }
    weights[chance.nextInt(parts)] = 1 + chance.nextInt(9);
    ObjectNode one = aggregates.addObject();
    one.put("method", method);
    ArrayNode listed = one.putArray("scores");
    ArrayNode weighed = one.putArray("weights");
    for (int i = 0; i < parts; i++) {
      listed.add(Scores.unrounded(scores[i]));
      weighed.add(Scores.unrounded(weights[i]));
    }
    double result = by.applyAsDouble(scores, weights);
    one.put("bits", Long.toHexString(Double.doubleToLongBits(result)));
  }

  private void logarithms(ArrayNode list) {
    for (int i = 0; i < EACH * 4; i++) {
      double of =
          switch (i % 4) {
            case 0 -> chance.nextDouble();
            case 1 -> 1 + (chance.nextDouble() - 0.5) * 1e-5;
            case 2 -> (chance.nextDouble() - 0.7) * 1500; // beyond what has an exponential, too
            default -> chance.nextDouble() * StrictMath.pow(10, -chance.nextInt(320));
          };
      ObjectNode one = list.addObject();
      one.put("of", Scores.unrounded(of));
      double logarithm = StrictMath.log(of);
      one.put("ln", Long.toHexString(Double.doubleToLongBits(logarithm)));
      one.put("exp", Long.toHexString(Double.doubleToLongBits(StrictMath.exp(of))));
    }
  }

  private void rounded(ArrayNode list) {
    for (int i = 0; i < EACH * 2; i++) {
      add(list, chance.nextDouble() * 100);
      add(list, -chance.nextDouble());
      // Odd multiples of 2^-11 lie half-way between two neighbours of ten decimals.
      add(list, (2 * chance.nextInt(100_000) + 1) / 2048.0);
      add(list, (2 * chance.nextInt(100_000) + 1) / 4096.0);
    }
  }

  private static void add(ArrayNode list, double value) {
    ObjectNode one = list.addObject();
    one.put("value", Scores.unrounded(value));
    one.put("text", Scores.rounded(value).toPlainString());
  }

  private void ranks(ArrayNode list) {
    for (RankPolicy.Basis on : RankPolicy.Basis.values()) {
      for (RankPolicy.Ties ties : RankPolicy.Ties.values()) {
        for (int i = 0; i < 100; i++) {
          ranks(list.addObject(), new RankPolicy(on, chance.nextInt(4), ties));
        }
      }
    }
  }

  private void ranks(ObjectNode one, RankPolicy policy) {
    ObjectNode said = one.putObject("policy");
    said.put("on", policy.on().name().toLowerCase(Locale.ROOT));
    said.put("decimals", policy.decimals());
    said.put("ties", policy.ties().name().toLowerCase(Locale.ROOT));
    ArrayNode scores = one.putArray("scores");
    Map<Integer, BigDecimal> ranked = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      // Halves of a decimal, so that rounding decides ties.
      BigDecimal score = BigDecimal.valueOf(5L * chance.nextInt(60), 1 + policy.decimals());
      if (chance.nextInt(8) == 0) {
        scores.addNull();
      } else {
        scores.add(score.toPlainString());
        ranked.put(i, score);
      }
    }
    Map<Integer, Integer> ranks = policy.ranks(ranked);
    ArrayNode wanted = one.putArray("ranks");
    for (int i = 0; i < 20; i++) {
      wanted.add(ranks.get(i));
    }
  }
}
