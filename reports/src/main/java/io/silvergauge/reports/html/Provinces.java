package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.PeerRange;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.chart.TileGrid;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What becomes visible province by province: how its cities stand, which plans are on file, and
 * what the scheme asks of the province itself, such as its typical experiences 典型经验.
 */
final class Provinces {
  /** How many things that are asked stand in one table. */
  private static final int COLUMNS = 8;

  private final Evaluation evaluation;
  private final Wording wording;
  private final boolean fulfilment;
  private final Map<String, List<CityRow>> members = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, Map<String, IndicatorResult>> ofProvince = new TreeMap<>();
  private final boolean divisions;

  Provinces(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.fulfilment = evaluation.scheme().results().contains(ResultKind.FULFILMENT.code());
    this.divisions =
        !evaluation.cities().isEmpty()
            && evaluation.cities().stream().allMatch(city -> TileGrid.knows(province(city.code())));
    evaluation
        .cities()
        .forEach(
            city ->
                members.computeIfAbsent(province(city.code()), key -> new ArrayList<>()).add(city));
  }

  /** The division code of the province a six-digit code lies in; empty for any other code. */
  private static String province(String code) {
    return code.matches("[0-9]{6}") ? code.substring(0, 2) : "";
  }

  /** Takes in a city: what is asked of its province stands among its figures. */
  void add(RegionEvaluation city) {
    for (IndicatorResult result : city.indicators()) {
      if (result.behind() != null && result.behind().subject() != null) {
        String subject = result.behind().subject();
        names.putIfAbsent(subject, wording.place(result.behind().subjectName(), subject));
        ofProvince
            .computeIfAbsent(subject, key -> new TreeMap<>())
            .merge(result.id(), result, (one, other) -> judged(one).isPresent() ? one : other);
      }
    }
  }

  private static Optional<IndicatorResult.JudgementResult> judged(IndicatorResult result) {
    return result.judgements().stream()
        .filter(one -> one.profile().equals(Profile.PLAN))
        .filter(one -> !one.verdict().equals(Verdict.NOT_IN_PLAN.code()))
        .findFirst();
  }

  /** The tiles and their figures; without tables where cities lie in no provinces. */
  Part standing() {
    if (!divisions) {
      return Part.of("provinces", wording.say("provinces.title"), List.of(), List.of());
    }
    List<Head> heads = new ArrayList<>();
    heads.add(Head.text(wording.say("provinces.province"), 30));
    heads.add(Head.number(wording.say("types.cities"), 14));
    heads.add(Head.number(wording.say("types.median"), 22));
    if (fulfilment) {
      heads.add(Head.text(wording.say("comparison.plan"), 44));
    }
    heads.add(Head.text(wording.say("types.members"), 0));
    List<Row> rows = new ArrayList<>();
    members.forEach((province, some) -> rows.add(row(province, some)));
    Part part =
        Part.of(
            "provinces",
            wording.say("provinces.title"),
            List.of(wording.say("provinces.lead")),
            List.of(new Grid("", wording.say("provinces.caption"), heads, rows, "")));
    return part.drawn(List.of(Picture.of(tiles(), "tiles")));
  }

