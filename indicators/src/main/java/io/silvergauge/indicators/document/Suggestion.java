package io.silvergauge.indicators.document;

import java.util.Collection;

/** Finds what a misspelt name was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** A sentence with the known name nearest to {@code found}; empty where none is near. */
  public static Bilingual nearest(String found, Collection<String> known) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int near = Math.max(2, name.length() / 3);
      if (Math.abs(name.length() - found.length()) > Math.min(near, least)) {
        continue; // cannot be near: a refused row asks this of thousands of codes
      }
      int distance = distance(found, name);
      if (distance <= near
          && (distance < least || (distance == least && name.compareTo(nearest) < 0))) {
        nearest = name;
        least = distance;
      }
    }
    return nearest.isEmpty()
        ? Bilingual.EMPTY
        : Bilingual.of("；是否应为“%s”？", "; did you mean '%s'?", nearest);
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
