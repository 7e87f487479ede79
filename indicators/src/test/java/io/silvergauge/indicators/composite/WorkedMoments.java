package io.silvergauge.indicators.composite;

/** Opens the package's moments to the test of the document that explains them. */
public final class WorkedMoments {
  private WorkedMoments() {}

  /** {@link Moments#skewness}. */
  public static double skewness(double[] values) {
    return Moments.skewness(values);
  }

  /** {@link Moments#kurtosis}. */
  public static double kurtosis(double[] values) {
    return Moments.kurtosis(values);
  }
}
