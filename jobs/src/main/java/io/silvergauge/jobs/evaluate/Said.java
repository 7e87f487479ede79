package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.assessment.Assessment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What people had said by the as-of date; what was said later counts as little as what came later.
 *
 * @param responses of cities, in order of time
 * @param notes of the evaluator
 * @param rounds what visits found
 * @param justifications why values that warnings speak against are right all the same
 */
public record Said(
    List<Response> responses,
    List<Note> notes,
    List<VisitRound> rounds,
    List<Justification> justifications)
    implements Serializable {
  public Said {
    responses = new ArrayList<>(responses);
    notes = new ArrayList<>(notes);
    rounds = new ArrayList<>(rounds);
    justifications = new ArrayList<>(justifications);
  }

  /** What had been said in an assessment. */
  static Said of(Assessment assessment, LocalDate asOf) {
    String day = asOf.toString(); // dates as text sort as dates
    return new Said(
        assessment.responses().stream().filter(one -> one.date().compareTo(day) <= 0).toList(),
        assessment.notes().stream().filter(one -> one.date().compareTo(day) <= 0).toList(),
        assessment.rounds().stream().filter(one -> one.received().compareTo(day) <= 0).toList(),
        assessment.justifications().stream().filter(one -> !one.date().isAfter(asOf)).toList());
  }
}
