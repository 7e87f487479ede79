package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.score.Scores;

/** Scores as they are printed in explanations: ten decimals at most. */
final class Rounded {
  private Rounded() {}

  static String text(double score) {
    var rounded = Scores.rounded(score).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
