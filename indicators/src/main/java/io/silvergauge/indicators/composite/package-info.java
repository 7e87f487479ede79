/**
 * The steps of a composite index over a small table of units and indicators: denominators,
 * imputation, treatment, normalisation, aggregation, weights and their audit. Plain arrays; a cell
 * is an amount or nothing. Open {@link io.silvergauge.indicators.composite.Index} first.
 */
package io.silvergauge.indicators.composite;
