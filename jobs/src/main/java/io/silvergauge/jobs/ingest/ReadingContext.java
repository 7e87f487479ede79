package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.SourceDescription;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
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

  /** Hash of the names by which regions are known. */
  public String regionTable() {
    return Sha256.of(names.table().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of the batch that reading a delivery gives: the same key, the same batch.
   *
   * @param regionTable {@link #regionTable}, worked out once
   */
  public String batchKey(Delivery delivery, SourceDescription description, String regionTable) {
    StringBuilder text = new StringBuilder();
    text.append("reading ").append(READING_VERSION).append('\n');
    text.append("file ").append(delivery.sha256()).append('\n');
    text.append("path ").append(delivery.path()).append('\n');
    text.append("slot ").append(delivery.slot()).append('\n');
    text.append("received ").append(delivery.received()).append('\n');
    text.append("description ").append(description.sha256()).append('\n');
    text.append("regions ").append(regionTable).append('\n');
    if (!description.register().isEmpty()) {
      text.append("register ").append(registers.get(description.register())).append('\n');
      return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    statistics.values().stream()
        .filter(
            statistic ->
                description.statistics().isEmpty()
                    || description.statistics().contains(statistic.id()))
        .forEach(
            statistic ->
                text.append(checked(statistic)).append(units(statistic.unit())).append('\n'));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a unit can be converted from, and how. */
  private String units(String unit) {
    StringBuilder text = new StringBuilder();
    units
        .alike(unit)
        .forEach(
            other -> text.append(' ').append(other).append('=').append(units.factor(other, unit)));
    return text.toString();
  }

  /** What reading checks of a statistic; grain and fill apply when evaluating. */
  private static String checked(Statistic statistic) {
    return String.join(
        " ",
        "statistic",
        statistic.id(),
        statistic.unit(),
        Boolean.toString(statistic.yesNo()),
        Boolean.toString(statistic.time() == TimeKind.FLOW),
        statistic.partOf(),
        statistic.most().toPlainString(),
        Boolean.toString(statistic.negative()));
  }
}
