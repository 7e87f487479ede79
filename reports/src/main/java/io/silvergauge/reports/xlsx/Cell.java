package io.silvergauge.reports.xlsx;

import io.silvergauge.reports.text.Inert;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;

/**
 * What a cell holds: an amount or the reason why there is none, a text, a day, or nothing asked.
 */
sealed interface Cell {
  /** The longest text Excel keeps in a cell, with room for the sign that it was cut. */
  int LONGEST = 32_000;

  /** So many letters tell how a text begins. */
  int BEGIN = 4;

  /** A text that no spreadsheet takes for a formula, not even once it is saved as CSV. */
  record Words(String text) implements Cell {
    public Words {
      text = disarmed(text);
    }
  }

  /**
   * An exact number.
   *
   * @param decimals how many are shown; the cell holds all of them
   */
  record Figure(BigDecimal value, int decimals) implements Cell {}

  /** A part of a whole, from 0 to 1, shown in percent. */
  record Share(BigDecimal part) implements Cell {}

  /** A day. */
  record Day(LocalDate day) implements Cell {}

  /** Why there is no number here. */
  record Gap(String reason) implements Cell {
    public Gap {
      reason = disarmed(reason);
    }
  }

  /** Nothing that could be missing stands here. */
  record Nothing() implements Cell {}

  /** Nothing that could be missing. */
  Cell NOTHING = new Nothing();

  /** A text; nothing where it is empty or null. */
  static Cell text(String text) {
    return text == null || text.isEmpty() ? NOTHING : new Words(text);
  }

  /** A whole number. */
  static Cell count(long number) {
    return new Figure(BigDecimal.valueOf(number), 0);
  }

  /** A number that may be null for nothing asked. */
  static Cell number(BigDecimal value, int decimals) {
    return value == null ? NOTHING : new Figure(value, decimals);
  }

  /** A rank or count that may be null for none. */
  static Cell rank(Integer rank) {
    return rank == null ? NOTHING : count(rank);
  }

  /** A part that may be null for nothing asked. */
  static Cell share(BigDecimal part) {
    return part == null ? NOTHING : new Share(part);
  }

  /** A day such as {@code 2023-12-31} that may be null. */
  static Cell day(String iso) {
    return iso == null || iso.isEmpty() ? NOTHING : new Day(LocalDate.parse(iso));
  }

  private static String disarmed(String raw) {
    String shown = Inert.shown(raw);
    String cut = shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    String begin = cut.stripLeading();
    String folded =
        Normalizer.normalize(
            begin.substring(0, Math.min(BEGIN, begin.length())), Normalizer.Form.NFKC);
    return !folded.isEmpty() && "=+-@".indexOf(folded.charAt(0)) >= 0 ? "'" + cut : cut;
  }
}
