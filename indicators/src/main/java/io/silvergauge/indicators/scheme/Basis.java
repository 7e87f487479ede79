package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an interval rests on beside the figure itself: other indicators of the same scheme, so that
 * whoever reads the publication can follow it.
 *
 * @param squares of a mean: the indicator that adds up the answers' squares; null for a rate
 * @param per of a standardised rate: how many of the standard population it is stated for, as
 *     1,000; null for a mean
 * @param strata of a standardised rate, one an age group; empty for a mean
 */
public record Basis(String squares, BigDecimal per, List<Stratum> strata) implements Serializable {
  /**
   * An age group.
   *
   * @param events the indicator that counts its events
   * @param population the indicator that counts who lives there
   * @param standard how many of the standard population are in it, above 0
   */
  public record Stratum(String events, String population, BigDecimal standard)
      implements Serializable {}

  public Basis {
    strata = strata == null ? List.of() : List.copyOf(strata);
  }

  /** Ids of the indicators it names, sorted. */
  public Set<String> inputs() {
    Set<String> inputs = new TreeSet<>();
    if (squares != null) {
      inputs.add(squares);
    }
    for (Stratum stratum : strata) {
      inputs.add(stratum.events());
      inputs.add(stratum.population());
    }
    return inputs;
  }
}
