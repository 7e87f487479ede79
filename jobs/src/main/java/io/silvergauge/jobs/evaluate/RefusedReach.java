package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.store.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which periods' evaluations would have read what was refused. */
final class RefusedReach {
  private final Reach reach;
  private final SmallRejects small;
  private final List<Period> periods;
  private final Map<String, Snapshot.Live> byPath = new HashMap<>();
  private final Map<List<String>, List<String>> known = new HashMap<>();

  RefusedReach(Assessment assessment, Snapshot snapshot, List<Period> periods) {
    this.reach = new Reach(assessment.scheme(), assessment.sources());
    this.small = new SmallRejects(assessment, reach);
    this.periods = List.copyOf(periods);
    snapshot.live().forEach(live -> byPath.put(live.path(), live));
  }

  /** A reject as it is published. */
  Reject shown(Reject reject) {
    Snapshot.Live live = byPath.get(reject.file());
    return live == null ? reject : small.of(reject, live.source());
  }

  /** The periods, as written; all of them for a file whose place tells nothing. */
  List<String> of(Reject reject) {
    Snapshot.Live live = byPath.get(reject.file());
    if (live != null) {
      return of(live.source(), reject.period().isEmpty() ? live.period() : reject.period());
    }
    Optional<Slot> slot = DeliveryList.slotOf(reject.file());
    return slot.isPresent()
        ? of(slot.get().source(), slot.get().period().toString())
        : periods.stream().map(Period::toString).toList();
  }

  private List<String> of(String source, String reported) {
    return known.computeIfAbsent(
        List.of(source, reported),
        key -> {
          Period own = Period.parse(reported);
          return periods.stream()
              .filter(period -> reach.reads(period, source, own))
              .map(Period::toString)
              .toList();
        });
  }
}
