package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;

/**
 * The interval of a weighted mean of independent figures whose own intervals are known: {@code m −
 * √Σ(wᵢ(xᵢ − lᵢ))²} to {@code m + √Σ(wᵢ(uᵢ − xᵢ))²}, with weights that add up to 1. Zou and Donner,
 * Statistics in Medicine 27 (2008), whose method recovers variances from limits and keeps skewed
 * ones skewed. By hand: 40 (30 to 60) and 80 (60 to 100), equal weights: 60 − √(5² + 10²) = 48.82
 * to 60 + √(10² + 10²) = 74.14.
 */
public final class MeanInterval {
  private MeanInterval() {}

  /**
   * A part of the mean.
   *
   * @param interval holds the value; both ends are the value where it is known exactly
   * @param weight not negative
   */
  public record Part(double value, Interval interval, double weight) {}

  /**
   * The interval.
   *
   * @param parts at least one with a weight above 0
   */
  public static Interval of(List<Part> parts) {
    double all = parts.stream().mapToDouble(Part::weight).sum();
    if (!(all > 0)) {
      throw new InvalidValueException(
          new Bilingual("均值的权重合计应大于 0", "the weights of a mean must add up to more than 0"));
    }
    double mean = 0;
    double below = 0;
    double above = 0;
    for (Part part : parts) {
      double share = part.weight() / all;
      double low = share * (part.value() - part.interval().low());
      double high = share * (part.interval().high() - part.value());
      mean += share * part.value();
      below += low * low;
      above += high * high;
    }
    return new Interval(mean - Math.sqrt(below), mean + Math.sqrt(above));
  }
}
