package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What reading one delivery gave.
 *
 * @param observations what was accepted
 * @param records the records of a register that were accepted, and of those that were refused that
 *     there is something
 * @param rejects what was refused, by place
 * @param account what became of its records
 * @param by how its rows tell their regions
 */
public record Batch(
    List<Observation> observations,
    List<RegisterRecord> records,
    List<Reject> rejects,
    Account account,
    SourceDescription.RegionRule by) {
  public Batch {
    observations = ObservationTable.of(observations);
    records = List.copyOf(records);
    rejects = rejects.stream().sorted(Reject.ORDER).toList();
  }

  /** A batch of regions that are listed themselves. */
  public Batch(
      List<Observation> observations,
      List<RegisterRecord> records,
      List<Reject> rejects,
      Account account) {
    this(observations, records, rejects, account, SourceDescription.RegionRule.in(""));
  }

  /** A file that gave nothing. */
  static Batch refused(Reject reject, long read) {
    return new Batch(List.of(), List.of(), List.of(reject), new Account(read, 0, read, 0));
  }

  /** Codes of the regions of which something was accepted. */
  public Set<String> regions() {
    Set<String> regions = new TreeSet<>();
    observations.forEach(observation -> regions.add(by.leafOf(observation.region())));
    records.stream().filter(RegisterRecord::isTold).forEach(record -> regions.add(record.region()));
    return regions;
  }

  /** Exact sums of the observations, one for each leaf, statistic, period and unit; sorted. */
  public List<LeafSum> sums() {
    return new LeafSums(ObservationTable.of(observations), by);
  }
}
