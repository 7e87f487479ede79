package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the levels that a scheme names against those of the list of regions, in both directions.
 */
record LevelNames(Scheme scheme, RegionTree regions, Faults faults) {
  /** So many units of a level are named at most. */
  private static final int SHOWN = 5;

  /** Names what cannot be meant. */
  void check(List<City> cities) {
    checkUnits(cities);
    checkRules();
  }

  /**
   * A unit below a city whose level no grain names would report for nobody, unless there are units
   * below it that do.
   */
  private void checkUnits(List<City> cities) {
    Set<String> named = new TreeSet<>();
    scheme.statistics().values().forEach(one -> named.addAll(one.grain().levels()));
    if (named.isEmpty()) {
      return;
    }
    Set<String> codes = new HashSet<>();
    cities.forEach(city -> codes.add(city.code()));
    Set<String> above = new HashSet<>();
    for (Region region : regions.all()) {
      if (named.contains(region.level())) {
        above.addAll(regions.withAncestors(region.code()));
      }
    }
    Map<String, List<String>> unnamed = new TreeMap<>();
    for (Region region : regions.all()) {
      boolean below =
          regions.withAncestors(region.code()).stream().skip(1).anyMatch(codes::contains);
      if (below && !above.contains(region.code())) {
        unnamed.computeIfAbsent(region.level(), level -> new ArrayList<>()).add(region.code());
      }
    }
    unnamed.forEach(
        (level, units) ->
            faults.add(
                "regions/",
                0,
                "level",
                Bilingual.of(
                    "城市之下有层级“%s”的单位（%s），但方案中没有粒度包含此层级%s",
                    "there are units of level '%s' below cities (%s), but no grain of the scheme"
                        + " names that level%s",
                    level,
                    shown(units),
                    Suggestion.nearest(level, named))));
  }

  private static String shown(List<String> units) {
    String first = String.join(", ", units.subList(0, Math.min(units.size(), SHOWN)));
    return units.size() > SHOWN ? first + ", …" : first;
  }

  /**
   * A rule for a level that no region has never holds. A scheme may serve regions that are not in
   * this list, so only what is nearly the name of a level there is a fault.
   */
  private void checkRules() {
    for (Indicator indicator : scheme.indicators()) {
      String field = "indicators." + indicator.id() + ".";
      checkRule(field + "applies_to", indicator.scope().appliesTo());
      indicator.targets().forEach(one -> checkRule(field + "targets.levels", one.levels()));
      indicator.byLevel().forEach(one -> checkRule(field + "by_level.levels", one.levels()));
    }
    for (Profile profile : scheme.profiles()) {
      for (List<Target> targets : profile.targets().values()) {
        targets.forEach(
            one -> checkRule("profiles." + profile.id() + ".targets.levels", one.levels()));
      }
    }
  }

  private void checkRule(String field, Set<String> levels) {
    Set<String> known = regions.levels();
    for (String level : levels) {
      Bilingual meant = Suggestion.nearest(level, known);
      if (!known.contains(level) && !meant.en().isEmpty()) {
        faults.add(
            scheme.id(),
            0,
            field,
            Bilingual.of(
                "行政区划中没有层级“%s”，该规则不会生效%s",
                "no region has the level '%s', so that the rule never holds%s", level, meant));
      }
    }
  }
}
