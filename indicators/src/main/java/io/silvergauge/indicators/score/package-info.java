/**
 * From values to scores, grades and ranks: doubles, {@code StrictMath}, a fixed order, ten
 * decimals. Open {@link io.silvergauge.indicators.score.Scores} first.
 */
package io.silvergauge.indicators.score;
