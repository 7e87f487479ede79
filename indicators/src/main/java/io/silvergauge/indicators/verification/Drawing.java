package io.silvergauge.indicators.verification;

import io.silvergauge.indicators.document.Sha256;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws a stratified sample that anybody can draw again: within each stratum things are put in the
 * order of the hash of seed and key, and the first are taken. The order says nothing of the things,
 * so every one is as likely; no generator of random numbers has to be agreed upon.
 */
public final class Drawing {
  /** The 97.5 % quantile of the standard normal distribution: intervals hold in 95 of 100 cases. */
  static final double Z = 1.959963984540054;

  private Drawing() {}

  /**
   * Something that can be looked at.
   *
   * @param stratum what it is drawn within
   * @param key tells it from all others
   */
  public record Thing(String stratum, String key) implements Serializable {}

  /**
   * How many of a number of things must be looked at so that a share is known within a half-width,
   * whatever it is: Cochran, Sampling Techniques, 3rd edition, 1977, 4.4, with the correction for
   * finite populations. Of 1000 things ±5 points ask for 278.
   *
   * @param halfWidth half the width of the 95 % interval, from 0 to 1
   */
  public static int size(double halfWidth, int population) {
    double infinite = Z * Z * 0.25 / (halfWidth * halfWidth);
    double finite = infinite / (1 + (infinite - 1) / population);
    return Math.min(population, (int) Math.ceil(finite - 1e-9));
  }

  /**
   * Shares a number out among strata in proportion to their sizes, by largest remainders; each gets
   * two at least, or all it has, so that its scatter can be told.
   */
  public static Map<String, Integer> allocated(Map<String, Integer> sizes, int wanted) {
    int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Integer> shares = new TreeMap<>();
    List<String> byRemainder = new ArrayList<>(new TreeMap<>(sizes).keySet());
    byRemainder.sort(
        Comparator.comparingLong(
                (String one) -> -((long) sizes.get(one) * Math.min(wanted, all)) % all)
            .thenComparing(one -> one));
    int given = 0;
    for (String stratum : byRemainder) {
      int share = (int) ((long) sizes.get(stratum) * Math.min(wanted, all) / all);
      shares.put(stratum, share);
      given += share;
    }
    for (String stratum : byRemainder) {
      if (given < Math.min(wanted, all)) {
        shares.merge(stratum, 1, Integer::sum);
        given++;
      }
    }
    shares.replaceAll((stratum, share) -> Math.max(share, Math.min(2, sizes.get(stratum))));
    return shares;
  }

  /**
   * Draws.
   *
   * @param wanted how many in all; strata so small that they would get less than two get more
   * @return by stratum, in the order drawn
   */
  public static List<Thing> draw(Collection<Thing> frame, int wanted, long seed) {
    Map<String, List<Thing>> strata = new TreeMap<>();
    frame.forEach(
        thing -> strata.computeIfAbsent(thing.stratum(), key -> new ArrayList<>()).add(thing));
    Map<String, Integer> sizes = new TreeMap<>();
    strata.forEach((stratum, things) -> sizes.put(stratum, things.size()));
    List<Thing> drawn = new ArrayList<>();
    allocated(sizes, wanted)
        .forEach((stratum, share) -> drawn.addAll(first(strata.get(stratum), share, seed)));
    return drawn;
  }

  /** The first things of one stratum, in the order drawn. */
  public static List<Thing> first(Collection<Thing> stratum, int share, long seed) {
    return stratum.stream()
        .sorted(Comparator.comparing((Thing thing) -> lot(seed, thing)).thenComparing(Thing::key))
        .limit(share)
        .toList();
  }

  private static String lot(long seed, Thing thing) {
    return Sha256.of(
        (seed + "\n" + thing.stratum() + "\n" + thing.key()).getBytes(StandardCharsets.UTF_8));
  }
}
