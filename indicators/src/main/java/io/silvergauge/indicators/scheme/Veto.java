package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One-vote veto 一票否决: one indicator's figure is enough to hold down a dimension or the total.
 *
 * @param id its identifier
 * @param name its Chinese and English name, as reports say it
 * @param indicators ids of the indicators it looks at; empty for all
 * @param trigger what calls it
 * @param node id of the group it holds down
 * @param effect what it does
 */
public record Veto(
    String id, Bilingual name, Set<String> indicators, Trigger trigger, String node, Effect effect)
    implements Serializable {
  /** What calls a veto. */
  public sealed interface Trigger extends Serializable {}

  /**
   * One of the figure's inputs has this status, or worse.
   *
   * @param status the status
   */
  public record HasStatus(ValueStatus status) implements Trigger {}

  /** The plan's target is due and not reached; speaks in the fulfilment only. */
  public record IsUnmet() implements Trigger {}

  /** There is no figure where one is due. */
  public record IsAbsent() implements Trigger {}

  /**
   * The figure lies on the wrong side of a bar.
   *
   * @param operator on which side it calls the veto; the bar itself calls it
   * @param bar the bar, in the indicator's unit
   */
  public record Lies(Operator operator, BigDecimal bar) implements Trigger {
    /** Whether a value calls the veto; exact. */
    public boolean by(Fraction value) {
      return operator.reached(value, Fraction.of(bar));
    }
  }

  /** What a veto does. */
  public sealed interface Effect extends Serializable {}

  /**
   * The score is this at most; 0 is the veto in the narrow sense.
   *
   * @param points on the scheme's scale
   */
  public record ScoreAtMost(BigDecimal points) implements Effect {}

  /**
   * The grade of the total is this at most.
   *
   * @param grade id of the grade
   */
  public record GradeAtMost(String grade) implements Effect {}

  public Veto {
    indicators = Collections.unmodifiableSet(new TreeSet<>(indicators));
  }

  /** Whether it looks at an indicator. */
  public boolean looksAt(String indicator) {
    return indicators.isEmpty() || indicators.contains(indicator);
  }
}
