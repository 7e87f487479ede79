package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run has to tell beside its figures: what was revised, what is owed, what no figure uses.
 */
final class Tellings {
  private final Assessment assessment;
  private final Storage store;

  Tellings(Assessment assessment, Storage store) {
    this.assessment = assessment;
    this.store = store;
  }

  /**
   * On the driver: bounded by regions × statistics × periods, and by the records of registers, of
   * the slots that were restated.
   */
  List<Revision> revisions(List<Delivery> restated, Map<String, Packs.Entry> entries)
      throws IOException {
    Map<String, List<LeafSum>> sums = new TreeMap<>();
    Map<String, List<RegisterRecord>> records = new TreeMap<>();
    for (Delivery delivery : restated) {
      Packs.Entry entry = entries.get(delivery.path());
      if (entry != null) {
        records.put(
            delivery.path(),
            new Packs(store)
                .records(entry.pack(), Set.of(entry.key())).stream()
                    .map(Packs.KeyedRecord::record)
                    .toList());
        sums.put(
            delivery.path(),
            new Packs(store)
                .sums(entry.pack(), Set.of(entry.key())).stream()
                    .map(Packs.KeyedSum::sum)
                    .toList());
      }
    }
    List<Revision> revisions =
        new ArrayList<>(new Revisions(assessment.scheme()).of(restated, sums));
    revisions.addAll(new RegisterRevisions(assessment.scheme()).of(restated, records));
    return revisions;
  }

  /** On the driver: the regions of what is owed, regions × deliveries that are expected. */
  List<Chase> chased(Snapshot snapshot, LocalDate asOf) throws IOException {
    ChaseList list = new ChaseList(assessment, asOf);
    Set<String> owed = new TreeSet<>();
    list.live().forEach(one -> owed.add(one.path()));
    Map<String, Set<String>> regions = new TreeMap<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (owed.contains(live.path()) && !live.pack().isEmpty()) {
        regions.put(live.path(), new Packs(store).regions(live.pack(), live.batch()));
      }
    }
    return list.of(regions);
  }

  /** Of each period what its evaluation reads. */
  Map<String, Told> told(
      List<Revision> revisions, List<Unused> unused, List<Chase> chased, List<Period> periods) {
    Reach reach = new Reach(assessment.scheme(), assessment.sources());
    Map<String, Told> told = new TreeMap<>();
    for (Period period : periods) {
      told.put(
          period.toString(),
          new Told(
              revisions.stream()
                  .filter(one -> reads(period, one.statistic(), one.period()))
                  .toList(),
              unused.stream().filter(one -> reads(period, one.statistic(), one.period())).toList(),
              chased.stream()
                  .filter(one -> reach.reads(period, one.owed().source(), one.owed().period()))
                  .toList()));
    }
    return told;
  }

  /** Whether evaluating a period reads what is reported of another; of no statistic, its own. */
  private boolean reads(Period period, String statistic, String reported) {
    Period of = Period.parse(reported);
    return statistic.isEmpty()
        ? period.contains(of) || of.contains(period)
        : assessment.scheme().statistic(statistic).reaches(period, of);
  }
}
