package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something of one city that falls short, and what became of it. Its id says what it is about and
 * is the same in every period and run.
 *
 * @param id city, kind and subject, for example {@code 410100.target.nursing_bed_share}
 * @param region code of the city, or of whoever it is about
 * @param kind code of its {@link FindingKind}
 * @param subject id of the indicator, check or source it is about
 * @param name names of that subject
 * @param what what falls short, in a sentence
 * @param value value in the evaluated period; null where there is none
 * @param operator on which side of the target it must lie; null where there is no target
 * @param target what is asked; null where no value is
 * @param gap how far it falls short, or how many things do; null where nothing tells
 * @param unit unit of value, target and gap; empty for a count
 * @param places where it stands, the first {@value #PLACES}
 * @param placesCount how many places there are
 * @param department who is responsible; empty where the scheme does not say
 * @param by period for which the plan asks it; null where no plan does
 * @param first period in which it was first found
 * @param since period since which it is open without a break
 * @param due day by which it is to be put right; null where the scheme sets no limit
 * @param state code of its {@link FindingState}
 * @param overdue {@code interview} or {@code circular}; null where it is not
 * @param suggestion what would put it right
 * @param next what is to be done next
 * @param history its state in each evaluated period since it was first found
 * @param responses what was said to it, in order of time
 */
public record Finding(
    String id,
    String region,
    String kind,
    String subject,
    Bilingual name,
    Bilingual what,
    BigDecimal value,
    String operator,
    BigDecimal target,
    BigDecimal gap,
    String unit,
    List<Place> places,
    int placesCount,
    String department,
    String by,
    String first,
    String since,
    String due,
    String state,
    String overdue,
    Bilingual suggestion,
    Bilingual next,
    List<Step> history,
    List<Response> responses)
    implements Serializable {
  /** How many places a finding names. */
  public static final int PLACES = 20;

  /**
   * Where it stands.
   *
   * @param code code of a unit or the path of a file
   * @param name names of the unit; empty for a file
   * @param detail what is there, such as a value or a row
   */
  public record Place(String code, Bilingual name, Bilingual detail) implements Serializable {}

  /**
   * Its state in one period.
   *
   * @param period the period
   * @param state code of its state
   * @param gap how far it fell short; null where nothing tells
   */
  public record Step(String period, String state, BigDecimal gap) implements Serializable {}

  public Finding {
    places = List.copyOf(places);
    history = List.copyOf(history);
    responses = List.copyOf(responses);
  }

  /** Whether it is still to be put right. */
  public boolean stillOpen() {
    return !state.equals(FindingState.CORRECTED.code());
  }
}
