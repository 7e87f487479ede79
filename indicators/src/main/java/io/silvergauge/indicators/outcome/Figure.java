package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.ValueStatus;
import java.io.Serializable;
import java.util.List;

/**
 * An indicator's outcome for one region and period with what stands behind it.
 *
 * @param indicator the indicator's id
 * @param outcome what it came to
 * @param quality how good its inputs are
 * @param units the units behind it, by code; empty where the region is its own only leaf
 * @param documents documents its inputs rest on, sorted
 * @param behind the single things behind it: one, or none
 */
public record Figure(
    String indicator,
    Outcome outcome,
    Quality quality,
    List<UnitFigure> units,
    List<String> documents,
    List<Behind> behind)
    implements Serializable {
  /**
   * What one of the units behind a figure came to.
   *
   * @param region code of the unit
   * @param outcome what it came to
   * @param meets whether it meets the condition; {@code NOT_ASKED} where there is none
   */
  public record UnitFigure(String region, Outcome outcome, Meets meets) implements Serializable {}

  /** Whether a unit meets an indicator's condition. */
  public enum Meets {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** It cannot be told. */
    UNKNOWN,
    /** The indicator sets no condition on units. */
    NOT_ASKED
  }

  /** The same with what counts instead of its outcome, and how far that has been confirmed. */
  public Figure counting(Outcome other, ValueStatus status) {
    return new Figure(indicator, other, quality.with(status), units, documents, behind);
  }

  public Figure {
    units = List.copyOf(units);
    documents = List.copyOf(documents);
    behind = List.copyOf(behind);
  }
}
