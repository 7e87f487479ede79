/**
 * What indicators came to, exactly: reported values brought to the evaluated period, rolled up over
 * the leaves, put into formulas, and held against targets. Open {@link
 * io.silvergauge.indicators.outcome.Outcomes} first.
 */
package io.silvergauge.indicators.outcome;
