package io.silvergauge.indicators.verification;

import io.silvergauge.indicators.document.Bilingual;
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
 * 1977, 6.11), with its 95 % interval ({@code PartInterval}). The part is exact; its interval is a
 * double.
 *
 * @param found what was found, each thing counting for as many as it stands for
 * @param reported what was reported of the same
 * @param low lower end of the interval of found ÷ reported, 0 at least; null where nothing can be
 *     told
 * @param high upper end; null where there is no lower one
 * @param looked how many things were looked at
 * @param confirmed how many of them were found to be as reported
 * @param lack why there is no interval; null where there is one
 */
public record Verified(
    Fraction found,
    Fraction reported,
    Double low,
    Double high,
    int looked,
    int confirmed,
    Lack lack) {
  /** Why there is no interval. */
  public enum Lack {
    /** Of a stratum nothing was looked at. */
    NOT_LOOKED("有的层尚未核查", "of a stratum nothing was looked at"),
    /** Of a stratum one of several. */
    ONE_LOOK("只核查一个，不能推断其余", "one look tells nothing of the rest"),
    /** Nothing that a part could be of. */
    NOTHING_REPORTED("所核查的均上报为 0", "nothing was reported of what was looked at"),
    /** All that was looked at agree, and some was not. */
    NO_SCATTER(
        "所核查的结果完全一致，看不出其余的差异",
        "all that was looked at agree, which tells not how the rest scatter");

    private final Bilingual text;

    Lack(String zh, String en) {
      this.text = new Bilingual(zh, en);
    }

    /** In words. */
    public Bilingual text() {
      return text;
    }
  }

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
    Lack lack = null;
    for (Map.Entry<String, List<Look>> stratum : strata.entrySet()) {
      int size = sizes.get(stratum.getKey());
      int looked = stratum.getValue().size();
      lack = lack == null ? lack(looked, size) : lack;
      for (Look look : stratum.getValue()) {
        Fraction each = Fraction.of(size).dividedBy(Fraction.of(looked));
        found = found.plus(each.times(Fraction.of(look.found())));
        reported = reported.plus(each.times(Fraction.of(look.reported())));
      }
    }
    int confirmed = (int) looks.stream().filter(Look::confirmed).count();
    Optional<PartInterval> interval =
        lack == null && reported.signum() > 0
            ? PartInterval.of(sizes, strata, found.dividedBy(reported), reported.toDouble())
            : Optional.empty();
    return new Verified(
        found,
        reported,
        interval.map(PartInterval::low).orElse(null),
        interval.map(PartInterval::high).orElse(null),
        looks.size(),
        confirmed,
        interval.isPresent()
            ? null
            : reported.signum() == 0
                ? Lack.NOTHING_REPORTED
                : lack == null ? Lack.NO_SCATTER : lack);
  }

  private static Lack lack(int looked, int size) {
    return looked == 0 ? Lack.NOT_LOOKED : looked == 1 && size > 1 ? Lack.ONE_LOOK : null;
  }
}
