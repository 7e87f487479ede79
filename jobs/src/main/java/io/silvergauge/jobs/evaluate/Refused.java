package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.ingest.Reject;
import java.io.Serializable;

/**
 * Something refused, with the slot of the file it stands in.
 *
 * @param reject what
 * @param sender who sent the file
 * @param source how it is read
 * @param period the period the file is for
 * @param count how many there are, this one and others like it that are not kept
 */
record Refused(Reject reject, String sender, String source, String period, int count)
    implements Serializable {
  /** The period it is for: the row's own where it has one. */
  String reads() {
    return reject.period().isEmpty() ? period : reject.period();
  }

  Refused andAnother() {
    return new Refused(reject, sender, source, period, count + 1);
  }
}
