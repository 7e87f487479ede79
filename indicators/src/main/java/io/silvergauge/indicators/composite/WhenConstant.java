package io.silvergauge.indicators.composite;

/** What a relative normalisation gives where all values are the same; the column says so always. */
public enum WhenConstant {
  /** No scores: the indicator tells the units not apart. */
  ABSENT,
  /** The middle of the scale for each. */
  MIDDLE
}
