package io.silvergauge.indicators.register;

/**
 * The unified social credit code of Chinese organisations, 统一社会信用代码: 17 characters and a check
 * character.
 *
 * <p>Source: GB 32100-2015, section 4 and annex A: the characters are the digits and the capital
 * letters but I, O, S, V and Z, valued 0 to 30; the check character makes up to a multiple of 31
 * the sum of the values, each times 3 to the power of its place from 0, modulo 31.
 */
public final class CreditCode {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int MODULUS = 31;

  private CreditCode() {}

  /** Whether a text is such a code and its last character fits the others. */
  public static boolean isValid(String code) {
    if (code.length() != LENGTH || code.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
      return false;
    }
    return check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
  }

  /**
   * The check character of the 17 characters before it.
   *
   * @throws IllegalArgumentException if they are not 17 of the characters of such a code
   */
  public static char check(String first) {
    if (first.length() != LENGTH - 1 || first.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
      throw new IllegalArgumentException("Not the first 17 characters of a credit code: " + first);
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < first.length(); i++) {
      sum += CHARACTERS.indexOf(first.charAt(i)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
