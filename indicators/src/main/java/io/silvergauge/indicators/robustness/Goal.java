package io.silvergauge.indicators.robustness;

/** What a unit would like to reach. */
public sealed interface Goal {
  /** A grade or a better one, by its identifier. */
  record Grade(String id) implements Goal {}

  /** A rank or a better one. */
  record Rank(int rank) implements Goal {}
}
