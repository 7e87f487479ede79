package io.silvergauge.indicators.document;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a misspelt name was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** A sentence with the known name nearest to {@code found}; empty where none is near. */
  public static Bilingual nearest(String found, Collection<String> known) {
    return known.stream()
        .min(Comparator.<String>comparingInt(name -> distance(found, name)).thenComparing(n -> n))
        .filter(name -> distance(found, name) <= Math.max(2, name.length() / 3))
        .map(name -> Bilingual.of("；是否应为“%s”？", "; did you mean '%s'?", name))
        .orElse(Bilingual.EMPTY);
  }

  /** Levenshtein's distance: how many characters must be put in, taken out or replaced. */
  static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] now = new int[right.length() + 1];
      now[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[right.length()];
  }
}
