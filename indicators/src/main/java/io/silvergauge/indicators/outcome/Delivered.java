package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import java.io.Serializable;

/**
 * A leaf's sum as a live delivery says it.
 *
 * @param sum what it says
 * @param source id of the source description it was read by
 * @param slot what the delivery answers
 * @param order place among the live deliveries of the slot; a later one amends an earlier
 * @param share what part of it counts: less than one where a unit was split
 */
public record Delivered(LeafSum sum, String source, String slot, int order, Fraction share)
    implements Serializable {
  /** All of what a delivery says. */
  public Delivered(LeafSum sum, String source, String slot, int order) {
    this(sum, source, slot, order, Fraction.ONE);
  }

  /** What it says as another source, slot and share. */
  Delivered as(String otherSource, String otherSlot, Fraction part) {
    return new Delivered(sum, otherSource, otherSlot, order, share.times(part));
  }
}
