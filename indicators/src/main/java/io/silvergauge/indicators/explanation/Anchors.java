package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.Locale;

/**
 * The ids of explained figures, and the anchors under which pages show them: who shows a figure and
 * who explains it agree here. No two figures of a region and period share an id.
 */
public final class Anchors {
  private Anchors() {}

  /** The score of an indicator or group in a result. */
  public static String score(String result, String node) {
    return result + "." + node;
  }

  /** The figure of an indicator. */
  public static String figure(String indicator) {
    return "figure." + indicator;
  }

  /** A figure held against a profile. */
  public static String judgement(String indicator, String profile) {
    return "judgement." + indicator + "." + profile;
  }

  /** A unit behind a figure. */
  public static String unit(String indicator, String code) {
    return "unit." + indicator + "." + code;
  }

  /** What visits found of a figure. */
  public static String visits(String indicator) {
    return "visits." + indicator;
  }

  /** What a visit found of a thing behind a figure. */
  public static String visit(String indicator, String region, String key) {
    return String.join(".", "visit", indicator, region, key);
  }

  /** A reported value. */
  public static String observation(RegionEvaluation.Input input) {
    return String.join(".", "observation", input.statistic(), input.region(), input.period());
  }

  /**
   * The anchor of an id: Latin letters, digits and underscores stay, levels are parted by {@code
   * -}, all else is written as its code point, {@code -x3a-} for a colon.
   */
  public static String of(String id) {
    StringBuilder anchor = new StringBuilder();
    id.codePoints()
        .forEach(
            one -> {
              if (one == '.') {
                anchor.append('-');
              } else if (one == '_' || (one < 0x80 && Character.isLetterOrDigit(one))) {
                anchor.appendCodePoint(one);
              } else {
                anchor.append(String.format(Locale.ROOT, "-x%x-", one));
              }
            });
    return anchor.toString();
  }
}
