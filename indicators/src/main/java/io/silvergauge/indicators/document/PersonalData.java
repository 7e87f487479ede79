package io.silvergauge.indicators.document;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises identity and mobile telephone numbers in texts, and headings under which names and
 * such numbers stand, so that they can be kept out.
 */
public final class PersonalData {
  /** What is said where there are some; never they themselves. */
  public static final Bilingual FOUND =
      new Bilingual(
          "疑似含有身份证号或电话号码（内容不予显示）；请删除个人信息",
          "it seems to hold an identity or telephone number (not shown); please remove personal"
              + " data");

  /** What people put between the digits of a long number, as a class of letters. */
  private static final String LETTERS_BETWEEN = "[\\s\\-\u2010-\u2015\u2212_\u00b7\u30fb]";

  private static final String MAYBE_BETWEEN = LETTERS_BETWEEN + "{0,3}";

  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9])[1-9][0-9]{5}@(?:18|19|20)[0-9]{2}@(?:0[1-9]|1[0-2])@(?:0[1-9]|[12][0-9]|3[01])@[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
              .replace("@", MAYBE_BETWEEN));

  /** Of the first generation, to 2012: fifteen digits, of which six are a day of birth. */
  private static final Pattern OLD_IDENTITY =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?<![0-9]\\.)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}[0-9]{2}"
              + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?!\\.?[0-9A-Za-z])");

  /** With the code of its town, which is what tells it from a count. */
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?<![0-9])(?<![0-9]\\.)(?:\\(0(?:10|2[0-9]|[3-9][0-9]{2})\\)"
              + "|(?:86[\\s\\-]?)?0(?:10|2[0-9]|[3-9][0-9]{2})[\\s\\-\u2010-\u2015/]"
              + "|86[\\s\\-](?:10|2[0-9]|[3-9][0-9]{2})[\\s\\-])\\s*"
              + "[2-9][0-9]{2,3}[\\s\\-]?[0-9]{4}(?!\\.?[0-9])");

  /**
   * In one with the code of its town, as it is dialled. Only codes of towns that there are: it must
   * not be taken for the number of some document.
   */
  private static final Pattern DIALLED =
      Pattern.compile(
          "(?:(?<![0-9A-Za-z])|(?<=(?i:tel)))(?<![0-9]\\.)(?:0|0086|\\+86)"
              + "(?:(?:10|2[0-57-9])[1-9]|(?:3(?:1[0-9]|35|49|[57][0-9]|9[1-8])"
              + "|4(?:1[0-9]|[235][1-9]|6[4-9]|7[0-9]|8[23])|5(?:[1-35-79][0-9]|4[36]|80)"
              + "|6(?:3[1-5]|6[0-8]|9[12])|7(?:01|[134579][0-9]|2[248]|6[0-9])"
              + "|8(?:[13579][0-9]|2[5-7]|8[1-8])|9(?:[01379][0-9]|4[13]|5[1-5]))[1-9]?)"
              + "[0-9]{7}(?!\\.?[0-9A-Za-z])");

  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9])(?:(?:00)?86|0)?1[3-9][0-9]{9}(?![0-9])");

  /** In its usual groups, whatever other number stands beside it. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?<![0-9])(?<![0-9]\\.)1[3-9][0-9]@[0-9]{4}@[0-9]{4}(?!\\.?[0-9])"
              .replace("@", "(?:" + LETTERS_BETWEEN + "{1,3}|\\.)"));

  /** In groups that brackets or strokes tell apart, unless two of them are years. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          ("(?:\\(1[3-9][0-9]\\)@#@[0-9]{4}@[0-9]{4}"
                  + "|(?<![0-9])(?<![0-9]\\.)(?:(?:00|\\+)86)?1[3-9][0-9]"
                  + "(?:@\\(#[0-9]{4}\\)@|\\s?/\\s?#[0-9]{4}\\s?/\\s?)[0-9]{4})(?!\\.?[0-9])")
              .replace("@", MAYBE_BETWEEN)
              .replace("#", "(?!(?:19|20)[0-9]{2}[^0-9]{1,3}(?:19|20)[0-9]{2}(?![0-9]))"));

  /** A figure with decimals, of which nobody would make a telephone number. */
  private static final Pattern DECIMAL =
      Pattern.compile("\\s*[-+]?[0-9]+\\.[0-9]*[1-9][0-9]*\\s*(?:%|[万亿]?元|[人张个])?\\s*");

  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[0-9])" + LETTERS_BETWEEN + "+(?=[0-9Xx])");

  private static final Pattern CODE_AND_YEAR =
      Pattern.compile("(?<![0-9])[1-9][0-9]{5}(?=[-_](?:19|20)[0-9]{2}(?![0-9]))");

  private static final Pattern HEADING =
      Pattern.compile("^.*(?:身份证|公民身份|(?<!智能)手机|移动电话|(?<!代表人|负责人|法人|院长|主任)姓名).*$");

  /** Those of a landline: three of its town, seven of its own. */
  private static final int FEWEST_DIGITS = 10;

  /** Telephone numbers with and without 86 or 0086, identity numbers, some of which end with X. */
  private static final Set<Integer> LENGTHS = Set.of(11, 13, 15, 17, 18);

  /** Telephone numbers that begin with what is dialled for another town or country. */
  private static final Set<Integer> DIALLED_LENGTHS = Set.of(12, 14);

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final String ROUNDED = "000";

  private PersonalData() {}

  /** Whether a text holds an identity or telephone number, in whichever usual way it is written. */
  public static boolean isIn(String text) {
    if (hasTooFewDigits(text) || hasOtherLengths(text)) {
      return false;
    }
    String folded = folded(text);
    if (DECIMAL.matcher(folded).matches()) {
      return false;
    }
    String joined = BETWEEN.matcher(folded).replaceAll("");
    return GROUPED.matcher(folded).find()
        || BRACKETED.matcher(folded).find()
        || LANDLINE.matcher(folded).find()
        || DIALLED.matcher(folded).find()
        || Stream.of(folded, joined)
            .anyMatch(
                written ->
                    MOBILE.matcher(written).find()
                        || OLD_IDENTITY.matcher(written).find()
                        || hasIdentity(written));
  }

  /** The same of the name of a file, in which the code of a region may stand before a year. */
  public static boolean isInPath(String path) {
    return isIn(CODE_AND_YEAR.matcher(path).replaceAll("/"))
        || hasIdentity(BETWEEN.matcher(folded(path)).replaceAll(""));
  }

  /** Whether under a heading stand names or numbers of persons. */
  public static boolean isHeading(String heading) {
    return HEADING.matcher(folded(heading).replaceAll("\\s+", "")).matches();
  }

  /** As it is read: one form for each letter, and none that are not seen. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
  }

  /** Whether a text has fewer digits than any such number; other letters may fold into some. */
  private static boolean hasTooFewDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      digits += letter >= '0' && letter <= '9' ? 1 : 0;
      if (digits == FEWEST_DIGITS || (letter >= 0x80 && !Character.isIdeographic(letter))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text has nothing between its digits, and nowhere as many together as such a number
   * has: codes and amounts, of which tables are full.
   */
  private static boolean hasOtherLengths(String text) {
    int together = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= '0' && letter <= '9') {
        together++;
      } else if (!isLatin(letter) || mayBeOne(text, i, together)) {
        return false;
      } else {
        together = 0;
      }
    }
    return !mayBeOne(text, text.length(), together);
  }

  /** Whether so many digits that end here are as many as such a number has. */
  private static boolean mayBeOne(String text, int end, int together) {
    return LENGTHS.contains(together)
        || (DIALLED_LENGTHS.contains(together) && text.charAt(end - together) == '0');
  }

  private static boolean isLatin(char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  }

  /**
   * Eighteen digits with a day of birth whose last is the check digit of GB 11643 over the others,
   * or of which a spreadsheet, which keeps fifteen digits of a number, made the last three noughts.
   */
  private static boolean hasIdentity(String text) {
    Matcher matcher = IDENTITY.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group().replaceAll(LETTERS_BETWEEN, "");
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i] * (digits.charAt(i) - '0');
      }
      if (digits.endsWith(ROUNDED)
          || CHECK.charAt(sum % 11) == Character.toUpperCase(digits.charAt(WEIGHTS.length))) {
        return true;
      }
    }
    return false;
  }
}
