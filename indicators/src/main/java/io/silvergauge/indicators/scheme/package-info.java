/**
 * The rule book as data: dimensions, indicators, targets, weights, policies; plans of cities and
 * profiles beside them; and the reader that finds every fault of a file at once. Open {@link
 * io.silvergauge.indicators.scheme.Scheme} first.
 */
package io.silvergauge.indicators.scheme;
