package io.silvergauge.reports.text;

import java.math.BigDecimal;

/** What is done to values before they are held against posts, in words. */
public final class TransformWords {
  private TransformWords() {}

  /**
   * The words; empty for a transform that does nothing.
   *
   * @param lambda exponent of {@code box_cox}; null for the others
   */
  public static String of(Wording wording, String transform, BigDecimal lambda) {
    return switch (transform) {
      case "none" -> "";
      case "box_cox" ->
          wording.say("method.weights.box_cox", "lambda", wording.figures().exact(lambda));
      default -> wording.say("method.weights." + transform);
    };
  }
}
