/**
 * The small language in which schemes write numerators and denominators: statistics, numbers, the
 * four operations, parentheses, min and max; evaluated as exact fractions. Open {@link
 * io.silvergauge.indicators.formula.Formula} first.
 */
package io.silvergauge.indicators.formula;
