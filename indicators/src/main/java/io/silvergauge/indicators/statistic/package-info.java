/**
 * Named quantities with unit, grain and way in time, the periods they are for, and the values that
 * were reported of them. Open {@link io.silvergauge.indicators.statistic.Statistic} first.
 */
package io.silvergauge.indicators.statistic;
