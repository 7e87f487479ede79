package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How evaluations are conducted: what special ones can be about, which phases there are, how long
 * findings may stay open.
 *
 * @param topics subjects of special evaluations beside the dimensions
 * @param phases in order of time, none overlapping another
 * @param followUp how long findings may stay open
 */
public record Conduct(List<Topic> topics, List<Phase> phases, FollowUp followUp)
    implements Serializable {
  /** No topics, no phases, no limits. */
  public static final Conduct NONE = new Conduct(List.of(), List.of(), FollowUp.NONE);

  /**
   * A subject of special evaluations 专项评估.
   *
   * @param id its identifier
   * @param name its names
   * @param indicators ids of the indicators that belong to it, in the order of the scheme
   */
  public record Topic(String id, Bilingual name, List<String> indicators) implements Serializable {
    public Topic {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * A stretch of the work on the plans, such as its start.
   *
   * @param id its identifier
   * @param name its names
   * @param from first month
   * @param to last month
   */
  public record Phase(String id, Bilingual name, YearMonth from, YearMonth to)
      implements Serializable {
    /** Whether a period ends in it. */
    public boolean has(Period period) {
      return !period.to().isBefore(from) && !period.to().isAfter(to);
    }
  }

  public Conduct {
    topics = List.copyOf(topics);
    phases = List.copyOf(phases);
  }

  /** The phase in which a period ends; empty where it ends in none. */
  public Optional<Phase> phaseOf(Period period) {
    return phases.stream().filter(phase -> phase.has(period)).findFirst();
  }

  /** The phase with this id. */
  public Optional<Phase> phase(String id) {
    return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
  }

  /** Whether what belongs to a phase is asked for in a period: from the phase's first month on. */
  public boolean isAsked(String phase, Period period) {
    return phase(phase).map(found -> !period.to().isBefore(found.from())).orElse(true);
  }
}
