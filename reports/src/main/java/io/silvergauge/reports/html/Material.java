package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;

/**
 * What a {@link Handout} is made from.
 *
 * @param cities those it asks for, gone through once or more
 * @param sent what tables beside the model say
 */
public record Material(Evaluation evaluation, Iterable<RegionEvaluation> cities, Sent sent) {}
