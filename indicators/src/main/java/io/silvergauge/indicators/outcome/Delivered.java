package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.LeafSum;
import java.io.Serializable;

/**
 * A leaf's sum as a live delivery says it.
 *
 * @param sum what it says
 * @param source id of the source description it was read by
 * @param slot what the delivery answers
 * @param order place among the live deliveries of the slot; a later one amends an earlier
 */
public record Delivered(LeafSum sum, String source, String slot, int order)
    implements Serializable {}
