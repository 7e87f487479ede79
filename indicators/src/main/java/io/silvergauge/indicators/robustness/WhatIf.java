package io.silvergauge.indicators.robustness;

import java.util.List;
import java.util.OptionalInt;

/**
 * What one other choice would make of the ranks.
 *
 * @param step what is changed: {@code omitted}, {@code normalisation}, {@code weight} and so on
 * @param choice what is chosen instead
 * @param ranks of all units, empty for a unit that comes to no score
 * @param meanShift how far ranks move on average, over the units that have one before and after
 * @param largestShift how far the rank moves that moves furthest
 * @param lost how many units have a rank as published and none here
 */
public record WhatIf(
    String step,
    String choice,
    List<OptionalInt> ranks,
    double meanShift,
    int largestShift,
    int lost) {
  public WhatIf {
    ranks = List.copyOf(ranks);
  }
}
