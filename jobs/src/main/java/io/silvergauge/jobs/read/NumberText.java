package io.silvergauge.jobs.read;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as a cell writes it: digits, an optional sign, an optional decimal point, thousands
 * separators in their places; full-width characters count as their plain ones. Nothing else, so
 * {@code 1e9}, {@code 0x1F} and {@code NaN} are texts.
 *
 * @param value the number
 */
public record NumberText(BigDecimal value) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\\.[0-9]{1,30})?");

  /** Thrown where a text is no number. */
  public static final class NotANumberException extends Exception {
    private static final long serialVersionUID = 1L;

    NotANumberException(String text) {
      super("'" + text + "' is no number");
    }
  }

  /**
   * The number a cell writes.
   *
   * @throws NotANumberException if it writes none
   */
  public static NumberText parse(String cell) throws NotANumberException {
    String text = plain(cell).strip();
    if (!NUMBER.matcher(text).matches()) {
      throw new NotANumberException(cell);
    }
    return new NumberText(new BigDecimal(text.replace(",", "")));
  }

  /** Whether a cell writes a number. */
  public static boolean isNumber(String cell) {
    return NUMBER.matcher(plain(cell).strip()).matches();
  }

  /**
   * Full-width characters as plain ones, one by one. Not the normal form KC: that would make {@code
   * 1234①} and {@code 5²}, numbers with a note, 12341 and 52.
   */
  private static String plain(String cell) {
    StringBuilder plain = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char sign = cell.charAt(i);
      if (sign >= '！' && sign <= '～') {
        plain.append((char) (sign - '！' + '!'));
      } else {
        plain.append(sign == '−' ? '-' : sign == '\u00A0' ? ' ' : sign);
      }
    }
    return plain.toString();
  }

  /** How many decimals it has, trailing zeros not counted. */
  public int decimals() {
    return Math.max(0, value.stripTrailingZeros().scale());
  }

  /** How many digits stand before its decimal point. */
  public int wholeDigits() {
    return Math.max(0, value.precision() - value.scale());
  }
}
