/**
 * A finished evaluation as one model: what documents, tables and later runs read. Open {@link
 * io.silvergauge.indicators.evaluation.Evaluation} first; {@link
 * io.silvergauge.indicators.evaluation.RegionEvaluator} makes a region's part of it.
 */
package io.silvergauge.indicators.evaluation;
