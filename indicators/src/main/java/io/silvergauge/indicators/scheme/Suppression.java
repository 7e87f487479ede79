package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which counts of persons are too small to be shown.
 *
 * @param below counts of 1 up to, not including, this number are not shown; 1 or less for showing
 *     all
 * @param except statistics in a unit of persons that count nobody, such as a planned population
 */
public record Suppression(int below, Set<String> except) implements Serializable {
  /** Of a scheme that says nothing of it: counts of fewer than five persons are not shown. */
  public static final Suppression USUAL = new Suppression(5, Set.of());

  private static final String PERSON = "人";

  public Suppression {
    except = Collections.unmodifiableSet(new TreeSet<>(except));
  }

  /** Whether a statistic counts persons: it is in a unit of persons and not excepted. */
  public boolean counts(Statistic statistic, Units units) {
    return units.convertible(statistic.unit(), PERSON) && !except.contains(statistic.id());
  }

  /** A number of persons in single persons. */
  public static Fraction persons(Fraction number, String unit, Units units) {
    return units.convertible(unit, PERSON) ? number.times(units.factor(unit, PERSON)) : number;
  }

  /** Whether so many persons are too few to be shown; nobody at all is told as nought. */
  public boolean small(Fraction persons) {
    return persons.signum() > 0 && persons.compareTo(Fraction.of(below)) < 0;
  }
}
