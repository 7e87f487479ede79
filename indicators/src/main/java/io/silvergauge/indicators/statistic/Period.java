package io.silvergauge.indicators.statistic;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A closed interval of months: a month {@code 2023-10}, a quarter {@code 2023Q4}, a half-year
 * {@code 2023H1}, a year {@code 2023} or any run of months {@code 2023-01/2023-09}.
 *
 * @param from first month
 * @param to last month, not before the first
 */
public record Period(YearMonth from, YearMonth to) implements Comparable<Period>, Serializable {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final Pattern NAMED = Pattern.compile("([0-9]{4})(?:([QH])([1-4]))?");
  private static final Pattern MONTHS =
      Pattern.compile("([0-9]{4}-[0-9]{2})(?:/([0-9]{4}-[0-9]{2}))?");

  public Period {
    if (to.isBefore(from)) {
      throw new InvalidValueException(
          Bilingual.of(
              "时期不得先止后始，实为 %s/%s",
              "A period must not end before it begins, but was %s/%s", from, to));
    }
    if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
      throw new InvalidValueException(
          Bilingual.of(
              "时期应在 %s 年至 %s 年之间，实为 %s/%s",
              "A period lies between %s and %s, but was %s/%s",
              Integer.toString(FIRST_YEAR),
              Integer.toString(LAST_YEAR),
              from,
              to));
    }
  }

  /**
   * The period a text names.
   *
   * @throws InvalidValueException if it names none
   */
  public static Period parse(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return named(Integer.parseInt(named.group(1)), named.group(2), named.group(3), text);
    }
    Matcher months = MONTHS.matcher(text);
    if (months.matches()) {
      YearMonth from = month(months.group(1), text);
      return new Period(from, months.group(2) == null ? from : month(months.group(2), text));
    }
    throw invalid(text);
  }

  /** The period of one month. */
  public static Period month(YearMonth month) {
    return new Period(month, month);
  }

  /** How many months it has, at least 1. */
  public int months() {
    return (int) from.until(to, ChronoUnit.MONTHS) + 1;
  }

  /** Its months, one by one, in order. */
  public List<Period> eachMonth() {
    List<Period> months = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      months.add(month(month));
    }
    return months;
  }

  /** Whether all of {@code other} lies inside. */
  public boolean contains(Period other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return from.atDay(1);
  }

  /** Its last day. */
  public LocalDate lastDay() {
    return to.atEndOfMonth();
  }

  /** The months from January to the end of this period, as year-to-date figures count them. */
  public Period yearToDate() {
    return new Period(YearMonth.of(to.getYear(), 1), to);
  }

  /** The period of the same length that ended {@code periods} such lengths before this one. */
  public Period earlier(int periods) {
    long back = (long) periods * months();
    return new Period(from.minusMonths(back), to.minusMonths(back));
  }

  /** How many months lie between the end of {@code earlier} and the end of this period. */
  public int monthsSince(Period earlier) {
    return (int) earlier.to.until(to, ChronoUnit.MONTHS);
  }

  /** By last month, then by first: a later or longer-ago beginning sorts before. */
  @Override
  public int compareTo(Period other) {
    int byEnd = to.compareTo(other.to);
    return byEnd != 0 ? byEnd : from.compareTo(other.from);
  }

  /** The shortest name of the period, which {@link #parse} reads again. */
  @Override
  public String toString() {
    int months = months();
    int first = from.getMonthValue();
    if (months == 1) {
      return from.toString();
    }
    if (months == 12 && first == 1) {
      return Integer.toString(from.getYear());
    }
    if (months == 6 && first % 6 == 1) {
      return from.getYear() + "H" + (first / 6 + 1);
    }
    if (months == 3 && first % 3 == 1) {
      return from.getYear() + "Q" + (first / 3 + 1);
    }
    return from + "/" + to;
  }

  private static Period named(int year, String kind, String number, String text) {
    if (kind == null) {
      return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }
    int length = kind.equals("Q") ? 3 : 6;
    int last = Integer.parseInt(number) * length;
    if (last > 12) {
      throw invalid(text);
    }
    return new Period(YearMonth.of(year, last - length + 1), YearMonth.of(year, last));
  }

  private static YearMonth month(String text, String whole) {
    int number = Integer.parseInt(text.substring(5));
    if (number < 1 || number > 12) {
      throw invalid(whole);
    }
    return YearMonth.of(Integer.parseInt(text.substring(0, 4)), number);
  }

  private static InvalidValueException invalid(String text) {
    return new InvalidValueException(
        Bilingual.of(
            "“%s”不是时期；写法为 2023、2023Q4、2023H1、2023-10 或 2023-01/2023-09",
            "'%s' is no period; written are 2023, 2023Q4, 2023H1, 2023-10 and 2023-01/2023-09",
            text));
  }
}
