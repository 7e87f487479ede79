package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import java.util.List;
import java.util.Locale;

/**
 * A figure with what it follows from; the leaves are reported values with their place in a file.
 *
 * @param id tells it from the others of its region and period; fit for the anchor of a page
 * @param kind what it is
 * @param title what it is called
 * @param value its value with unit, or why there is none
 * @param rule how the value follows from what stands below; empty where it was reported
 * @param facts what else belongs to it
 * @param below what it follows from
 */
public record Explanation(
    String id,
    Kind kind,
    Bilingual title,
    Bilingual value,
    Bilingual rule,
    List<Fact> facts,
    List<Explanation> below) {
  /** What an explained figure is. */
  public enum Kind {
    /** The score of an indicator, a dimension or the total. */
    SCORE,
    /** The value of an indicator. */
    FIGURE,
    /** The figure held against a target. */
    JUDGEMENT,
    /** A unit behind a figure. */
    UNIT,
    /** A reported value. */
    OBSERVATION,
    /** A record of a register. */
    RECORD,
    /** An item that is looked at and given points. */
    ITEM,
    /** What visits found of a figure. */
    VISITS,
    /** What a visit found of a single thing. */
    VISIT,
    /** A check that speaks against a reported value. */
    CHECK;

    /** The name used in data files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that belongs to a figure.
   *
   * @param id what it is, the same in both languages
   * @param name what it is called
   * @param value what it says
   */
  public record Fact(String id, Bilingual name, Bilingual value) {}

  public Explanation {
    facts = List.copyOf(facts);
    below = List.copyOf(below);
  }
}
