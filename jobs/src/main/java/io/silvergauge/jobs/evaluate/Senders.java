package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.Evaluation.SenderRow;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.jobs.assessment.Assessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sends or owes something, and for which cities. A city is its nearest sender's: the province's
 * where nation and province both send. Who only owes has those above which nobody sends.
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
    List<SenderRow> rows = new ArrayList<>();
    cities(
            assessment.regions(),
            deliveries.stream().map(DeliveryRow::sender).collect(Collectors.toSet()),
            assessment.expected().stream().map(owed -> owed.sender()).collect(Collectors.toSet()),
            cities.stream().map(city -> city.region().code()).toList())
        .forEach(
            (code, own) ->
                rows.add(
                    new SenderRow(
                        code,
                        assessment.regions().find(code).map(Region::name).orElse(Bilingual.EMPTY),
                        own.stream().sorted().toList())));
    return rows;
  }

  /** The cities of each sender; also of those that have none. */
  static Map<String, List<String>> cities(
      RegionTree regions, Set<String> sending, Set<String> owing, List<String> cities) {
    Map<String, List<String>> senders = new TreeMap<>();
    sending.forEach(code -> senders.put(code, new ArrayList<>()));
    owing.forEach(code -> senders.putIfAbsent(code, new ArrayList<>()));
    for (String city : cities) {
      List<String> above = regions.withAncestors(city);
      Stream.of(sending, owing)
          .flatMap(some -> above.stream().filter(some::contains).limit(1))
          .findFirst()
          .ifPresent(nearest -> senders.get(nearest).add(city));
    }
    return senders;
  }
}
