package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.ingest.Reject;
import java.util.ArrayList;
import java.util.List;

/**
 * What was refused in what the evaluation of a period reads: all counted, the first of it kept.
 *
 * @param all how many there are, remarks too
 * @param refused how many are no mere remarks
 * @param first the first that are no mere remarks, by place
 */
public record RejectTally(int all, int refused, List<Reject> first) {
  /** So many are kept. */
  public static final int KEPT = 20;

  /** Nothing at all. */
  static final RejectTally NONE = new RejectTally(0, 0, List.of());

  public RejectTally {
    first = List.copyOf(first);
  }

  /** With another one, which comes after all that were counted. */
  RejectTally plus(Reject reject) {
    if (reject.reason().isRemark()) {
      return new RejectTally(all + 1, refused, first);
    }
    if (first.size() == KEPT) {
      return new RejectTally(all + 1, refused + 1, first);
    }
    List<Reject> more = new ArrayList<>(first);
    more.add(reject);
    return new RejectTally(all + 1, refused + 1, more);
  }
}
