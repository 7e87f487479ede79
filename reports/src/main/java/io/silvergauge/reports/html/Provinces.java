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
import java.util.LinkedHashMap;
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
  private final Evaluation evaluation;
  private final Wording wording;
  private final boolean fulfilment;
  private final Map<String, List<CityRow>> members = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, IndicatorView> asked = new LinkedHashMap<>();
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
        Cell.of(
            median(some)
                .map(range -> new Scores(evaluation.scheme(), wording).printed(range.median()))
                .orElseGet(() -> wording.say("word.withheld"))));
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

  /** What is asked of provinces and of the country; without a table where nothing is. */
  Part duties() {
    for (IndicatorView indicator : evaluation.scheme().indicators()) {
      if (ofProvince.values().stream().anyMatch(one -> one.containsKey(indicator.id()))) {
        asked.put(indicator.id(), indicator);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (IndicatorView indicator : asked.values()) {
      rows.add(Row.group(wording.name(indicator.name()), source(indicator)));
      ofProvince.forEach(
          (subject, results) -> {
            if (results.containsKey(indicator.id())) {
              rows.add(duty(names.get(subject), indicator, results.get(indicator.id())));
            }
          });
    }
    return Part.of(
        "duties",
        wording.say("duties.title"),
        List.of(wording.say("duties.lead")),
        List.of(
            new Grid(
                "",
                wording.say("duties.caption"),
                List.of(
                    Head.text(wording.say("provinces.province"), 50),
                    Head.number(wording.say("duties.value"), 40),
                    Head.text(wording.say("duties.target"), 40),
                    Head.text(wording.say("duties.verdict"), 0)),
                rows,
                "")));
  }

  private static String source(IndicatorView indicator) {
    return indicator.clause().isEmpty()
        ? indicator.document()
        : indicator.document() + " " + indicator.clause();
  }

  private Row duty(String name, IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    Optional<IndicatorResult.JudgementResult> judged = judged(result);
    return Row.of(
        Cell.of(name),
        Cell.of(
            result.amount() == null
                ? amounts.reason(result.reason())
                : amounts.value(result.amount(), result.judgements())),
        Cell.of(judged.map(amounts::target).orElse(wording.say("indicators.none"))),
        judged
            .map(one -> Cell.verdict(wording.verdict(one.verdict()), one.verdict()))
            .orElse(Cell.of(wording.say("indicators.none"))));
  }
}
