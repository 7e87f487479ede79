package io.silvergauge.indicators.verification;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sample and what visits found of it: one delivery of the evaluator's own.
 *
 * @param id tells the sample: the beginning of the hash of its record
 * @param indicator id of the indicator whose figure was looked into
 * @param period period of that figure, as text
 * @param seed what it was drawn with
 * @param asOf date of the evaluation it was drawn from
 * @param strata how many things each stratum had
 * @param drawn what was drawn, with the city of each
 * @param visits what was found; things that nobody has been to yet are not among them
 * @param received day from which on it counts
 * @param sample the sample's record
 * @param sheet the sheet that came back
 */
public record VisitRound(
    String id,
    String indicator,
    String period,
    long seed,
    String asOf,
    Map<String, Integer> strata,
    List<Drawn> drawn,
    List<Visit> visits,
    String received,
    Part sample,
    Part sheet)
    implements Serializable {
  /**
   * Something that was drawn.
   *
   * @param city code of the city whose figure it is part of
   */
  public record Drawn(String city, Drawing.Thing thing) implements Serializable {}

  /**
   * One of its files.
   *
   * @param file below the assessment's folder
   * @param sha256 hash of its bytes
   * @param rows how many records of things it holds
   */
  public record Part(String file, String sha256, int rows) implements Serializable {}

  public VisitRound {
    strata = Collections.unmodifiableMap(new TreeMap<>(strata));
    drawn = List.copyOf(drawn);
    visits = List.copyOf(visits);
  }

  /** Whether something of a city was drawn in it for a figure of a period. */
  public boolean looksInto(String city, String ofPeriod) {
    return period.equals(ofPeriod) && drawn.stream().anyMatch(one -> one.city().equals(city));
  }
}
