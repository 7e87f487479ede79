package io.silvergauge.jobs.sample;

import java.util.List;

/**
 * A city of the sample with the units that report for it, sorted by code; a city without any has
 * itself as its only unit.
 *
 * @param membership {@code confirmed} or {@code illustrative}
 */
record SampleCity(
    String code, String name, Level level, String membership, List<CountyUnit> units) {
  SampleCity {
    units = List.copyOf(units);
  }

  String province() {
    return code.substring(0, 2) + "0000";
  }

  long population() {
    return units.stream().mapToLong(CountyUnit::population).sum();
  }

  long sixtyPlus() {
    return units.stream().mapToLong(CountyUnit::sixtyPlus).sum();
  }

  long sixtyFivePlus() {
    return units.stream().mapToLong(CountyUnit::sixtyFivePlus).sum();
  }
}
