package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By what cities are told apart when their results are compared, for example by region or by size.
 * It moves no score and no rank.
 *
 * @param id its identifier
 * @param name its names
 * @param source where it comes from
 * @param note what has to be said of it; may be empty
 * @param measure what is measured of a city; null where the classes name regions
 * @param unit unit of the measure; empty where there is none
 * @param classes from the highest bound down, or as they are written where they name regions
 */
public record Classification(
    String id,
    Bilingual name,
    Source source,
    Bilingual note,
    Measure measure,
    String unit,
    List<CityClass> classes)
    implements Serializable {
  /**
   * A class of cities.
   *
   * @param id its identifier
   * @param name its names
   * @param from lowest value that belongs to it; null where it names regions
   * @param regions codes of the regions that belong to it with all that lies in them; else empty
   */
  public record CityClass(String id, Bilingual name, BigDecimal from, Set<String> regions)
      implements Serializable {
    public CityClass {
      regions = Set.copyOf(regions);
    }
  }

  public Classification {
    classes = List.copyOf(classes);
  }

  /** The class of a measured value; none where it lies below all bounds. */
  public Optional<CityClass> of(Fraction value) {
    return classes.stream()
        .filter(one -> value.compareTo(Fraction.of(one.from())) >= 0)
        .findFirst();
  }

  /**
   * The class that names a city or the nearest region above it; none where no class does.
   *
   * @param withAncestors code of the city, then those of the regions above it, the nearest first
   */
  public Optional<CityClass> of(List<String> withAncestors) {
    for (String code : withAncestors) {
      for (CityClass one : classes) {
        if (one.regions().contains(code)) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }
}
