package io.silvergauge.jobs.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way in which days are written: year, month and day in figures, with {@code -}, {@code /},
 * {@code .} or 年月日 between.
 */
public final class DayText {
  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?");
  private static final int LAST_YEAR = 2200;

  private DayText() {}

  /**
   * The day that a text names; empty where it names none of the calendar.
   *
   * @param firstYear the earliest year that can be meant
   */
  public static Optional<LocalDate> parse(String text, int firstYear) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      return day.getYear() >= firstYear && day.getYear() <= LAST_YEAR
          ? Optional.of(day)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // such as 30 February
    }
  }
}
