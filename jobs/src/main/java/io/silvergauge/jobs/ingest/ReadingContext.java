package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.read.RegionNames;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What reading depends on beside the file itself: statistics, units and the days on which each
 * region's code ends. Nothing else of scheme and regions, so that a new edition re-reads nothing.
 *
 * @param statistics by id
 * @param units the units that are known
 * @param regionEnds the day after each code's last, by code
 * @param names the names and codes by which regions are known
 * @param registers by id
 */
public record ReadingContext(
    Map<String, Statistic> statistics,
    Units units,
    Map<String, LocalDate> regionEnds,
    RegionNames names,
    Map<String, Register> registers)
    implements Serializable {
  /** Raised with every change of what reading makes of a file; old batches are then read again. */
  public static final int READING_VERSION = 13;

  public ReadingContext {
    statistics = new TreeMap<>(statistics);
    regionEnds = new TreeMap<>(regionEnds);
    registers = new TreeMap<>(registers);
  }

  /** What reading needs of a scheme and its regions. */
  public static ReadingContext of(Scheme scheme, RegionTree regions) {
    Map<String, LocalDate> ends = new TreeMap<>();
    for (Region region : regions.all()) {
      ends.put(region.code(), region.validity().to());
    }
    return new ReadingContext(
        scheme.statistics(), scheme.units(), ends, RegionNames.of(regions), scheme.registers());
  }

  /** The keys of batches that reading in this context gives. */
  public BatchKeys keys() {
    return new BatchKeys(this);
  }
}
