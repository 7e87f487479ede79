package io.silvergauge.jobs.sample;

import java.util.Locale;
import java.util.Set;

/** The levels of {@code regions.csv}, and how a code and a name of the 2023 list show them. */
enum Level {
  NATION,
  PROVINCE,
  PREFECTURE,
  MUNICIPALITY_DISTRICT,
  DISTRICT,
  COUNTY,
  COUNTY_LEVEL_CITY,
  DEVELOPMENT_ZONE;

  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

  static Level of(String code, String name) {
    if (code.endsWith("00")) {
      return PREFECTURE;
    }
    int last = Integer.parseInt(code.substring(4));
    if (last >= 71 && last <= 79) {
      return DEVELOPMENT_ZONE;
    }
    if (name.endsWith("市")) {
      return COUNTY_LEVEL_CITY;
    }
    if (!name.endsWith("区")) {
      return COUNTY;
    }
    return MUNICIPALITIES.contains(code.substring(0, 2)) ? MUNICIPALITY_DISTRICT : DISTRICT;
  }

  /** As written in {@code regions.csv}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
