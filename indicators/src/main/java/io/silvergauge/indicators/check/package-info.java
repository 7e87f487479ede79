/**
 * Checks a scheme declares over what was reported: within a unit, over time, between sources. Start
 * with {@link io.silvergauge.indicators.check.Check}; it knows neither schemes nor how values are
 * found.
 */
package io.silvergauge.indicators.check;
