package io.silvergauge.indicators.verification;

import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a stratified sample says of all: which part of what was reported holds. The estimate is the
 * combined ratio of what was found to what was reported (Cochran, Sampling Techniques, 3rd edition,
 * 1977, 6.11), with its 95 % interval. The part is exact; its interval is a double.
 *
 * @param found what was found, each thing counting for as many as it stands for
 * @param reported what was reported of the same
 * @param low lower end of the interval of found ÷ reported, 0 at least; null where nothing can be
 *     told: of a stratum nothing was looked at, or one thing of several, which has no scatter, or
 *     nothing was reported of what was looked at
 * @param high upper end; null where there is no lower one
 * @param looked how many things were looked at
 * @param confirmed how many of them were found to be as reported
 */
public record Verified(
    Fraction found, Fraction reported, Double low, Double high, int looked, int confirmed) {
  /**
   * A thing that was looked at.
   *
   * @param stratum what it was drawn within
   * @param reported what was reported of it
   * @param found what was found, 0 where nothing was
   * @param confirmed whether the finding is that it holds as reported
   */
  public record Look(String stratum, BigDecimal reported, BigDecimal found, boolean confirmed) {
    /** What a visit says. */
    public static Look of(Visit visit) {
      return new Look(
          visit.thing().stratum(),
          visit.reported(),
          visit.number(),
          visit.found() == Found.CONFIRMED);
    }
  }

  /** Found ÷ reported; empty where nothing was reported of what was looked at. */
  public Optional<Fraction> part() {
    return reported.signum() == 0 ? Optional.empty() : Optional.of(found.dividedBy(reported));
  }

  /** Whether what was reported is more than chance away from what holds; empty without interval. */
  public Optional<Boolean> differs() {
    return low == null ? Optional.empty() : Optional.of(low > 1 || high < 1);
  }

  /**
   * The estimate.
   *
   * @param sizes how many things there are in each stratum it is to speak for; where nothing was
   *     looked at in one of them there is no interval
   * @param looks what was looked at
   */
  public static Verified of(Map<String, Integer> sizes, Collection<Look> looks) {
    Map<String, List<Look>> strata = new TreeMap<>();
    sizes.keySet().forEach(stratum -> strata.put(stratum, new ArrayList<>()));
    looks.forEach(look -> strata.get(look.stratum()).add(look));
    Fraction found = Fraction.ZERO;
    Fraction reported = Fraction.ZERO;
    boolean told = true;
    for (Map.Entry<String, List<Look>> stratum : strata.entrySet()) {
      int size = sizes.get(stratum.getKey());
      int looked = stratum.getValue().size();
      told &= looked > 1 || looked == size;
      for (Look look : stratum.getValue()) {
        Fraction each = Fraction.of(size).dividedBy(Fraction.of(looked));
        found = found.plus(each.times(Fraction.of(look.found())));
        reported = reported.plus(each.times(Fraction.of(look.reported())));
      }
    }
    int confirmed = (int) looks.stream().filter(Look::confirmed).count();
    if (!told || reported.signum() == 0) {
      return new Verified(found, reported, null, null, looks.size(), confirmed);
    }
    double part = found.dividedBy(reported).toDouble();
    double variance = 0;
    for (Map.Entry<String, List<Look>> stratum : strata.entrySet()) {
      variance += variance(stratum.getValue(), sizes.get(stratum.getKey()), part);
    }
    double half = Drawing.Z * StrictMath.sqrt(variance) / reported.toDouble();
    return new Verified(
        found, reported, StrictMath.max(0, part - half), part + half, looks.size(), confirmed);
  }

  /** N² (1 − n/N) s² / n of the residuals; 0 where all there is was looked at. */
  private static double variance(List<Look> looks, int size, double part) {
    int n = looks.size();
    if (n < 2 || n == size) {
      return 0;
    }
    double mean = 0;
    for (Look look : looks) {
      mean += residual(look, part) / n;
    }
    double squares = 0;
    for (Look look : looks) {
      double residual = residual(look, part) - mean;
      squares += residual * residual;
    }
    return (double) size * size * (1 - n / (double) size) * squares / (n - 1) / n;
  }

  private static double residual(Look look, double part) {
    return look.found().doubleValue() - part * look.reported().doubleValue();
  }
}
