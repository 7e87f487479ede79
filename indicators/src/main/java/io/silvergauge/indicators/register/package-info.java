/**
 * Registers: lists of single things such as institutions, hospitals and estates, which are counted
 * by condition when evaluating. Open {@link io.silvergauge.indicators.register.Register} first.
 */
package io.silvergauge.indicators.register;
