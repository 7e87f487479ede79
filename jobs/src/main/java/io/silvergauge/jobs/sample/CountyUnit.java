package io.silvergauge.jobs.sample;

import java.util.Objects;

/**
 * A unit that reports for itself, with its census figures: a district, county, county-level city or
 * development zone, or a city that has none of these.
 *
 * @param hasAges whether the census gives ages; without them the two age figures are estimates that
 *     serve only as the size of synthetic figures
 */
record CountyUnit(
    String code,
    String name,
    Level level,
    long population,
    long sixtyPlus,
    long sixtyFivePlus,
    long households,
    boolean hasAges) {

  CountyUnit {
    Objects.requireNonNull(level, "level");
    if (population <= 0 || sixtyPlus > population || sixtyFivePlus > sixtyPlus) {
      throw new IllegalArgumentException(
          "Census figures of %s %s do not nest: population %s, 60+ %s, 65+ %s"
              .formatted(code, name, population, sixtyPlus, sixtyFivePlus));
    }
  }

  /** This unit with the people of another added, for a zone counted in the county it lies in. */
  CountyUnit plus(CountyUnit other) {
    return new CountyUnit(
        code,
        name,
        level,
        population + other.population,
        sixtyPlus + other.sixtyPlus,
        sixtyFivePlus + other.sixtyFivePlus,
        households + other.households,
        hasAges && other.hasAges);
  }

  /**
   * Whether the unit has no countryside, so that rural statistics do not apply to it. A rule of
   * thumb for the sample: zones, the districts numbered 01 to 05, and all of Shenzhen.
   */
  boolean urban() {
    return switch (level) {
      case DEVELOPMENT_ZONE -> true;
      case DISTRICT, MUNICIPALITY_DISTRICT ->
          code.startsWith("4403") || Integer.parseInt(code.substring(4)) <= 5;
      default -> false;
    };
  }
}
