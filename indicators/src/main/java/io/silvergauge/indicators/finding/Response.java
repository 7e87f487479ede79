package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;

/**
 * What a city says to a finding or an indicator, or what was decided on its objection.
 *
 * @param city code of the city
 * @param about id of a finding or of an indicator
 * @param kind {@code response}, {@code objection} or {@code decision}
 * @param text what is said
 * @param author who says it
 * @param date when, as {@code 2024-01-15}
 * @param decision {@code upheld}, {@code rejected} or {@code corrected}; null unless it is one
 */
public record Response(
    String city,
    String about,
    String kind,
    Bilingual text,
    String author,
    String date,
    String decision)
    implements Serializable {
  /** A word of the city. */
  public static final String RESPONSE = "response";

  /** A city that holds a finding to be wrong; once a finding. */
  public static final String OBJECTION = "objection";

  /** What was decided on an objection. */
  public static final String DECISION = "decision";

  /** The objection is right: the finding does not hold. */
  public static final String UPHELD = "upheld";

  /** The finding holds. */
  public static final String REJECTED = "rejected";

  /** The objection is right in part: the finding was corrected. */
  public static final String CORRECTED = "corrected";
}
