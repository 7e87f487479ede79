package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Grain;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads for regions of which levels a rule holds: levels, or names of unit sets.
 *
 * @param sets the scheme's unit sets
 */
record Levels(Map<String, Grain> sets) {
  /** The levels under {@code levels}; empty where the field is not there, which is all of them. */
  Set<String> read(Section section) {
    return read(section, "levels");
  }

  /** As {@link #read(Section)}, under another name. */
  Set<String> read(Section section, String field) {
    Set<String> levels = new TreeSet<>();
    for (String name : section.texts(field)) {
      if (sets.containsKey(name)) {
        levels.addAll(sets.get(name).levels());
      } else {
        levels.add(name);
      }
      if (!sets.containsKey(name) && !name.matches("[a-z][a-z0-9_]*")) {
        section.fault(
            field,
            Bilingual.of(
                "“%s”不是层级或单位集合的名称%s",
                "'%s' is not the name of a level or a unit set%s",
                name,
                Suggestion.nearest(name, sets.keySet())));
      }
    }
    if (section.has(field) && section.texts(field).isEmpty()) {
      section.fault(field, new Bilingual("至少需要一个层级", "at least one level is needed"));
    }
    return levels;
  }
}
