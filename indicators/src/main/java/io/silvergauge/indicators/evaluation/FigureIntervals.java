package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.robustness.StandardisedRate;
import io.silvergauge.indicators.scheme.Basis;
import io.silvergauge.indicators.scheme.Robustness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works intervals of a city's figures out of what is published of it. */
final class FigureIntervals {
  private static final int DIGITS = 18; // of the largest count
  private static final double SAME = 1e-6; // of a rate worked out in two ways

  private final Robustness asked;
  private final String city;
  private final Map<String, IndicatorResult> results;

  /**
   * Of a city.
   *
   * @param city its code, for messages
   * @param results all its indicators
   */
  FigureIntervals(Robustness asked, String city, List<IndicatorResult> results) {
    this.asked = asked;
    this.city = city;
    this.results =
        results.stream().collect(Collectors.toMap(IndicatorResult::id, Function.identity()));
  }

  /**
   * Of an amount, in the indicator's unit; empty where the sample is too small to tell.
   *
   * @throws InvalidValueException saying what the method needs and the figure is not
   */
  Optional<Interval> of(IndicatorResult result, Estimate.Confidence confidence) {
    return switch (method(result)) {
      case Robustness.CENSUS -> Optional.empty();
      case "wilson" -> share(result).interval(confidence).map(ends -> ends.times(per(result)));
      case "byar" -> new Estimate.ManyEvents(whole(result)).interval(confidence);
      case "student" -> mean(result).interval(confidence).map(ends -> ends.times(factor(result)));
      case "dobson" -> rate(result, confidence);
      default -> new Estimate.Events(whole(result)).interval(confidence);
    };
  }

  /** What the scheme declares of it. */
  String method(IndicatorResult result) {
    return asked.intervals().getOrDefault(result.id(), Robustness.CENSUS);
  }

  private static Estimate.Share share(IndicatorResult result) {
    BigDecimal of = result.denominator(); // null where nothing is divided: nought of one
    return new Estimate.Share(result.numerator().doubleValue(), of == null ? 1 : of.doubleValue());
  }

  private static double per(IndicatorResult result) {
    return result.unit().equals("%") ? 100 : result.unit().equals("‰") ? 1000 : 1;
  }

  /** {@code s² = (Σx² − (Σx)² / n) / (n − 1)}; the sums of counties add up to the city's. */
  private Estimate.Mean mean(IndicatorResult result) {
    BigDecimal sum = result.numerator();
    long of = whole(result, new Bilingual("分母", "its denominator"), result.denominator());
    BigDecimal squares = other(result, asked.bases().get(result.id()).squares());
    BigDecimal n = BigDecimal.valueOf(of);
    double spread = squares.multiply(n).subtract(sum.multiply(sum)).doubleValue() / of;
    if (spread < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "intervals：指标“%s”在“%s”的平方和 %s 小于总和 %s 的平方除以 %d，不可能成立",
              "intervals: the squares of indicator '%s' of '%s' add up to %s, which is less than"
                  + " the square of their sum %s over %d and cannot be",
              result.id(),
              city,
              squares.toPlainString(),
              sum.toPlainString(),
              of));
    }
    double deviation = of == 1 ? 0 : Math.sqrt(spread / (of - 1));
    return new Estimate.Mean(sum.doubleValue() / of, deviation, of);
  }

  /** What a quotient was multiplied by to become the figure. */
  private static double factor(IndicatorResult result) {
    return result.numerator().signum() == 0
        ? per(result)
        : result.amount().doubleValue()
            * result.denominator().doubleValue()
            / result.numerator().doubleValue();
  }

  private Optional<Interval> rate(IndicatorResult result, Estimate.Confidence confidence) {
    Basis basis = asked.bases().get(result.id());
    List<StandardisedRate.Stratum> strata = new ArrayList<>();
    for (Basis.Stratum stratum : basis.strata()) {
      strata.add(
          new StandardisedRate.Stratum(
              whole(result, Bilingual.same(stratum.events()), other(result, stratum.events())),
              other(result, stratum.population()).doubleValue(),
              stratum.standard().doubleValue()));
    }
    StandardisedRate rate = new StandardisedRate(strata);
    double per = basis.per().doubleValue();
    double published = result.amount().doubleValue();
    if (!(Math.abs(rate.value() * per - published) <= SAME * Math.abs(published))) {
      throw new InvalidValueException(
          Bilingual.of(
              "intervals：指标“%s”在“%s”为 %s，按年龄组标准化却得 %s，区间不适用",
              "intervals: indicator '%s' of '%s' is %s, but its age groups standardise to %s, so"
                  + " the interval is not of this figure",
              result.id(),
              city,
              result.amount().toPlainString(),
              rate.value() * per));
    }
    return rate.interval(confidence).map(ends -> ends.times(per));
  }

  private BigDecimal other(IndicatorResult result, String id) {
    return Optional.ofNullable(results.get(id))
        .map(IndicatorResult::amount)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    Bilingual.of(
                        "intervals：指标“%s”在“%s”的区间需要指标“%s”，而它没有数值",
                        "intervals: the interval of indicator '%s' of '%s' rests on indicator"
                            + " '%s', which has no value",
                        result.id(),
                        city,
                        id)));
  }

  private long whole(IndicatorResult result) {
    return whole(result, new Bilingual("数值", "its value"), result.amount());
  }

  private long whole(IndicatorResult result, Bilingual what, BigDecimal number) {
    BigDecimal amount = number.stripTrailingZeros();
    if (amount.scale() > 0 || amount.precision() - amount.scale() > DIGITS) {
      throw new InvalidValueException(
          Bilingual.of(
              "intervals：指标“%s”在“%s”：%s 为 %s，%s 需要整数",
              "intervals: indicator '%s' of '%s': %s is %s, but %s needs a whole number",
              result.id(),
              city,
              what,
              amount.toPlainString(),
              method(result)));
    }
    return amount.longValueExact();
  }
}
