package io.silvergauge.reports.text;

import io.silvergauge.indicators.document.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Predicate;

/** Numbers as documents print them: thousands separators, rounded HALF_EVEN. */
public final class Figures {
  /** More decimals than these the model does not have. */
  private static final int MOST = 12;

  private static final int GROUP = 3;
  private static final int COUNTED = 6;
  private static final int COUNTED_LARGE = 2;
  private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

  private final DecimalFormatSymbols symbols;

  /** Prints numbers as this language does. */
  public Figures(Language language) {
    Locale locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.symbols = DecimalFormatSymbols.getInstance(locale);
  }

  /** With exactly so many decimals: 1234.5 with two is {@code 1,234.50}. */
  public String fixed(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    String digits = rounded.abs().toPlainString();
    int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder printed = new StringBuilder(digits.length() + 8);
    if (rounded.signum() < 0) {
      printed.append(symbols.getMinusSign());
    }
    for (int i = 0; i < point; i++) {
      if (i > 0 && (point - i) % GROUP == 0) {
        printed.append(symbols.getGroupingSeparator());
      }
      printed.append(digits.charAt(i));
    }
    if (point < digits.length()) {
      printed.append(symbols.getDecimalSeparator()).append(digits, point + 1, digits.length());
    }
    return printed.toString();
  }

  /** With the decimals it has: 0.20 is {@code 0.2}. */
  public String exact(BigDecimal value) {
    return fixed(value, Math.max(0, value.stripTrailingZeros().scale()));
  }

  /** A counted or summed quantity: at most six decimals, at most two from a thousand on. */
  public String quantity(BigDecimal value) {
    return fixed(value, quantityDecimals(value));
  }

  /** The decimals that {@link #quantity} prints, for columns that are to be alike. */
  public static int quantityDecimals(BigDecimal value) {
    int most = value.abs().compareTo(LARGE) < 0 ? COUNTED : COUNTED_LARGE;
    BigDecimal rounded =
        value.scale() <= most ? value : value.setScale(most, RoundingMode.HALF_EVEN);
    return Math.max(0, rounded.stripTrailingZeros().scale());
  }

  /** A number of things. */
  public String count(long number) {
    return fixed(BigDecimal.valueOf(number), 0);
  }

  /**
   * A part from 0 to 1 in percent without the sign, one decimal; what lies below {@code least} is
   * never printed as if it did not.
   */
  public String percent(BigDecimal part, BigDecimal least) {
    int decimals = decimals(part, 3, value -> value.compareTo(least) >= 0);
    return exact(part.setScale(decimals, RoundingMode.HALF_EVEN).movePointRight(2));
  }

  /**
   * How many decimals a value needs for its print to tell what it tells itself: 49.9999985 against
   * a target of 50 is not printed as 50.00.
   *
   * @param decimals how many it gets anyway
   * @param telling what is asked of both
   */
  public static int decimals(BigDecimal value, int decimals, Predicate<BigDecimal> telling) {
    boolean wanted = telling.test(value);
    for (int more = decimals; more <= MOST; more++) {
      if (telling.test(value.setScale(more, RoundingMode.HALF_EVEN)) == wanted) {
        return more;
      }
    }
    return decimals;
  }
}
