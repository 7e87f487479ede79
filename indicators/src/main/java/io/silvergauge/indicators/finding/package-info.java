/**
 * What falls short, and what became of it: findings 问题, their follow-up over periods 整改, and what
 * cities and evaluators say to them. Open {@link io.silvergauge.indicators.finding.FindingSeries}
 * first.
 */
package io.silvergauge.indicators.finding;
