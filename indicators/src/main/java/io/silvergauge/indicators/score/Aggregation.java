package io.silvergauge.indicators.score;

/** How the scores of a group become one, with weights that add up to more than zero. */
public enum Aggregation {
  /** {@code Σ w·x / Σ w}. */
  ARITHMETIC,
  /** {@code exp(Σ w·ln x / Σ w)}; nought as soon as one score is. */
  GEOMETRIC,
  /** {@code Σ w / Σ (w / x)}; nought as soon as one score is. */
  HARMONIC,
  /** The lowest score of those that weigh. */
  MINIMUM;

  /**
   * The group's score.
   *
   * @param scores 1 for full marks, none below 0, in scheme order
   * @param weights as many, none negative, not all zero
   */
  public double of(double[] scores, double[] weights) {
    double sum = 0;
    double total = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < scores.length; i++) {
      if (weights[i] > 0) {
        least = StrictMath.min(least, scores[i]);
        sum += weights[i] * (scores[i] <= 0 && this != ARITHMETIC ? 0 : term(scores[i]));
        total += weights[i];
      }
    }
    if (this == MINIMUM || (this != ARITHMETIC && least <= 0)) {
      return least;
    }
    return switch (this) {
      case GEOMETRIC -> StrictMath.exp(sum / total);
      case HARMONIC -> total / sum;
      default -> sum / total;
    };
  }

  private double term(double score) {
    return switch (this) {
      case GEOMETRIC -> StrictMath.log(score);
      case HARMONIC -> 1 / score;
      default -> score;
    };
  }
}
