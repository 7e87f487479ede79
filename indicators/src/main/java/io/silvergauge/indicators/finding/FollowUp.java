package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How long a finding may stay open; the scheme says it.
 *
 * @param interviewAfter quarters after which those responsible are called in 约谈; 0 for never
 * @param circularAfter quarters after which they are named in a circular 通报; 0 for never
 * @param evidenceFor kinds of indicators, such as {@code conditions}, whose figures must rest on a
 *     document where the indicator names its evidence
 */
public record FollowUp(int interviewAfter, int circularAfter, Set<String> evidenceFor)
    implements Serializable {
  /** Nothing is ever overdue, and no evidence is asked for. */
  public static final FollowUp NONE = new FollowUp(0, 0, Set.of());

  /** Overdue for an interview. */
  public static final String INTERVIEW = "interview";

  /** Overdue for a circular. */
  public static final String CIRCULAR = "circular";

  private static final int MONTHS = 3;

  public FollowUp {
    evidenceFor = Set.copyOf(evidenceFor);
    if (interviewAfter > 0 && circularAfter > 0 && circularAfter <= interviewAfter) {
      throw new InvalidValueException(
          Bilingual.of(
              "通报（%2$d 个季度）应晚于约谈（%1$d 个季度）",
              "a circular (after %2$d quarters) must come after the interview (after %1$d)",
              interviewAfter,
              circularAfter));
    }
  }

  /**
   * The day by which what was found in a period is to be put right.
   *
   * @return empty where the scheme sets no limit
   */
  public Optional<LocalDate> due(Period since) {
    int quarters = interviewAfter > 0 ? interviewAfter : circularAfter;
    return quarters == 0
        ? Optional.empty()
        : Optional.of(since.to().plusMonths((long) quarters * MONTHS).atEndOfMonth());
  }

  /** {@link #CIRCULAR}, {@link #INTERVIEW}, or empty: for what is open since a period. */
  public Optional<String> overdue(Period since, Period now) {
    int quarters = now.monthsSince(since) / MONTHS;
    if (circularAfter > 0 && quarters >= circularAfter) {
      return Optional.of(CIRCULAR);
    }
    return interviewAfter > 0 && quarters >= interviewAfter
        ? Optional.of(INTERVIEW)
        : Optional.empty();
  }
}
