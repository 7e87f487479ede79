package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.PeerRange;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.ClassOf;
import io.silvergauge.indicators.evaluation.SchemeView.ClassificationView;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares kinds of cities: by the classifications of the scheme and by level. */
final class CityTypes {
  private final Evaluation evaluation;
  private final Wording wording;
  private final Scores scores;
  private final boolean fulfilment;
  private final Map<String, RegionEvaluation.City> cities = new TreeMap<>();

  CityTypes(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.scores = new Scores(evaluation.scheme(), wording);
    this.fulfilment = evaluation.scheme().results().contains(ResultKind.FULFILMENT.code());
  }

  /** Cities of one kind, in the order of the ranking. */
  private record Kind(String name, List<CityRow> members) {
    static Kind of(String name) {
      return new Kind(name, new ArrayList<>());
    }
  }

  /** Takes in a city. */
  void add(RegionEvaluation city) {
    cities.put(city.region().code(), city.region());
  }

  Part part() {
    List<Grid> grids = new ArrayList<>();
    for (ClassificationView by : evaluation.scheme().classifications()) {
      grids.add(classes(by));
    }
    if (evaluation.cities().stream().map(CityRow::level).distinct().count() > 1) {
      Map<String, Kind> byLevel = new LinkedHashMap<>();
      for (CityRow city : evaluation.cities()) {
        byLevel
            .computeIfAbsent(city.level(), level -> Kind.of(wording.word("level", level)))
            .members()
            .add(city);
      }
      grids.add(grid(wording.say("comparison.level"), byLevel.values(), ""));
    }
    return Part.of("types", wording.say("types.title"), List.of(wording.say("types.lead")), grids);
  }

  private Grid classes(ClassificationView by) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    by.classes().forEach(one -> kinds.put(one.id(), Kind.of(wording.text(one.name()))));
    Map<String, Kind> outside = new TreeMap<>();
    for (CityRow city : evaluation.cities()) {
      ClassOf found =
          cities.containsKey(city.code()) ? cities.get(city.code()).in(by.id()).orElse(null) : null;
      if (found != null && found.id() != null) {
        kinds.get(found.id()).members().add(city);
      } else {
        String reason = found == null || found.reason() == null ? "" : wording.text(found.reason());
        outside.computeIfAbsent(reason, this::outside).members().add(city);
      }
    }
    List<Kind> all = new ArrayList<>(kinds.values());
    all.addAll(outside.values());
    return grid(wording.text(by.name()), all, said(by));
  }

  private Kind outside(String reason) {
    return Kind.of(
        reason.isEmpty()
            ? wording.say("types.none")
            : wording.say("types.none.why", "reason", reason));
  }

  /** Where a classification comes from and what has to be said of it. */
  private String said(ClassificationView by) {
    List<String> said = new ArrayList<>();
    if (!by.document().isEmpty()) {
      said.add(
          by.clause().isEmpty()
              ? wording.say("types.source", "document", by.document())
              : wording.say(
                  "types.source.clause", "document", by.document(), "clause", by.clause()));
    }
    if (!wording.text(by.note()).isEmpty()) {
      said.add(wording.text(by.note()));
    }
    return wording.sentences(said);
  }

  private Grid grid(String name, Collection<Kind> kinds, String said) {
    List<Head> heads =
        new ArrayList<>(
            List.of(
                Head.text(name, 30),
                Head.number(wording.say("types.cities"), 12),
                Head.number(wording.say("types.median"), 17),
                Head.number(wording.say("types.range"), 26)));
    if (fulfilment) {
      heads.add(Head.number(wording.say("types.fulfilment"), 17));
      heads.add(Head.number(wording.say("comparison.met"), 20));
    }
    heads.add(Head.text(wording.say("types.members"), 0));
    List<Row> rows =
        kinds.stream()
            .filter(kind -> !kind.members().isEmpty())
            .map(kind -> row(kind.name(), kind.members()))
            .toList();
    return new Grid(name, wording.say("types.caption", "by", name), heads, rows, said);
  }

  private Row row(String kind, List<CityRow> some) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(kind));
    cells.add(Cell.of(count(some.size())));
    cells.add(median(some, CityRow::standing, scores, wording));
    cells.add(Cell.of(range(some)));
    if (fulfilment) {
      cells.add(median(some, CityRow::fulfilment, scores, wording));
      cells.add(
          Cell.of(
              wording.say(
                  "amount.of",
                  "part",
                  count(some.stream().mapToLong(CityRow::met).sum()),
                  "whole",
                  count(some.stream().mapToLong(CityRow::judged).sum()))));
    }
    cells.add(Cell.of(names(some, wording)));
    return new Row(false, cells);
  }

  /** Cities in the order of the ranking, each with its rank. */
  static String names(List<CityRow> some, Wording wording) {
    return wording.list(
        some.stream()
            .map(
                city ->
                    city.rank() == null
                        ? wording.place(city.name(), city.code())
                        : wording.say(
                            "types.member",
                            "city",
                            wording.place(city.name(), city.code()),
                            "rank",
                            wording.figures().count(city.rank())))
            .toList());
  }

  /** The median of those that have a score, with how many they are where some have none. */
  static Cell median(
      List<CityRow> some, Function<CityRow, BigDecimal> score, Scores scores, Wording wording) {
    Optional<PeerRange> range = spread(some, score);
    if (range.isEmpty()) {
      return Cell.of(wording.say("word.withheld"));
    }
    Cell median = Cell.of(scores.printed(range.get().median()));
    return range.get().count() == some.size()
        ? median
        : median.below(
            wording.say("types.scored", "count", wording.figures().count(range.get().count())));
  }

  private String range(List<CityRow> some) {
    return spread(some, CityRow::standing)
        .map(
            range ->
                range.count() == 1
                    ? wording.say("indicators.none")
                    : wording.say(
                        "types.from.to",
                        "from",
                        scores.printed(range.least()),
                        "to",
                        scores.printed(range.greatest())))
        .orElseGet(() -> wording.say("indicators.none"));
  }

  static Optional<PeerRange> spread(List<CityRow> some, Function<CityRow, BigDecimal> score) {
    return PeerRange.of(some.stream().map(score).filter(Objects::nonNull).toList());
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
