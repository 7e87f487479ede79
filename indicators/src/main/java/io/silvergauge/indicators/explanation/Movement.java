package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import java.math.BigDecimal;
import java.util.List;

/**
 * A figure or score that is not the same in two evaluations of a period.
 *
 * @param region code of the city
 * @param id the figure's id, as {@link Anchors} makes it
 * @param title what it is called
 * @param before value or why there was none; of a score with its place after {@code #}
 * @param after the same now
 * @param by how far it moved; null where one of both has no value
 * @param causes why, the nearest first
 */
public record Movement(
    String region,
    String id,
    Bilingual title,
    String before,
    String after,
    BigDecimal by,
    List<Cause> causes) {
  /**
   * Why something moved.
   *
   * @param kind {@code file}, {@code rule}, {@code plan}, {@code written}, {@code cities}, {@code
   *     program} or {@code unknown}
   * @param text what is another
   */
  public record Cause(String kind, Bilingual text) {
    static final String FILE = "file";
    static final String RULE = "rule";
    static final String PLAN = "plan";
    static final String WRITTEN = "written";
    static final String CITIES = "cities";
    static final String PROGRAM = "program";
    static final String UNKNOWN = "unknown";
  }

  public Movement {
    causes = List.copyOf(causes);
  }
}
