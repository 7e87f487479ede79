package io.silvergauge.jobs.star;

import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.Sent;
import java.util.List;

/**
 * A published evaluation of one period, in one edition.
 *
 * @param publication name of the publication it stands in
 * @param program name and version of the program that made it
 * @param edition for whom the tables are
 * @param evaluation all of it, as the edition shows it
 * @param cities its cities in the order of their codes, as the edition shows them; read one by one
 * @param sent what was refused; nothing in an edition that does not say
 */
public record Evaluated(
    String publication,
    String program,
    Edition edition,
    Evaluation evaluation,
    Iterable<RegionEvaluation> cities,
    Sent sent) {
  /** What tells it from all others: its period, or its period and what it is about. */
  public String key() {
    return evaluation.folder();
  }

  /** The deliveries it rests on, as far as the edition tells. */
  List<Evaluation.DeliveryRow> deliveries() {
    return edition == Edition.PUBLIC ? List.of() : evaluation.deliveries();
  }

  /** The cities of whose data it is told how good they are. */
  List<Evaluation.CityRow> checked() {
    return edition == Edition.PUBLIC ? List.of() : evaluation.cities();
  }

  /** The key of something in it. */
  String key(String id) {
    return key() + ":" + id;
  }

  /** The key of a node that the scheme has, or that a city's plan adds. */
  String nodeKey(String id, String addedBy) {
    return addedBy == null ? key(id) : key(id) + "@" + addedBy;
  }
}
