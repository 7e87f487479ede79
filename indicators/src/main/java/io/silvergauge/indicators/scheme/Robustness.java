package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a scheme might as well have been decided, or measured, otherwise: by these changes ranks
 * and grades are put to the test. Nothing published depends on it.
 *
 * @param seed the same seed gives the same draws
 * @param replications how often all is drawn anew
 * @param level percent of the ranks that a rank interval holds, 90 for 5 % to 95 %
 * @param weights percent by which each weight may be more or less; null where weights stand
 * @param dirichlet groups whose parts' weights are drawn together from a Dirichlet distribution
 *     with what is declared as its mean, and how closely they keep to it: the variance of a share m
 *     is {@code m (1 − m) / (concentration + 1)}
 * @param aggregation what groups might be brought together by instead
 * @param normalisation what all indicators might be normalised by instead
 * @param imputation what gaps might be filled by instead, of indicators whose gaps are filled
 * @param leaveOneOut whether one indicator at a time may be missing
 * @param confidence percent, of the intervals of values
 * @param intervals how sure figures are, by indicator: {@code wilson} for shares, {@code byar} or
 *     {@code poisson} for counts, {@code student} for means, {@code dobson} for standardised rates;
 *     all others are full counts, {@code census}
 * @param bases what means and standardised rates rest on, by indicator
 */
public record Robustness(
    long seed,
    int replications,
    BigDecimal level,
    BigDecimal weights,
    Map<String, BigDecimal> dirichlet,
    List<String> aggregation,
    List<String> normalisation,
    List<String> imputation,
    boolean leaveOneOut,
    BigDecimal confidence,
    Map<String, String> intervals,
    Map<String, Basis> bases)
    implements Serializable {
  /** How the normalisation onto the way to a city's value begins; the city's code follows. */
  public static final String DISTANCE = "distance_to:";

  /** Interval of a full count: none. */
  public static final String CENSUS = "census";

  /** Of schemes that put nothing to the test. */
  public static final Robustness NONE =
      new Robustness(
          0,
          0,
          BigDecimal.ZERO,
          null,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          BigDecimal.ZERO,
          Map.of(),
          Map.of());

  public Robustness {
    dirichlet = // older publications have none
        dirichlet == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(dirichlet));
    aggregation = List.copyOf(aggregation);
    normalisation = List.copyOf(normalisation);
    imputation = imputation == null ? List.of() : List.copyOf(imputation);
    intervals = Collections.unmodifiableMap(new TreeMap<>(intervals));
    bases = bases == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(bases));
  }

  /** Whether anything is put to the test. */
  public boolean asked() {
    return replications > 0;
  }

  /** The same with another seed and number of replications. */
  public Robustness drawn(long newSeed, int newReplications) {
    return new Robustness(
        newSeed,
        newReplications,
        level,
        weights,
        dirichlet,
        aggregation,
        normalisation,
        imputation,
        leaveOneOut,
        confidence,
        intervals,
        bases);
  }
}
