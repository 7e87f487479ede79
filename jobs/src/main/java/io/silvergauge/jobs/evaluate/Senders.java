package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.Evaluation.SenderRow;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.jobs.assessment.Assessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who sends or owes something, and for which cities. A city is its nearest sender's: the province's
 * where nation and province both send.
 */
final class Senders {
  private Senders() {}

  /**
   * The senders of a period.
   *
   * @param deliveries what its evaluation reads
   * @param cities the evaluated cities
   * @return by code; also those that owe something and sent nothing
   */
  static List<SenderRow> of(
      Assessment assessment, Collection<DeliveryRow> deliveries, List<RegionEvaluation> cities) {
    Map<String, List<String>> senders = new TreeMap<>();
    deliveries.forEach(one -> senders.put(one.sender(), new ArrayList<>()));
    assessment.expected().forEach(owed -> senders.put(owed.sender(), new ArrayList<>()));
    for (RegionEvaluation city : cities) {
      assessment.regions().withAncestors(city.region().code()).stream()
          .filter(senders::containsKey)
          .findFirst()
          .ifPresent(nearest -> senders.get(nearest).add(city.region().code()));
    }
    List<SenderRow> rows = new ArrayList<>();
    senders.forEach(
        (code, own) ->
            rows.add(
                new SenderRow(
                    code,
                    assessment.regions().find(code).map(Region::name).orElse(Bilingual.EMPTY),
                    own.stream().sorted().toList())));
    return rows;
  }
}
