package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How the values of a group of peers are spread; cities without a value are left out.
 *
 * <p>Quartiles are interpolated linearly between neighbours: the value at place {@code (n − 1)·p}
 * of the sorted values, counted from 0 (type 7 of Hyndman and Fan, Sample Quantiles in Statistical
 * Packages, 1996). By hand: 10, 20, 40, 80 have median 30 and quartiles 17.5 and 50.
 *
 * @param count how many peers have a value
 * @param least the smallest
 * @param lowerQuartile the value a quarter of the way
 * @param median the value half-way
 * @param upperQuartile the value three quarters of the way
 * @param greatest the largest
 */
public record PeerRange(
    int count,
    BigDecimal least,
    BigDecimal lowerQuartile,
    BigDecimal median,
    BigDecimal upperQuartile,
    BigDecimal greatest)
    implements Serializable {
  private static final Fraction QUARTER = Fraction.parse("1/4");

  /** The spread of some values; empty where there are none. */
  public static Optional<PeerRange> of(Collection<BigDecimal> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    return Optional.of(
        new PeerRange(
            sorted.size(),
            quantile(sorted, 0),
            quantile(sorted, 1),
            quantile(sorted, 2),
            quantile(sorted, 3),
            quantile(sorted, 4)));
  }

  private static BigDecimal quantile(List<BigDecimal> sorted, int quarters) {
    Fraction place = Fraction.of(sorted.size() - 1L).times(Fraction.of(quarters)).times(QUARTER);
    int below = place.numerator().divide(place.denominator()).intValueExact();
    Fraction lower = Fraction.of(sorted.get(below));
    Fraction rest = place.minus(Fraction.of(below));
    if (rest.signum() == 0) {
      return lower.printed();
    }
    Fraction step = Fraction.of(sorted.get(below + 1)).minus(lower);
    return lower.plus(step.times(rest)).printed();
  }
}
