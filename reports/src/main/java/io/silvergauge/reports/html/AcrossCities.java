package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** What only all cities together show, from one walk through them. */
final class AcrossCities {
  private final Evaluation evaluation;
  private final Wording wording;
  private final Movers movers;
  private final TargetHolders holders;
  private final CityTypes types;
  private final Provinces provinces;
  private final ScreenList screens;

  AcrossCities(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Wording wording, Written written) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.movers = new Movers(evaluation, wording, written);
    this.holders = new TargetHolders(evaluation.scheme(), one -> true, wording);
    this.types = new CityTypes(evaluation, wording);
    this.provinces = new Provinces(evaluation, wording);
    this.screens = new ScreenList(evaluation.scheme(), wording);
    cities.forEach(this::add);
  }

  private void add(RegionEvaluation city) {
    movers.add(city);
    holders.add(city);
    types.add(city);
    provinces.add(city);
    screens.add(city);
  }

  /** Which cities have claims worth a visit; empty where none has. */
  String screens() {
    return screens.all();
  }

  /** The sections that have something to show. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (evaluation.scheme().results().contains(ResultKind.STANDING.code())) {
      if (!movers.isEmpty()) {
        parts.add(movers.part());
      }
      parts.add(provinces.standing());
      parts.add(types.part());
    }
    parts.add(
        Part.of("targets", wording.say("special.targets"), List.of(), List.of(holders.grid())));
    parts.add(provinces.duties());
    return parts.stream()
        .filter(part -> !part.grids().isEmpty() || !part.items().isEmpty())
        .toList();
  }
}
