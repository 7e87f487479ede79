package io.silvergauge.jobs.read;

import java.io.IOException;
import java.io.Reader;

/** Tells which character stands between the cells of a text file. */
final class Separators {
  /** Those that are told apart; of two that fit as well the first. */
  private static final String KNOWN = ",\t;|";

  private static final int LOOKED_AT = 1 << 16;

  private Separators() {}

  /**
   * The known separator that most lines have, outside quotes; among those the one that stands most
   * often. A comma where there is none.
   */
  static char of(Reader text) throws IOException {
    int[] lines = new int[KNOWN.length()];
    int[] all = new int[KNOWN.length()];
    int[] inLine = new int[KNOWN.length()];
    boolean quoted = false;
    int letter = 0;
    for (int i = 0; i < LOOKED_AT && letter >= 0; i++) {
      letter = text.read();
      quoted ^= letter == '"';
      int known = KNOWN.indexOf(letter);
      if (!quoted && known >= 0) {
        inLine[known]++;
      } else if (letter < 0 || (!quoted && letter == '\n')) {
        for (int k = 0; k < inLine.length; k++) {
          lines[k] += inLine[k] > 0 ? 1 : 0;
          all[k] += inLine[k];
          inLine[k] = 0;
        }
      }
    }
    int best = 0;
    for (int k = 1; k < lines.length; k++) {
      if (lines[k] > lines[best] || (lines[k] == lines[best] && all[k] > all[best])) {
        best = k;
      }
    }
    return KNOWN.charAt(best);
  }
}
