package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one period shows of something that falls short.
 *
 * @param kind what it is about
 * @param subject id of the indicator, check or source
 * @param unit what tells it from others of its subject, such as the code of a unit; empty for none
 * @param name names of the subject
 * @param what what falls short, in a sentence
 * @param value the value; null where there is none
 * @param operator on which side of the target it must lie; null where there is no target
 * @param target what is asked; null where no value is
 * @param gap how far it falls short, or how many things do; null where nothing tells
 * @param measure unit of value, target and gap; empty for a count
 * @param places all places where it stands
 * @param department who is responsible; may be empty
 * @param by period for which the plan asks it; null where no plan does
 * @param suggestion what would put it right
 */
public record Issue(
    FindingKind kind,
    String subject,
    String unit,
    Bilingual name,
    Bilingual what,
    BigDecimal value,
    String operator,
    BigDecimal target,
    BigDecimal gap,
    String measure,
    List<Finding.Place> places,
    String department,
    String by,
    Bilingual suggestion)
    implements Serializable {
  public Issue {
    places = List.copyOf(places);
  }

  /** An issue without value and target; {@code gap} may be null. */
  public static Issue of(
      FindingKind kind,
      String subject,
      String unit,
      Bilingual name,
      Bilingual what,
      BigDecimal gap,
      List<Finding.Place> places,
      String department,
      Bilingual suggestion) {
    return new Issue(
        kind,
        subject,
        unit,
        name,
        what,
        null,
        null,
        null,
        gap,
        "",
        places,
        department,
        null,
        suggestion);
  }

  /** What it is about, without the city: the same in every period. */
  public String key() {
    String key = subject(kind, subject);
    return unit.isEmpty() ? key : key + "." + unit;
  }

  /** A kind and subject, as {@link Sighting#undecided} names them. */
  public static String subject(FindingKind kind, String subject) {
    return kind.code() + "." + subject;
  }

  /** This and another of the same key, as one that says and shows what both do. */
  Issue and(Issue other) {
    List<Finding.Place> all = new ArrayList<>(places);
    other.places.stream().filter(place -> !all.contains(place)).forEach(all::add);
    boolean same = ("; " + what.en() + "; ").contains("; " + other.what.en() + "; ");
    return new Issue(
        kind,
        subject,
        unit,
        name,
        same ? what : Bilingual.of("%s；%s", "%s; %s", what, other.what),
        value,
        operator,
        target,
        gap,
        measure,
        all,
        department,
        by,
        suggestion);
  }
}
