package io.silvergauge.jobs.read;

import java.text.Normalizer;

/** Folds what differs between headers of one meaning: width of characters and blanks. */
public final class HeaderText {
  private HeaderText() {}

  /** The text in normal form KC without blanks, so that {@code （张）} equals {@code (张)}. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00A0\\u3000]+", "");
  }
}
