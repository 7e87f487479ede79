package io.silvergauge.indicators.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a stratified sample says of all: which part of what was reported holds. The estimate is the
 * combined ratio of what was found to what was reported (Cochran, Sampling Techniques, 3rd edition,
 * 1977, 6.11), with its 95 % interval.
 *
 * @param part found ÷ reported
 * @param low lower end of the interval, 0 at least; null where nothing can be told: of a stratum of
 *     several things one alone was looked at, which has no scatter
 * @param high upper end; null where there is no lower one
 * @param looked how many things were looked at
 * @param confirmed how many of them were found to be as reported
 */
public record Verified(double part, Double low, Double high, int looked, int confirmed) {
  /**
   * A thing that was looked at.
   *
   * @param stratum what it was drawn within
   * @param reported what was reported of it
   * @param found what was found, 0 where nothing was
   * @param confirmed whether the finding is that it holds as reported
   */
  public record Look(String stratum, double reported, double found, boolean confirmed) {}

  /** Whether what was reported is more than chance away from what holds; empty without interval. */
  public Optional<Boolean> differs() {
    return low == null ? Optional.empty() : Optional.of(low > 1 || high < 1);
  }

  /**
   * The estimate.
   *
   * @param sizes how many things there are in each stratum
   * @param looks what was looked at; strata without any say nothing
   */
  public static Verified of(Map<String, Integer> sizes, List<Look> looks) {
    Map<String, List<Look>> strata = new TreeMap<>();
    looks.forEach(
        look -> strata.computeIfAbsent(look.stratum(), key -> new ArrayList<>()).add(look));
    double found = 0;
    double reported = 0;
    for (Map.Entry<String, List<Look>> stratum : strata.entrySet()) {
      double each = sizes.get(stratum.getKey()) / (double) stratum.getValue().size();
      for (Look look : stratum.getValue()) {
        found += each * look.found();
        reported += each * look.reported();
      }
    }
    if (reported == 0) {
      throw new IllegalArgumentException("Nothing was reported of what was looked at");
    }
    double part = found / reported;
    int confirmed = (int) looks.stream().filter(Look::confirmed).count();
    if (strata.entrySet().stream()
        .anyMatch(one -> one.getValue().size() < 2 && sizes.get(one.getKey()) > 1)) {
      return new Verified(part, null, null, looks.size(), confirmed);
    }
    double variance = 0;
    for (Map.Entry<String, List<Look>> stratum : strata.entrySet()) {
      variance += variance(stratum.getValue(), sizes.get(stratum.getKey()), part);
    }
    double half = Drawing.Z * Math.sqrt(variance) / reported;
    return new Verified(part, Math.max(0, part - half), part + half, looks.size(), confirmed);
  }

  /** N² (1 − n/N) s² / n of the residuals; 0 where the only thing there is was looked at. */
  private static double variance(List<Look> looks, int size, double part) {
    int n = looks.size();
    if (n < 2) {
      return 0;
    }
    double mean = 0;
    for (Look look : looks) {
      mean += (look.found() - part * look.reported()) / n;
    }
    double squares = 0;
    for (Look look : looks) {
      double residual = look.found() - part * look.reported() - mean;
      squares += residual * residual;
    }
    return (double) size * size * (1 - n / (double) size) * squares / (n - 1) / n;
  }
}
