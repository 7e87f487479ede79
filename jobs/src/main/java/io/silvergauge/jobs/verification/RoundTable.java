package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.verification.Verified;
import io.silvergauge.indicators.verification.VisitRound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a round comes to before it is part of an evaluation, as {@code sample --found} prints it.
 */
public final class RoundTable {
  private static final int DECIMALS = 6;

  private RoundTable() {}

  /**
   * A row a stratum that was looked at, one a city, and one for all of them together.
   *
   * @param reported the value of each city as reported, by code
   */
  public static List<List<Object>> of(VisitRound round, Map<String, BigDecimal> reported) {
    Map<String, List<Verified.Look>> looks = new TreeMap<>();
    round
        .visits()
        .forEach(
            visit ->
                looks
                    .computeIfAbsent(visit.thing().stratum(), key -> new ArrayList<>())
                    .add(Verified.Look.of(visit)));
    Map<String, List<String>> cities = new TreeMap<>();
    looks
        .keySet()
        .forEach(
            stratum ->
                cities
                    .computeIfAbsent(stratum.split("/", 2)[0], key -> new ArrayList<>())
                    .add(stratum));
    List<List<Object>> rows = new ArrayList<>();
    cities.forEach(
        (city, strata) -> {
          for (String stratum : strata) {
            if (!stratum.equals(city)) {
              rows.add(row(stratum, round, looks, List.of(stratum), null));
            }
          }
          rows.add(row(city, round, looks, strata, reported.get(city)));
        });
    if (cities.size() > 1) {
      rows.add(row("*", round, looks, List.copyOf(looks.keySet()), null));
    }
    return rows;
  }

  private static List<Object> row(
      String name,
      VisitRound round,
      Map<String, List<Verified.Look>> looks,
      List<String> strata,
      BigDecimal reported) {
    Map<String, Integer> sizes = new TreeMap<>();
    List<Verified.Look> own = new ArrayList<>();
    for (String stratum : strata) {
      sizes.put(stratum, round.strata().get(stratum));
      own.addAll(looks.get(stratum));
    }
    Verified verified = Verified.of(sizes, own);
    Optional<Fraction> part = verified.part();
    return Arrays.asList(
        name,
        BigDecimal.valueOf(sizes.values().stream().mapToInt(Integer::intValue).sum()),
        BigDecimal.valueOf(verified.looked()),
        BigDecimal.valueOf(verified.confirmed()),
        part.map(one -> plain(one.times(Fraction.of(100)).rounded(DECIMALS))).orElse(null),
        percent(verified.low()),
        percent(verified.high()),
        reported,
        reported == null
            ? null
            : part.map(one -> plain(one.times(Fraction.of(reported)).rounded(DECIMALS)))
                .orElse(null),
        differs(verified));
  }

  private static Bilingual differs(Verified verified) {
    return verified
        .differs()
        .map(differs -> differs ? new Bilingual("是", "yes") : new Bilingual("否", "no"))
        .orElseGet(() -> verified.lack().text());
  }

  private static BigDecimal percent(Double part) {
    return part == null
        ? null
        : plain(BigDecimal.valueOf(part * 100).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
