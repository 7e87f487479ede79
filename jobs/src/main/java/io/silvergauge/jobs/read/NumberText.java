package io.silvergauge.jobs.read;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a cell writes it, and what stands behind it. The whole grammar, after full-width
 * characters have been read as their plain ones and blanks around the parts are passed over:
 *
 * <pre>
 *   cell     = [sign] (plain | power) [behind] {note}
 *   sign     = "+" | "-" | "−"
 *   plain    = (digits | grouped) ["." digits]         digits: 1 to 30 of 0-9
 *   grouped  = 1 to 3 digits, the first not 0, then groups of "," and 3 digits
 *   power    = digits ["." digits] ("e" | "E") [sign] 1 or 2 digits, at most 30
 *   behind   = a unit, "%", "‰", "万" or "亿": letters, one "/" between them; m² m2 km² …
 *   note     = ① … ㊿ | ¹ ⁽²⁾ | * ※ † ‡ | [1] 〔1〕 | 注 注1 (注1)
 * </pre>
 *
 * Nothing else is a number: not {@code 12.}, {@code .5}, {@code 1,23}, {@code 0,123}, {@code 1
 * 234}, {@code 1/2}, {@code 0x1F}, {@code NaN}, {@code 约300} or {@code 一千}. Whether what stands
 * behind is a unit that fits is for {@link CellAmount} to say. The length of a cell is looked at
 * before anything else, so no text takes longer than another.
 *
 * @param value the number before anything that stands behind it is applied
 * @param behind what stands behind it, plain characters without blanks; may be empty
 * @param note footnote marks that stood there, as written; may be empty
 */
public record NumberText(BigDecimal value, String behind, String note) {
  private static final int MAX_LENGTH = 120;
  private static final int USUAL_LENGTH = 30;
  private static final int MAX_EXPONENT = 30;
  private static final Set<String> PLAIN_BEHIND = Set.of("", "%", "‰", "万", "亿");
  private static final String BLANKS = "[ \\t\\u3000]*+";

  private static final String NUMBER =
      "(?<sign>[+-]?)(?:(?<grouped>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}+(?:\\.[0-9]{1,30})?)"
          + "|(?<digits>[0-9]{1,30}+(?:\\.[0-9]{1,30}+)?)(?:[eE](?<power>[+-]?[0-9]{1,2}))?)";
  private static final String LETTERS = "[\\p{L}㎡㎢㏊%‰&&[^注]]{1,10}";
  private static final String BEHIND =
      "(?<behind>[kdch]?[mM](?:²|\\^?2)(?:/"
          + LETTERS
          + ")?|"
          + LETTERS
          + "(?:/"
          + LETTERS
          + ")?)?";
  private static final String NOTE =
      "(?:[①-⑳㉑-㉟㊱-㊿*※†‡]|[⁽(]?[⁰¹²³⁴-⁹]{1,3}⁾?|[\\[〔][0-9]{1,3}[\\]〕]"
          + "|注[0-9]{0,3}|\\(注[0-9]{0,3}\\)|\\[注[0-9]{0,3}\\])";
  private static final Pattern CELL =
      Pattern.compile(
          NUMBER
              + BLANKS
              + BEHIND
              + BLANKS
              + "(?<note>"
              + NOTE
              + "(?:"
              + BLANKS
              + NOTE
              + "){0,4})?");

  /** Thrown where a text is no number. */
  public static final class NotANumberException extends Exception {
    private static final long serialVersionUID = 1L;

    NotANumberException(String text) {
      super("'" + text + "' is no number");
    }
  }

  /** A number with nothing behind it. */
  public static NumberText of(BigDecimal value) {
    return new NumberText(value, "", "");
  }

  /**
   * The number a cell writes.
   *
   * @throws NotANumberException if it writes none
   */
  public static NumberText parse(String cell) throws NotANumberException {
    if (cell.length() > MAX_LENGTH) {
      throw new NotANumberException(cell);
    }
    if (isDigits(cell)) {
      return of(new BigDecimal(cell)); // as nearly all are, without the grammar
    }
    Matcher matcher = CELL.matcher(plain(cell).strip());
    if (!matcher.matches()) {
      throw new NotANumberException(cell);
    }
    return new NumberText(
        value(matcher, cell), text(matcher.group("behind")), text(matcher.group("note")));
  }

  /** Whether a cell is {@code digits ["." digits]} and short. */
  private static boolean isDigits(String cell) {
    int point = 0;
    for (int i = 0; i < cell.length(); i++) {
      char sign = cell.charAt(i);
      boolean inside = i > 0 && i < cell.length() - 1;
      if (sign == '.' && inside && point == 0) {
        point = i;
      } else if (sign < '0' || sign > '9') {
        return false;
      }
    }
    return !cell.isEmpty() && cell.length() <= USUAL_LENGTH;
  }

  /**
   * Whether a cell writes a number with no more behind it than a percent sign, {@code 万} or {@code
   * 亿}, so that it cannot be something else, such as a telephone number before a name.
   */
  public static boolean isNumber(String cell) {
    try {
      return PLAIN_BEHIND.contains(parse(cell).behind());
    } catch (NotANumberException e) {
      return false;
    }
  }

  private static BigDecimal value(Matcher matcher, String cell) throws NotANumberException {
    String digits =
        matcher.group("grouped") == null
            ? matcher.group("digits")
            : matcher.group("grouped").replace(",", "");
    BigDecimal value = new BigDecimal(digits);
    if (matcher.group("power") != null) {
      int power = Integer.parseInt(matcher.group("power"));
      if (Math.abs(power) > MAX_EXPONENT) {
        throw new NotANumberException(cell);
      }
      value = value.scaleByPowerOfTen(power);
      value = value.scale() < 0 ? value.setScale(0) : value;
    }
    return matcher.group("sign").equals("-") ? value.negate() : value;
  }

  private static String text(String group) {
    return group == null ? "" : group;
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
