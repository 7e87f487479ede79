package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages that are written together into one folder: a page links to these and to no other.
 *
 * @param languages languages in which each of them is written
 * @param cities codes of the cities that have a page
 * @param comparison whether the comparison is among them
 */
public record Written(List<Language> languages, Set<String> cities, boolean comparison)
    implements Serializable {
  public Written {
    languages = languages.stream().distinct().sorted().toList();
    cities = Set.copyOf(cities);
  }

  /** These cities in these languages. */
  public static Written of(Collection<Language> languages, Collection<String> cities) {
    return new Written(List.copyOf(languages), new TreeSet<>(cities), true);
  }

  /** All cities of an evaluation in some languages. */
  public static Written all(Evaluation evaluation, Collection<Language> languages) {
    return of(languages, evaluation.cities().stream().map(Evaluation.CityRow::code).toList());
  }

  /** The same without the comparison. */
  public Written alone() {
    return new Written(languages, cities, false);
  }

  boolean city(String code) {
    return cities.contains(code);
  }

  boolean language(Language language) {
    return languages.contains(language);
  }
}
