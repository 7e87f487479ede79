package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.util.List;

/**
 * How an indicator's missing values are filled in the standing, and there alone: plans are judged
 * by what was reported.
 *
 * @param method {@code group_mean}, {@code group_median}, {@code last_earlier} or {@code linear}
 * @param maxAge how many periods old an earlier value may be; 0 for methods that take none
 */
public record Imputing(String method, int maxAge) implements Serializable {
  /** The last earlier value. */
  public static final String LAST_EARLIER = "last_earlier";

  /** A straight line between an earlier and a later value. */
  public static final String LINEAR = "linear";

  /** How many periods old an earlier value may be where nothing else is declared. */
  public static final int USUAL_AGE = 4;

  /** No value: gaps stay gaps. */
  public static final String NONE = "none";

  /** The methods. */
  public static final List<String> METHODS =
      List.of("group_mean", "group_median", LAST_EARLIER, LINEAR);
}
