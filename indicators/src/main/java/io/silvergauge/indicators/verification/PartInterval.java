package io.silvergauge.indicators.verification;

import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The 95 % interval of the part of what was reported that holds. Where all was looked at there is
 * nothing to be unsure of. Where each thing was reported as one and is either there or not, what
 * was not looked at can make no more than each its own difference: a single stratum has the exact
 * interval of a finite population (Buonaccorsi, The American Statistician 41, 1987, 215–218), and
 * several strata that of their combined ratio (Cochran 1977, 6.11) as far as it is possible at all.
 *
 * @param low lower end, 0 at least
 * @param high upper end
 */
record PartInterval(double low, double high) {
  private static final double TAIL = 0.025;

  /**
   * One stratum: how many things it has, how many were looked at and how many of them are there.
   */
  private record Counts(int size, int looked, int there) {}

  /**
   * The interval.
   *
   * @param sizes how many things each stratum has
   * @param strata what was looked at in each: all of it, or more than one
   * @param exactPart the estimate, found ÷ reported
   * @param reported the estimate of what was reported of all, more than 0
   * @return empty where things were left out and those looked at do not scatter, so that they tell
   *     nothing of the others
   */
  static Optional<PartInterval> of(
      Map<String, Integer> sizes,
      Map<String, List<Verified.Look>> strata,
      Fraction exactPart,
      double reported) {
    double part = exactPart.toDouble();
    if (strata.entrySet().stream()
        .allMatch(one -> one.getValue().size() == sizes.get(one.getKey()))) {
      return Optional.of(new PartInterval(part, part));
    }
    double variance = 0;
    for (Map.Entry<String, List<Verified.Look>> one : strata.entrySet()) {
      if (scatters(one.getValue(), exactPart)) {
        variance += variance(one.getValue(), sizes.get(one.getKey()), part);
      }
    }
    double half = Drawing.Z * StrictMath.sqrt(variance) / reported;
    if (!strata.values().stream().flatMap(List::stream).allMatch(PartInterval::thereOrNot)) {
      return variance > 0
          ? Optional.of(new PartInterval(StrictMath.max(0, part - half), part + half))
          : Optional.empty();
    }
    List<Counts> counts =
        strata.entrySet().stream()
            .map(one -> counts(sizes.get(one.getKey()), one.getValue()))
            .toList();
    if (counts.size() == 1) {
      return Optional.of(exact(counts.get(0)));
    }
    PartInterval possible = possible(counts);
    return Optional.of(
        variance > 0
            ? new PartInterval(
                StrictMath.max(possible.low, part - half),
                StrictMath.min(possible.high, part + half))
            : possible);
  }

  /**
   * Whether residuals differ, exactly: doubles that are equal may leave a trace of a difference.
   */
  private static boolean scatters(List<Verified.Look> looks, Fraction part) {
    return looks.stream()
            .map(look -> Fraction.of(look.found()).minus(part.times(Fraction.of(look.reported()))))
            .distinct()
            .count()
        > 1;
  }

  private static boolean thereOrNot(Verified.Look look) {
    return look.reported().compareTo(BigDecimal.ONE) == 0
        && (look.found().signum() == 0 || look.found().compareTo(BigDecimal.ONE) == 0);
  }

  private static Counts counts(int size, List<Verified.Look> looks) {
    int there = (int) looks.stream().filter(look -> look.found().signum() > 0).count();
    return new Counts(size, looks.size(), there);
  }

  /** What none and what all of the things not looked at would make of it. */
  private static PartInterval possible(List<Counts> counts) {
    int size = counts.stream().mapToInt(Counts::size).sum();
    int there = counts.stream().mapToInt(Counts::there).sum();
    int gone = counts.stream().mapToInt(one -> one.looked() - one.there()).sum();
    return new PartInterval(share(there, size), share(size - gone, size));
  }

  /**
   * Every number of things that may be there without the sample being a rare one, in either way.
   */
  private static PartInterval exact(Counts counts) {
    double[] logs = new double[counts.size() + 1];
    for (int i = 1; i <= counts.size(); i++) {
      logs[i] = logs[i - 1] + StrictMath.log(i);
    }
    int low = counts.there();
    while (chance(counts, low, counts.there(), counts.looked(), logs) < TAIL) {
      low++;
    }
    int high = counts.size() - (counts.looked() - counts.there());
    while (chance(counts, high, 0, counts.there(), logs) < TAIL) {
      high--;
    }
    return new PartInterval(share(low, counts.size()), share(high, counts.size()));
  }

  /** How likely a sample holds {@code from} to {@code to} of the {@code there} things. */
  private static double chance(Counts counts, int there, int from, int to, double[] logs) {
    int gone = counts.size() - there;
    double chance = 0;
    for (int x = Math.max(from, counts.looked() - gone); x <= Math.min(to, there); x++) {
      chance +=
          StrictMath.exp(
              ways(there, x, logs)
                  + ways(gone, counts.looked() - x, logs)
                  - ways(counts.size(), counts.looked(), logs));
    }
    return chance;
  }

  private static double ways(int of, int taken, double[] logs) {
    return logs[of] - logs[taken] - logs[of - taken];
  }

  private static double share(int of, int all) {
    return Fraction.of(of).dividedBy(Fraction.of(all)).toDouble();
  }

  /** N² (1 − n/N) s² / n of the residuals; 0 where all there is was looked at. */
  private static double variance(List<Verified.Look> looks, int size, double part) {
    int n = looks.size();
    if (n < 2 || n == size) {
      return 0;
    }
    double mean = 0;
    for (Verified.Look look : looks) {
      mean += residual(look, part) / n;
    }
    double squares = 0;
    for (Verified.Look look : looks) {
      double residual = residual(look, part) - mean;
      squares += residual * residual;
    }
    return (double) size * size * (1 - n / (double) size) * squares / (n - 1) / n;
  }

  private static double residual(Verified.Look look, double part) {
    return look.found().doubleValue() - part * look.reported().doubleValue();
  }
}
