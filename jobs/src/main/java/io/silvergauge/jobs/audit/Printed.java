package io.silvergauge.jobs.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a page prints it: what it stands for lies within half of its last digit.
 *
 * @param value the number
 * @param slack how far what was printed may be from it
 */
record Printed(BigDecimal value, BigDecimal slack) {
  /** A worked number has its own slack, added up from those it was worked from, and this much. */
  private static final BigDecimal CALCULATED = new BigDecimal("1e-9");

  private static final BigDecimal LARGE = new BigDecimal(1000);
  private static final BigDecimal SMALL_SLACK = new BigDecimal("5e-7");
  private static final BigDecimal LARGE_SLACK = new BigDecimal("5e-3");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d,]*(?:\\.\\d+)?");

  /** The first number of a text. */
  static Optional<Printed> first(String text) {
    List<Printed> all = all(text);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All numbers of a text, thousands separators left out. */
  static List<Printed> all(String text) {
    List<Printed> all = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      BigDecimal value = new BigDecimal(number.group().replace(",", "").replace('−', '-'));
      all.add(new Printed(value, BigDecimal.valueOf(5).scaleByPowerOfTen(-value.scale() - 1)));
    }
    return all;
  }

  /**
   * All counted or summed quantities of a text: pages print six decimals of them, from a thousand
   * on two, and leave noughts at the end away.
   */
  static List<Printed> quantities(String text) {
    return all(text).stream()
        .map(
            one ->
                new Printed(
                    one.value, one.value.abs().compareTo(LARGE) < 0 ? SMALL_SLACK : LARGE_SLACK))
        .toList();
  }

  Printed plus(Printed other) {
    return new Printed(value.add(other.value), slack.add(other.slack));
  }

  Printed minus(Printed other) {
    return new Printed(value.subtract(other.value), slack.add(other.slack));
  }

  Printed times(BigDecimal factor) {
    return new Printed(value.multiply(factor), slack.multiply(factor.abs()));
  }

  /** The quotient; the slack of both is carried over as far as it matters. */
  Printed over(Printed other) {
    BigDecimal quotient = value.divide(other.value, MathContext.DECIMAL64);
    BigDecimal carried =
        slack
            .add(quotient.abs().multiply(other.slack))
            .divide(other.value.abs(), MathContext.DECIMAL64);
    return new Printed(quotient, carried);
  }

  /** Whether what was printed may be this worked number. */
  boolean follows(Printed worked) {
    return value.subtract(worked.value).abs().compareTo(slack.add(worked.slack).add(CALCULATED))
        <= 0;
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
