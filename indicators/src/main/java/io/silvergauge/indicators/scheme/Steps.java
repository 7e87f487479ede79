package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.util.List;

/**
 * What becomes of an indicator's values before they stand beside others, for which all cities are
 * needed. None of it touches fulfilment.
 *
 * @param relative its yardstick where it has no posts: one, or none
 * @param imputing how its gaps are filled: one, or none
 * @param treating how its outliers are drawn in: one, or none
 */
public record Steps(List<Relative> relative, List<Imputing> imputing, List<Treating> treating)
    implements Serializable {
  /** Nothing. */
  public static final Steps NONE = new Steps(List.of(), List.of(), List.of());

  /**
   * Outliers are drawn in until a column passes.
   *
   * @param skewness a column passes below it, absolutely
   * @param kurtosis a column passes below it, excess over the normal
   * @param mostPoints most points that are winsorised
   */
  public record Treating(double skewness, double kurtosis, int mostPoints)
      implements Serializable {}

  public Steps {
    relative = List.copyOf(relative);
    imputing = List.copyOf(imputing);
    treating = List.copyOf(treating);
  }

  /** Whether nothing is done. */
  public boolean none() {
    return relative.isEmpty() && imputing.isEmpty();
  }

  /** Whether periods of the assessment after the one that is evaluated take part. */
  public boolean needsAllPeriods() {
    return relative.stream().anyMatch(Relative::overAll)
        || imputing.stream().anyMatch(one -> one.method().equals(Imputing.LINEAR));
  }
}
