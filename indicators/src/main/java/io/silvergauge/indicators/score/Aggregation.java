package io.silvergauge.indicators.score;

/** How the scores of a group become one, with weights that add up to more than zero. */
public enum Aggregation {
  /** {@code Σ w·x / Σ w}. */
  ARITHMETIC,
  /** {@code exp(Σ w·ln x / Σ w)}; nought as soon as one score is. */
  GEOMETRIC;

  /**
   * The group's score.
   *
   * @param scores from 0 to 1, in scheme order
   * @param weights as many, none negative, not all zero
   */
  public double of(double[] scores, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      if (this == GEOMETRIC && scores[i] <= 0 && weights[i] > 0) {
        return 0;
      }
      double term = this == GEOMETRIC ? logarithm(scores[i]) : scores[i];
      sum += weights[i] * term;
      total += weights[i];
    }
    return this == GEOMETRIC ? StrictMath.exp(sum / total) : sum / total;
  }

  private static double logarithm(double score) {
    return score <= 0 ? 0 : StrictMath.log(score);
  }
}
