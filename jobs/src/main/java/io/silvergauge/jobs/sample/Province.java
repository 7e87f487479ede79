package io.silvergauge.jobs.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A province as a sender of files, with the sample's cities in it. */
record Province(String code, String name, List<SampleCity> cities) {
  Province {
    cities = List.copyOf(cities);
  }

  /**
   * A unit that has a row in the province's files, and the city whose quality its figures follow.
   */
  record Reporter(CountyUnit unit, String city) {}

  /**
   * Each unit once, by code. A county-level city that is in the sample itself and inside one of its
   * prefectures, as 都江堰市, has one row that counts for both; its figures follow its own quality.
   */
  List<Reporter> reporters() {
    Map<String, Reporter> reporters = new TreeMap<>();
    for (SampleCity city : cities) {
      for (CountyUnit unit : city.units()) {
        Reporter reporter = new Reporter(unit, city.code());
        reporters.merge(
            unit.code(), reporter, (one, other) -> one.city().equals(unit.code()) ? one : other);
      }
    }
    return List.copyOf(reporters.values());
  }
}
