package io.silvergauge.jobs.read;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds what differs between headers of one meaning: width of characters and blanks. */
public final class HeaderText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern BRACKETED =
      Pattern.compile("(.+)[(\\[【](?:单位:)?([^()\\[\\]【】]+)[)\\]】]");
  private static final Pattern UNIT_LINE =
      Pattern.compile("(?:.*[^\\p{IsHan}a-zA-Z])?(?:计量)?单位\\s*:\\s*([^\\s,;:()]+).*");

  private HeaderText() {}

  /** The text in normal form KC without blanks, so that {@code （张）} equals {@code (张)}. */
  public static String folded(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  /** What stands before the brackets at the end of a header; the whole where there are none. */
  public static String beforeBrackets(String header) {
    Matcher matcher = BRACKETED.matcher(folded(header));
    return matcher.matches() ? matcher.group(1) : folded(header);
  }

  /** What stands in the brackets at the end of a header. */
  public static Optional<String> inBrackets(String header) {
    Matcher matcher = BRACKETED.matcher(folded(header));
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  /** The unit that a line above a table tells, as in {@code 单位：万人}. */
  public static Optional<String> unitLine(String text) {
    Matcher matcher = UNIT_LINE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
