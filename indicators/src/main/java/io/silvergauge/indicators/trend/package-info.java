/**
 * What became of a score from one period to the next, and why. Start with {@link
 * io.silvergauge.indicators.trend.Decomposition}.
 */
package io.silvergauge.indicators.trend;
