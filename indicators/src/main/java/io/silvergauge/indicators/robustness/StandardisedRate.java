package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A rate standardised directly to another population, with Dobson's interval: {@code r + √(Var(r) /
 * Var(x)) · (limit(x) − x)} with the exact Poisson limits of all events {@code x}, whose variance
 * is {@code x} itself. Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 10 (1991).
 *
 * @param strata one an age group, at least one
 */
public record StandardisedRate(List<Stratum> strata) implements Estimate {
  /**
   * An age group.
   *
   * @param events what was counted in it
   * @param population those who live there, above 0
   * @param standard its weight in the standard population, from 0
   */
  public record Stratum(long events, double population, double standard) implements Serializable {
    public Stratum {
      if (events < 0 || !(population > 0) || !(standard >= 0)) {
        throw new InvalidValueException(
            Bilingual.of(
                "年龄组：事件 %d、人口 %s、标准人口 %s 不成立",
                "age group: %d events, population %s, standard %s are impossible",
                events,
                population,
                standard));
      }
    }
  }

  public StandardisedRate {
    strata = List.copyOf(strata);
    if (strata.stream().noneMatch(stratum -> stratum.standard() > 0)) {
      throw new InvalidValueException(
          new Bilingual("标准化率：标准人口为 0", "standardised rate: the standard population is 0"));
    }
  }

  @Override
  public String name() {
    return "dobson";
  }

  /** Events a head of the standard population. */
  @Override
  public double value() {
    double sum = 0;
    for (Stratum stratum : strata) {
      sum += stratum.standard() * stratum.events() / stratum.population();
    }
    return sum / standard();
  }

  /** Empty where nothing was counted: the spread of no events is unknown. */
  @Override
  public Optional<Interval> interval(Confidence confidence) {
    long events = strata.stream().mapToLong(Stratum::events).sum();
    if (events == 0) {
      return Optional.empty();
    }
    double variance = 0;
    for (Stratum stratum : strata) {
      double weight = stratum.standard() / stratum.population();
      variance += weight * weight * stratum.events();
    }
    double scale = Math.sqrt(variance / events) / standard();
    Interval counted = new Events(events).interval(confidence).orElseThrow();
    double rate = value();
    return Optional.of(
        new Interval(
            rate + scale * (counted.low() - events), rate + scale * (counted.high() - events)));
  }

  private double standard() {
    return strata.stream().mapToDouble(Stratum::standard).sum();
  }
}
