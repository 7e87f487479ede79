package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Calculator;
import java.util.Arrays;

/**
 * The assumptions of one replication: enough to work it out again.
 *
 * @param weights of all nodes, in the calculator's order
 * @param normalisation 0 for what is declared, else the place among the others
 * @param aggregation the same
 * @param imputation the same
 * @param omitted column of the indicator left out, or {@link Calculator#NONE_OMITTED}
 * @param values the stream values are drawn from; 0 for the values as reported
 */
@SuppressWarnings("ArrayRecordComponent") // copied both ways; a list of boxes would cost the speed
public record Draw(
    double[] weights,
    int normalisation,
    int aggregation,
    int imputation,
    int omitted,
    long values) {
  public Draw {
    weights = weights.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Draw draw
        && Arrays.equals(weights, draw.weights)
        && normalisation == draw.normalisation
        && aggregation == draw.aggregation
        && imputation == draw.imputation
        && omitted == draw.omitted
        && values == draw.values;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "Draw[%s, %s, %s, %s, %s, %s]"
        .formatted(
            Arrays.toString(weights), normalisation, aggregation, imputation, omitted, values);
  }
}
