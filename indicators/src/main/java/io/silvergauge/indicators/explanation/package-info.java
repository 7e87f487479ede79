/**
 * From a printed figure back to where it comes from: score, rule, target, numerator and
 * denominator, units, reported values with file, sheet, row and column. Open {@link
 * io.silvergauge.indicators.explanation.Explainer} first.
 */
package io.silvergauge.indicators.explanation;
