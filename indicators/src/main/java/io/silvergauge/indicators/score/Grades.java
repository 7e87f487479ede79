package io.silvergauge.indicators.score;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Grade bands; a score belongs to the first whose lower edge it reaches.
 *
 * @param bands from the best down; the last begins at the lowest possible score
 */
public record Grades(List<Grade> bands) implements Serializable {
  /**
   * A grade.
   *
   * @param id its identifier
   * @param name its Chinese and English name
   * @param from lowest score that earns it, included, on the scheme's scale
   */
  public record Grade(String id, Bilingual name, BigDecimal from) implements Serializable {}

  public Grades {
    bands = List.copyOf(bands);
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
        throw new InvalidValueException(
            Bilingual.of(
                "grades 须由高到低：“%s”应低于“%s”",
                "grades must go down: '%s' does not lie below '%s'",
                bands.get(i).id(),
                bands.get(i - 1).id()));
      }
    }
    if (bands.isEmpty() || bands.get(bands.size() - 1).from().signum() > 0) {
      throw new InvalidValueException(
          new Bilingual(
              "grades：最低一档须从 0 起，才不会有得分落空",
              "grades: the last must begin at 0, so that none is left out"));
    }
  }

  /**
   * The grade with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Grade named(String id) {
    return bands.stream()
        .filter(grade -> grade.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no grade '%s'".formatted(id)));
  }

  /**
   * The grade of a score.
   *
   * @param score on the scheme's scale, rounded to ten decimals
   */
  public Grade of(BigDecimal score) {
    return bands.stream()
        .filter(grade -> score.compareTo(grade.from()) >= 0)
        .findFirst()
        .orElse(bands.get(bands.size() - 1));
  }
}
