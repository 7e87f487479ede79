package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Makes the totals of the delivered files, source by source. */
final class SourceTable {
  private final Evaluation evaluation;
  private final Wording wording;

  SourceTable(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
  }

  String lead() {
    List<DeliveryRow> all = evaluation.deliveries();
    return wording.say(
        "comparison.deliveries.lead",
        "files",
        count(all.size()),
        "read",
        sum(all, DeliveryRow::read),
        "accepted",
        sum(all, DeliveryRow::accepted),
        "rejected",
        sum(all, DeliveryRow::rejected),
        "aside",
        sum(all, DeliveryRow::setAside),
        "rejects",
        count(evaluation.rejects()));
  }

  List<ComparisonPage.SourceRow> rows() {
    Map<String, List<DeliveryRow>> bySource = new TreeMap<>();
    for (DeliveryRow delivery : evaluation.deliveries()) {
      bySource.computeIfAbsent(delivery.source(), source -> new ArrayList<>()).add(delivery);
    }
    return bySource.values().stream()
        .map(files -> row(files.get(0).sourceName(), files.get(0).data(), files))
        .toList();
  }

  ComparisonPage.SourceRow total() {
    return row(Bilingual.EMPTY, "", evaluation.deliveries());
  }

  private ComparisonPage.SourceRow row(Bilingual name, String data, List<DeliveryRow> files) {
    return new ComparisonPage.SourceRow(
        name.equals(Bilingual.EMPTY)
            ? wording.say("comparison.deliveries.total")
            : wording.name(name),
        data,
        data.isEmpty() ? "" : wording.word("data", data),
        count(files.size()),
        sum(files, DeliveryRow::read),
        sum(files, DeliveryRow::accepted),
        sum(files, DeliveryRow::rejected),
        sum(files, DeliveryRow::setAside));
  }

  private String sum(List<DeliveryRow> files, ToLongFunction<DeliveryRow> part) {
    return count(files.stream().mapToLong(part).sum());
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
