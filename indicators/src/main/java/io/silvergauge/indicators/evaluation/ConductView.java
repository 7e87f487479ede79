package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.scheme.Conduct;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.util.List;

/**
 * How an evaluation was conducted.
 *
 * @param phase the phase its period ends in; null where the scheme has none for it
 * @param interviewAfter quarters after which an open finding leads to an interview; 0 for never
 * @param circularAfter quarters after which it leads to a circular; 0 for never
 * @param special what it is about; null for a comprehensive evaluation
 * @param signing who stands for it; null while it is made, and in publications of older versions
 */
public record ConductView(
    PhaseView phase, int interviewAfter, int circularAfter, SpecialView special, Signing signing)
    implements Serializable {
  /** Comprehensive, without phases and limits. */
  public static final ConductView NONE = new ConductView(null, 0, 0, null, null);

  /**
   * A phase.
   *
   * @param id its id
   * @param name its names
   * @param from first month
   * @param to last month
   */
  public record PhaseView(String id, Bilingual name, String from, String to)
      implements Serializable {}

  /**
   * What a special evaluation 专项评估 is about.
   *
   * @param id name of its folder
   * @param name its names
   * @param nodes the dimensions, topics and indicators it was asked for
   */
  public record SpecialView(String id, Bilingual name, List<String> nodes) implements Serializable {
    public SpecialView {
      nodes = List.copyOf(nodes);
    }
  }

  /** The view of a scheme's conduct in a period. */
  public static ConductView of(Conduct conduct, Period period) {
    FollowUp followUp = conduct.followUp();
    PhaseView phase =
        conduct
            .phaseOf(period)
            .map(
                one ->
                    new PhaseView(one.id(), one.name(), one.from().toString(), one.to().toString()))
            .orElse(null);
    return new ConductView(phase, followUp.interviewAfter(), followUp.circularAfter(), null, null);
  }

  /** The same for a special evaluation. */
  public ConductView about(SpecialView subject) {
    return new ConductView(phase, interviewAfter, circularAfter, subject, signing);
  }

  /** The same with those who stand for it. */
  public ConductView signed(Signing by) {
    return new ConductView(phase, interviewAfter, circularAfter, special, by);
  }
}
