package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.read.HeaderText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The headers of a table and where they stand. A header of several rows reads from above to below
 * with {@code /} between; it may be called by all of it or by its last part, with or without the
 * unit in its brackets, as long as only one column answers.
 */
final class HeaderNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> names;
  private final List<Map<String, List<Integer>>> tiers = new ArrayList<>();
  private final Map<String, List<Integer>> asked = new ConcurrentHashMap<>(); // by every row

  HeaderNames(List<String> names, Units units) {
    this.names = List.copyOf(names);
    for (int tier = 0; tier < 4; tier++) {
      tiers.add(new LinkedHashMap<>());
    }
    for (int place = 0; place < names.size(); place++) {
      String name = names.get(place);
      String last = name.substring(name.lastIndexOf('/') + 1);
      add(0, HeaderText.folded(name), place);
      add(1, withoutUnit(name, units), place);
      add(2, HeaderText.folded(last), place);
      add(3, withoutUnit(last, units), place);
    }
  }

  private void add(int tier, String folded, int place) {
    if (!folded.isEmpty()) {
      tiers.get(tier).computeIfAbsent(folded, key -> new ArrayList<>()).add(place);
    }
  }

  /** A header without the brackets at its end, if they hold a unit. */
  static String withoutUnit(String header, Units units) {
    boolean unit = HeaderText.inBrackets(header).flatMap(units::spelled).isPresent();
    return unit ? HeaderText.beforeBrackets(header) : HeaderText.folded(header);
  }

  List<String> all() {
    return names;
  }

  String at(int place) {
    return place < names.size() ? names.get(place) : "";
  }

  /** Where a header stands: nowhere, once, or more often than it should. */
  List<Integer> places(String wanted) {
    return asked.computeIfAbsent(wanted, this::find);
  }

  private List<Integer> find(String wanted) {
    String folded = HeaderText.folded(wanted);
    for (Map<String, List<Integer>> tier : tiers) {
      List<Integer> found = tier.getOrDefault(folded, List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
