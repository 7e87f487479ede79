package io.silvergauge.indicators.check;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.util.List;

/**
 * A check that speaks against what a unit reported for a period.
 *
 * @param check the check
 * @param region code of the unit
 * @param period the evaluated period
 * @param seen the values it saw, those of the evaluated period first
 * @param message what it says, with the values filled in
 */
public record Breach(Check check, String region, Period period, List<Seen> seen, Bilingual message)
    implements Serializable {
  public Breach {
    seen = List.copyOf(seen);
  }
}
