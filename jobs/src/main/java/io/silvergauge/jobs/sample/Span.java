package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The period a file reports on.
 *
 * @param period as in the path and the slot, for example {@code 2023H2}
 * @param words as in the file's title, for example {@code 2023年下半年}
 */
record Span(String period, String words, YearMonth lastMonth) {
  private static final YearMonth BEGINNING = YearMonth.of(2021, 12);

  static Span of(Quarter quarter) {
    return new Span(
        quarter.toString(),
        quarter.year() + "年第" + quarter.number() + "季度",
        YearMonth.of(quarter.year(), quarter.lastMonth()));
  }

  /** The half-years complete by the last quarter, from the last one complete before the first. */
  static List<Span> halfYears(Quarter first, Quarter last) {
    return IntStream.rangeClosed(first.year() - 1, last.year())
        .boxed()
        .flatMap(year -> Stream.of(halfYear(year, 1), halfYear(year, 2)))
        .filter(half -> half.endsBetween(firstMonth(first).minusMonths(6), Span.of(last)))
        .toList();
  }

  /** The years complete by the last quarter, from the last one complete before the first. */
  static List<Span> years(Quarter first, Quarter last) {
    return IntStream.rangeClosed(first.year() - 1, last.year())
        .mapToObj(year -> new Span(Integer.toString(year), year + "年度", YearMonth.of(year, 12)))
        .filter(year -> year.endsBetween(firstMonth(first).minusMonths(12), Span.of(last)))
        .toList();
  }

  private static Span halfYear(int year, int half) {
    String words = year + (half == 1 ? "年上半年" : "年下半年");
    return new Span(year + "H" + half, words, YearMonth.of(year, half * 6));
  }

  private static YearMonth firstMonth(Quarter quarter) {
    return YearMonth.of(quarter.year(), quarter.lastMonth() - 2);
  }

  private boolean endsBetween(YearMonth earliest, Span latest) {
    return !lastMonth.isBefore(earliest) && !lastMonth.isAfter(latest.lastMonth);
  }

  LocalDate lastDay() {
    return lastMonth.atEndOfMonth();
  }

  /** Months since the end of 2021, where the reports' rise is measured from. */
  int monthsIn() {
    return monthsIn(lastMonth);
  }

  static int monthsIn(YearMonth month) {
    return (month.getYear() - BEGINNING.getYear()) * 12
        + month.getMonthValue()
        - BEGINNING.getMonthValue();
  }
}
