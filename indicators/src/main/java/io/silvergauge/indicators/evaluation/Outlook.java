package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sure ranks and grades are, why scores changed, and what would change them. Worked out after
 * the ranks; nothing else in the evaluation depends on it.
 *
 * @param reason why there are no rank intervals; null where there are
 * @param drawn names of what was drawn anew for the ranks, as {@code weights} or {@code values};
 *     empty where nothing was, and in publications of older versions
 * @param cities in the order of their codes
 */
public record Outlook(Bilingual reason, List<String> drawn, List<CityOutlook> cities)
    implements Serializable {
  /**
   * What is said of one city.
   *
   * @param code its code
   * @param ranks its rank under other assumptions; null where it has none
   * @param graded the result whose grade is put to the test: {@code fulfilment} or {@code standing}
   * @param grades in what share of the draws it has each grade, from the best down; empty where
   *     that is not worked out
   * @param gradesReason why not; null where it is
   * @param change its standing against the period before; null where there is none to compare with
   * @param nextRank what would bring it up to the city ahead of it; null for the first and for one
   *     without a rank
   * @param nextGrade what would bring it to the next better grade; null for the best and for one
   *     without a grade
   * @param strengths indicators in which it stands at or above the upper quartile of its peers
   * @param weaknesses those in which it stands at or below the lower one
   */
  public record CityOutlook(
      String code,
      RankRange ranks,
      String graded,
      List<GradeShare> grades,
      Bilingual gradesReason,
      ScoreChange change,
      Goal nextRank,
      Goal nextGrade,
      List<String> strengths,
      List<String> weaknesses)
      implements Serializable {
    public CityOutlook {
      grades = List.copyOf(grades);
      strengths = List.copyOf(strengths);
      weaknesses = List.copyOf(weaknesses);
    }

    CityOutlook with(ScoreChange changed) {
      return new CityOutlook(
          code,
          ranks,
          graded,
          grades,
          gradesReason,
          changed,
          nextRank,
          nextGrade,
          strengths,
          weaknesses);
    }
  }

  /**
   * A rank under other assumptions.
   *
   * @param median the median rank
   * @param low the better end of the interval
   * @param high the worse end
   * @param failures draws in which the city came to no score; they widen the interval
   * @param next code of the city placed after it; null for the last
   * @param ahead in what share of the draws it is ahead of that city; null for the last
   */
  public record RankRange(
      BigDecimal median,
      BigDecimal low,
      BigDecimal high,
      int failures,
      String next,
      BigDecimal ahead)
      implements Serializable {}

  /** A grade, and in what share of the draws it is earned. */
  public record GradeShare(String grade, BigDecimal share) implements Serializable {}

  /**
   * A change of the standing.
   *
   * @param since the period before
   * @param before its standing then
   * @param after its standing now
   * @param parts what the change is made of; they add up to it
   * @param reason why it cannot be taken apart; null where it is
   */
  public record ScoreChange(
      String since, BigDecimal before, BigDecimal after, List<ChangePart> parts, Bilingual reason)
      implements Serializable {
    public ScoreChange {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a change.
   *
   * @param cause {@code data}, {@code membership}, {@code rule} or {@code weight}
   * @param indicator the indicator; null for weights, which act together
   * @param points what it adds, on the scheme's scale
   */
  public record ChangePart(String cause, String indicator, BigDecimal points)
      implements Serializable {}

  /**
   * What would reach a goal, all else staying as it is.
   *
   * @param kind {@code rank} or {@code grade}
   * @param id code of the city ahead, or id of the grade
   * @param score the total that reaches it
   * @param measured {@code value} where steps are in the indicator's unit, {@code score} where they
   *     are in points of the indicator's own score
   * @param alone indicators that reach it alone, in scheme order
   * @param together the cheapest combination where none reaches it alone; empty where one does, or
   *     where no combination is known
   */
  public record Goal(
      String kind,
      String id,
      BigDecimal score,
      String measured,
      List<Step> alone,
      List<Step> together)
      implements Serializable {
    public Goal {
      alone = List.copyOf(alone);
      together = List.copyOf(together);
    }
  }

  /**
   * An indicator, from where it is to where it would have to be.
   *
   * @param from where it is; null where it has no value and counts as nought
   */
  public record Step(String indicator, BigDecimal from, BigDecimal to) implements Serializable {}

  public Outlook {
    drawn = drawn == null ? List.of() : List.copyOf(drawn);
    cities = List.copyOf(cities);
  }

  /** The same with what changed the cities' scores, by code. */
  Outlook with(Map<String, ScoreChange> changes) {
    return new Outlook(
        reason, drawn, cities.stream().map(city -> city.with(changes.get(city.code()))).toList());
  }

  /** What is said of a city. */
  public Optional<CityOutlook> city(String code) {
    return cities.stream().filter(city -> city.code().equals(code)).findFirst();
  }
}
