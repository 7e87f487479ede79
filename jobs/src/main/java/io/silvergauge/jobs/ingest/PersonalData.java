package io.silvergauge.jobs.ingest;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises identity and mobile telephone numbers in texts, so that they can be kept out. */
final class PersonalData {
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9A-Za-z])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
              + "[0-9]{3}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9])(?:(?:00)?86)?1[3-9][0-9]{9}(?![0-9])");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private PersonalData() {}

  static boolean isIn(String text) {
    if (tooShort(text)) {
      return false;
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String joined = folded.replaceAll("(?<=[0-9])[ -](?=[0-9Xx])", "");
    return Stream.of(folded, joined)
        .anyMatch(written -> MOBILE.matcher(written).find() || hasIdentity(written));
  }

  /** Whether a text has too few letters for eleven digits; some letters fold into several. */
  private static boolean tooShort(String text) {
    return text.length() < 11
        && text.chars().allMatch(letter -> letter < 0x80 || Character.isIdeographic(letter));
  }

  /**
   * Eighteen digits with a day of birth whose last is the check digit of GB 11643 over the others.
   */
  private static boolean hasIdentity(String text) {
    Matcher matcher = IDENTITY.matcher(text);
    while (matcher.find()) {
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i] * (matcher.group().charAt(i) - '0');
      }
      if (CHECK.charAt(sum % 11) == Character.toUpperCase(matcher.group().charAt(17))) {
        return true;
      }
    }
    return false;
  }
}
