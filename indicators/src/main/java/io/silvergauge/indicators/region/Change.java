package io.silvergauge.indicators.region;

import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one unit on one day.
 *
 * @param unit its code
 * @param on first day on which the new division held
 * @param into what went into it, a part of itself among it where it went on smaller
 * @param outOf what became of it, likewise
 */
public record Change(String unit, LocalDate on, List<Successor> into, List<Successor> outOf)
    implements Serializable {
  public Change {
    into = List.copyOf(into);
    outOf = List.copyOf(outOf);
  }

  /** What part of itself it went on as; empty where the table does not say that it did. */
  public Optional<Fraction> kept() {
    return into.stream().filter(part -> part.from().equals(unit)).map(Successor::share).findFirst();
  }

  /** What went into it of other units. */
  public List<Successor> taken() {
    return into.stream().filter(part -> !part.from().equals(unit)).toList();
  }
}
