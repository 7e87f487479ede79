package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.text.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what a page says of a city's data: remarks, checks, and the files that hold them. */
final class FileTable {
  private final Evaluation evaluation;
  private final Wording wording;

  FileTable(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
  }

  CityPage.Quality quality(RegionEvaluation region) {
    Set<String> files =
        region.inputs().stream().map(RegionEvaluation.Input::file).collect(Collectors.toSet());
    List<CityPage.FileRow> rows =
        evaluation.deliveries().stream()
            .filter(delivery -> files.contains(delivery.path()))
            .map(this::row)
            .toList();
    String lead =
        rows.isEmpty()
            ? wording.say("quality.none")
            : wording.say("quality.lead", "files", count(rows.size()));
    List<Fact> remarks = new Remarks(evaluation.scheme(), region, wording).facts();
    CheckTable checks = new CheckTable(wording);
    RefusalTable refusals = new RefusalTable(region, wording);
    return new CityPage.Quality(
        wording.say(remarks.isEmpty() ? "remarks.none" : "remarks.lead"),
        remarks,
        checks.lead(region),
        checks.rows(region),
        new ScreenList(evaluation.scheme(), wording).of(region),
        refusals.lead(),
        refusals.rows(),
        lead,
        rows);
  }

  private CityPage.FileRow row(DeliveryRow delivery) {
    return new CityPage.FileRow(
        delivery.path(),
        wording.name(delivery.sourceName()),
        wording.dates().day(delivery.received()),
        delivery.data(),
        wording.word("data", delivery.data()),
        delivery.sha256(),
        Heads.shortened(delivery.sha256()),
        count(delivery.read()),
        count(delivery.accepted()),
        count(delivery.rejected()),
        count(delivery.setAside()));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
