package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a sender owes.
 *
 * @param sender who owes it, as in slots
 * @param source id of the source description it is read by
 * @param period period it is for
 * @param due last day on which it is in time
 */
public record Expected(String sender, String source, Period period, LocalDate due)
    implements Serializable {
  /** Whether a delivery is of what is owed, whichever part. */
  public boolean isAnsweredBy(Delivery delivery) {
    return delivery.slot().sender().equals(sender)
        && delivery.slot().source().equals(source)
        && delivery.slot().period().equals(period);
  }
}
