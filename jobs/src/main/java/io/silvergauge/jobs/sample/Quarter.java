package io.silvergauge.jobs.sample;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Three months of a year, written {@code 2023Q4}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final Pattern FORM = Pattern.compile("([12][0-9]{3})Q([1-4])");

  /** Checks the number. */
  public Quarter {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException(
          "A quarter is numbered 1 to 4, but was %s".formatted(number));
    }
  }

  /** Reads the form {@code 2023Q4}. */
  public static Quarter parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValueException(
          Bilingual.of(
              "“%s”不是季度；季度写作 2023Q4",
              "'%s' is not a quarter; a quarter is written like 2023Q4", text));
    }
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The quarters from this one to {@code last}, both included. */
  List<Quarter> through(Quarter last) {
    return Stream.iterate(this, quarter -> quarter.compareTo(last) <= 0, Quarter::next).toList();
  }

  Quarter next() {
    return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
  }

  /** The three months, written {@code 2023-10}. */
  List<String> months() {
    return IntStream.rangeClosed(lastMonth() - 2, lastMonth())
        .mapToObj(month -> String.format(Locale.ROOT, "%04d-%02d", year, month))
        .toList();
  }

  int lastMonth() {
    return number * 3;
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(year * 4 + number, other.year * 4 + other.number);
  }

  @Override
  public String toString() {
    return year + "Q" + number;
  }
}
