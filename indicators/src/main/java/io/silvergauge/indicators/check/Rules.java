package io.silvergauge.indicators.check;

import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules have in common. */
final class Rules {
  static final Fraction HUNDRED = Fraction.of(100);

  private static final int DECIMALS_SHOWN = 2;

  private Rules() {}

  /** With what the place has of these statistics in the evaluated period. */
  static Rule.Broken broken(Place place, List<String> statistics, Map<String, String> more) {
    List<Seen> seen = new ArrayList<>();
    Map<String, String> words = new HashMap<>(more);
    for (String statistic : statistics) {
      place
          .seen(statistic, 0)
          .ifPresent(
              one -> {
                seen.add(one);
                words.put(statistic, one.printed());
              });
    }
    return new Rule.Broken(seen, words);
  }

  /** Whether two numbers are no further apart than {@code within}. */
  static boolean near(Fraction one, Fraction other, BigDecimal within) {
    return magnitude(one.minus(other)).compareTo(Fraction.of(within)) <= 0;
  }

  static Fraction magnitude(Fraction number) {
    return number.signum() < 0 ? number.negated() : number;
  }

  /** A worked-out number as messages show it: two decimals at most. */
  static String shown(Fraction number) {
    BigDecimal plain = number.rounded(DECIMALS_SHOWN).stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  static String shown(BigDecimal number) {
    return Fraction.of(number).printed().toPlainString();
  }
}
