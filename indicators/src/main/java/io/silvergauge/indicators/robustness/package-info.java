/**
 * How sure results are: intervals of values, ranks under other assumptions, what drives them, and
 * the least that would change them. Chance comes from a seed; any number of threads gives the same.
 * Open {@link io.silvergauge.indicators.robustness.RankSimulation} first.
 */
package io.silvergauge.indicators.robustness;
