package io.silvergauge.jobs.star;

import java.util.Locale;

/** Names of this program as identifiers of SDMX, which know letters, digits, _ and - (and @, $). */
final class SdmxIds {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

  private SdmxIds() {}

  /**
   * An identifier: what it may not hold, and what a spreadsheet would take for the beginning of a
   * formula, stands as {@code $} and four digits of its UTF-16. No two names share one.
   */
  static String of(String name) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char one = name.charAt(i);
      boolean plain = PLAIN.indexOf(one) >= 0 || (i > 0 && (one == '-' || one == '@'));
      if (plain) {
        id.append(one);
      } else {
        id.append(String.format(Locale.ROOT, "$%04X", (int) one));
      }
    }
    return id.toString();
  }
}