  private Row row(String province, List<CityRow> some) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(wording.word("province", province)));
    cells.add(Cell.of(wording.figures().count(some.size())));
    cells.add(
        CityTypes.median(
            some, CityRow::standing, new Scores(evaluation.scheme(), wording), wording));
    if (fulfilment) {
      cells.add(Cell.of(plans(some)));
    }
    cells.add(Cell.of(CityTypes.names(some, wording)));
    return new Row(false, cells);
  }

  /** How many plans of each kind are on file. */
  private String plans(List<CityRow> some) {
    Map<String, Long> kinds =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    city -> wording.word("plan.short", city.planStatus()),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> said = new ArrayList<>();
    kinds.forEach(
        (kind, count) ->
            said.add(
                some.size() == 1
                    ? kind
                    : wording.say(
                        "provinces.plans", "plan", kind, "count", wording.figures().count(count))));
    return wording.list(said);
  }

  private static Optional<PeerRange> median(List<CityRow> some) {
    return CityTypes.spread(some, CityRow::standing);
  }

  private TileGrid tiles() {
    Map<String, TileGrid.Tile> tiles = new TreeMap<>();
    for (String province : TileGrid.PROVINCES) {
      tiles.put(
          province,
          new TileGrid.Tile(
              wording.word("province.tile", province),
              wording.word("province", province),
              tile(members.getOrDefault(province, List.of()))));
    }
    return new TileGrid(
        tiles,
        new TileGrid.Words(
            wording.say("chart.tiles.title"),
            wording.say("chart.tiles.description"),
            new Heat(evaluation, wording).bands(),
            wording.say("chart.tiles.none"),
            wording.say("chart.missing"),
            wording.say("chart.colon")));
  }

  private TileGrid.Value tile(List<CityRow> some) {
    if (some.isEmpty()) {
      return new TileGrid.Value.Empty();
    }
    Optional<PeerRange> range = median(some);
    return range.isEmpty()
        ? new TileGrid.Value.Missing(wording.say("word.withheld"))
        : new TileGrid.Value.Scored(
            range
                .get()
                .median()
                .divide(evaluation.scheme().fullScore(), MathContext.DECIMAL64)
                .doubleValue(),
            new Scores(evaluation.scheme(), wording).printed(range.get().median()));
  }

  /**
   * What is asked of provinces and of the country: a row a province, a column what is asked; below
   * it the targets, and what is asked of one region only. Without a table where nothing is asked.
   */
  Part duties() {
    List<IndicatorView> ofMany = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (IndicatorView indicator : evaluation.scheme().indicators()) {
      List<String> subjects =
          ofProvince.keySet().stream()
              .filter(subject -> ofProvince.get(subject).containsKey(indicator.id()))
              .toList();
      if (subjects.size() > 1) {
        ofMany.add(indicator);
        items.add(asked(indicator, subjects));
      } else if (!subjects.isEmpty()) {
        items.add(single(indicator, subjects.get(0)));
      }
    }
    List<Grid> grids = new ArrayList<>();
    for (int from = 0; from < ofMany.size(); from += COLUMNS) {
      grids.add(duties(ofMany.subList(from, Math.min(from + COLUMNS, ofMany.size()))));
    }
    return Part.of(
            "duties", wording.say("duties.title"), List.of(wording.say("duties.lead")), grids)
        .with(items);
  }

  private Grid duties(List<IndicatorView> asked) {
    List<Head> heads = new ArrayList<>();
    heads.add(Head.text(wording.say("provinces.province"), 32));
    asked.forEach(one -> heads.add(Head.text(wording.name(one.name()), 0)));
    List<Row> rows = new ArrayList<>();
    ofProvince.forEach(
        (subject, results) -> {
          if (asked.stream().anyMatch(one -> results.containsKey(one.id()))) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(names.get(subject)));
            asked.forEach(one -> cells.add(duty(one, results.get(one.id()))));
            rows.add(new Row(false, cells));
          }
        });
    return new Grid("", wording.say("duties.caption"), heads, rows, "");
  }

  private Cell duty(IndicatorView indicator, IndicatorResult result) {
    if (result == null) {
      return Cell.of(wording.say("indicators.none"));
    }
    String value = value(indicator, result);
    return judged(result)
        .map(one -> Cell.verdict(value, one.verdict()))
        .orElseGet(() -> Cell.of(value));
  }

  private String value(IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    return result.amount() == null
        ? amounts.reason(result.reason())
        : amounts.value(result.amount(), result.judgements());
  }

  /** Its target, how many meet it, and where it stands. */
  private String asked(IndicatorView indicator, List<String> subjects) {
    List<IndicatorResult.JudgementResult> judged =
        subjects.stream()
            .map(subject -> judged(ofProvince.get(subject).get(indicator.id())))
            .flatMap(Optional::stream)
            .toList();
    if (judged.isEmpty()) {
      return wording.say(
          "duties.unjudged", "name", wording.name(indicator.name()), "source", source(indicator));
    }
    return wording.say(
        "duties.asked",
        "name",
        wording.name(indicator.name()),
        "target",
        target(indicator, judged),
        "met",
        wording
            .figures()
            .count(judged.stream().filter(one -> one.verdict().equals(Verdict.MET.code())).count()),
        "judged",
        wording.figures().count(judged.size()),
        "source",
        source(indicator));
  }

  /** The target where all plans have the same. */
  private String target(IndicatorView indicator, List<IndicatorResult.JudgementResult> judged) {
    List<String> targets =
        judged.stream().map(new Amounts(indicator, wording)::target).distinct().toList();
    return targets.size() == 1 ? targets.get(0) : wording.say("duties.targets");
  }

  private String single(IndicatorView indicator, String subject) {
    IndicatorResult result = ofProvince.get(subject).get(indicator.id());
    return wording.say(
        "duties.single",
        "name",
        wording.name(indicator.name()),
        "subject",
        names.get(subject),
        "value",
        value(indicator, result),
        "verdict",
        judged(result)
            .map(one -> wording.verdict(one.verdict()))
            .orElseGet(() -> wording.say("duties.no.target")),
        "source",
        source(indicator));
  }

  private static String source(IndicatorView indicator) {
    return indicator.clause().isEmpty()
        ? indicator.document()
        : indicator.document() + " " + indicator.clause();
  }
}
