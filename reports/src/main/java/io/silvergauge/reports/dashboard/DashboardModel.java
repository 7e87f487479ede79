package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Totals;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.StatusView;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.html.Written;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The evaluation as the dashboard's script reads it: in columns, every decimal as text or as the
 * very double, each cell a figure or why there is none.
 */
final class DashboardModel {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String STANDING = ResultKind.STANDING.code();
  private static final String CODE_OF_GB_T_2260 = "\\d{6}";

  private final Evaluation evaluation;
  private final SchemeView scheme;
  private final List<RegionEvaluation> cities;
  private final DashboardWords words;
  private final Written written;
  private final List<String> periods;

  DashboardModel(
      Evaluation evaluation, List<RegionEvaluation> cities, DashboardWords words, Written written) {
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.cities = cities;
    this.words = words;
    this.written = written;
    this.periods = periods();
  }

  private List<String> periods() {
    Set<String> all =
        new TreeSet<>(
            Comparator.comparing((String one) -> Period.parse(one).to())
                .thenComparing(one -> Period.parse(one).from(), Comparator.reverseOrder()));
    cities.forEach(city -> city.history().forEach(one -> all.add(one.period())));
    all.add(evaluation.period());
    return List.copyOf(all);
  }

  String json() {
    ObjectNode model = NODES.objectNode();
    model.put("format", 1);
    about(model);
    model.set("scheme", scheme());
    model.set(
        "periods",
        list(
            periods,
            one -> NODES.arrayNode().add(one).add(words.both(w -> w.dates().period(one)))));
    model.set("cities", list(cities, this::city));
    model.set("totals", list(cities, this::totals));
    model.set("nodes", list(cities, this::nodes));
    IndicatorCells cells = new IndicatorCells(evaluation, cities, periods, words);
    cells.into(model);
    model.set("units", list(cities, new UnitCells(scheme, words)::of));
    model.set("sentences", words.sentences()); // last: the others add to them
    model.set("texts", words.texts());
    try {
      return JSON.writeValueAsString(model);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The model cannot be written as JSON", e);
    }
  }

  private static <T> ArrayNode list(List<T> items, Function<T, ? extends JsonNode> as) {
    ArrayNode list = NODES.arrayNode(items.size());
    items.forEach(item -> list.add(as.apply(item)));
    return list;
  }

  private void about(ObjectNode model) {
    model.set("name", words.text(evaluation.name()));
    model.put("period", evaluation.period());
    model.set("as_of", words.both(w -> w.dates().day(evaluation.asOf())));
    model.put(
        "synthetic",
        evaluation.deliveries().stream().anyMatch(one -> one.data().equals("synthetic")));
    model.set("notices", words.each(w -> CommonMethod.notices(evaluation, w)));
    model.set(
        "foot",
        words.both(
            w ->
                w.say(
                    "page.footer",
                    "edition",
                    scheme.edition(),
                    "snapshot",
                    evaluation
                        .snapshot()
                        .substring(0, Math.min(12, evaluation.snapshot().length())))));
    model.set("scheme_name", words.text(scheme.name()));
    ArrayNode languages = model.putArray("languages");
    written.languages().forEach(one -> languages.add(one.code()));
    // What a veto or a deduction did in an earlier period is not kept: those totals stay as they
    // are.
    model.put("earlier_fixed", !scheme.policies().vetoes().isEmpty() || !deducting().isEmpty());
  }

  private Set<String> deducting() {
    return scheme.policies().statuses().stream()
        .filter(status -> status.deduct().signum() > 0)
        .map(StatusView::status)
        .collect(Collectors.toSet());
  }

  private ObjectNode scheme() {
    ObjectNode view = NODES.objectNode();
    view.put("full", scheme.fullScore().toPlainString());
    view.put("decimals", scheme.scoreDecimals());
    ArrayNode results = view.putArray("results");
    scheme.results().forEach(results::add);
    ObjectNode ranking = view.putObject("ranking");
    ranking.put("on", scheme.ranking().on());
    ranking.put("decimals", scheme.ranking().decimals());
    ranking.put("ties", scheme.ranking().ties());
    view.set(
        "grades",
        list(
            scheme.grades(),
            one ->
                NODES
                    .objectNode()
                    .put("id", one.id())
                    .put("from", one.from().toPlainString())
                    .set("name", words.name(one.name()))));
    view.set("groups", list(scheme.groups(), this::group));
    view.set("indicators", list(scheme.indicators(), this::indicator));
    return view;
  }

  private ObjectNode group(GroupView group) {
    ObjectNode view = NODES.objectNode();
    view.put("id", group.id());
    view.set("name", words.name(group.name()));
    view.put("weight", group.weight().toPlainString());
    view.put("aggregation", group.aggregation());
    view.put("within", group.within());
    view.put("publishFrom", group.publishFrom().toPlainString());
    view.put("cap", group.cap().toPlainString());
    return view;
  }

  private ObjectNode indicator(IndicatorView indicator) {
    ObjectNode view = NODES.objectNode();
    view.put("id", indicator.id());
    view.set("name", words.name(indicator.name()));
    view.put("dimension", indicator.dimension());
    view.set("unit", words.both(w -> w.withUnit("", indicator.unit())));
    view.put("decimals", indicator.decimals());
    view.put("weight", indicator.weight().toPlainString());
    if (indicator.adds() != null) {
      view.put("adds", indicator.adds().toPlainString());
    }
    view.put("missing", indicator.missing());
    view.put("posts", indicator.takesPart());
    view.put("yesno", CommonMethod.isYesNo(indicator));
    view.put("counts", CommonMethod.countsUnits(indicator));
    return view;
  }

  private ObjectNode city(RegionEvaluation one) {
    RegionEvaluation.City city = one.region();
    ObjectNode view = NODES.objectNode();
    view.put("code", city.code());
    view.set("name", words.both(w -> w.place(city.name(), city.code())));
    view.put("pinyin", city.pinyin());
    view.set("level", words.both(w -> w.word("level", city.level())));
    view.set("peers", words.both(w -> w.word("level", city.peers())));
    if (city.code().matches(CODE_OF_GB_T_2260)) {
      view.set("province", words.both(w -> w.word("province", city.code().substring(0, 2))));
    }
    view.set("plan", words.both(w -> w.word("plan", one.plan().status())));
    if (city.peers().equals(Comparison.ALL)) {
      view.put("everyone", true);
    }
    row(city.code()).map(Evaluation.CityRow::grade).ifPresent(grade -> view.put("grade", grade));
    if (written.cities().contains(city.code())) {
      view.put("file", city.fileName().replace("%", "%25"));
    }
    if (isHeld(one)) {
      view.put("held", true);
    }
    return view;
  }

  private Optional<Evaluation.CityRow> row(String code) {
    return evaluation.cities().stream().filter(row -> row.code().equals(code)).findFirst();
  }

  /** Whether its standing follows from more than weights: a veto, a deduction, a screening. */
  private boolean isHeld(RegionEvaluation city) {
    boolean vetoed =
        city.scores().stream()
            .anyMatch(score -> score.result().equals(STANDING) && score.heldByVeto());
    boolean screened =
        scheme.policies().screening() != null
            && city.score(STANDING, Group.TOTAL).filter(one -> one.score() == null).isPresent();
    Set<String> deducting = deducting();
    boolean deducted =
        city.indicators().stream().anyMatch(one -> deducting.contains(one.valueStatus()));
    return vetoed || screened || deducted;
  }

  /** By period: standing, rank, fulfilment; null for a period the city was not evaluated in. */
  private ArrayNode totals(RegionEvaluation city) {
    return list(
        periods,
        period ->
            city.history().stream()
                .filter(one -> one.period().equals(period))
                .findFirst()
                .map(this::total)
                .<JsonNode>map(one -> one)
                .orElseGet(() -> period.equals(city.period()) ? current(city) : NODES.nullNode()));
  }

  private ArrayNode total(Totals one) {
    ArrayNode cells = NODES.arrayNode(3);
    score(cells, one.standing(), one.standingReason());
    cells.add(one.rank());
    score(cells, one.fulfilment(), one.fulfilmentReason());
    return cells;
  }

  /** For publications that do not say what became of periods. */
  private ArrayNode current(RegionEvaluation city) {
    Optional<NodeScore> standing = city.score(STANDING, Group.TOTAL);
    Optional<NodeScore> fulfilment = city.score(ResultKind.FULFILMENT.code(), Group.TOTAL);
    return total(
        new Totals(
            city.period(),
            fulfilment.map(NodeScore::score).orElse(null),
            standing.map(NodeScore::score).orElse(null),
            standing.map(NodeScore::rank).orElse(null),
            fulfilment.map(NodeScore::reason).orElse(null),
            standing.map(NodeScore::reason).orElse(null)));
  }

  /** The published standing of each group below the total; null where it takes no part. */
  private ArrayNode nodes(RegionEvaluation city) {
    ArrayNode cells = NODES.arrayNode();
    for (GroupView group : scheme.groups()) {
      Optional<NodeScore> node = city.score(STANDING, group.id());
      score(
          cells, node.map(NodeScore::score).orElse(null), node.map(NodeScore::reason).orElse(null));
    }
    return cells;
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A score as text, the place of the reason why there is none, or null for neither. */
  private void score(ArrayNode cells, BigDecimal score, Bilingual reason) {
    if (score != null) {
      cells.add(DashboardModel.plain(score));
    } else if (reason != null) {
      cells.add(words.place(words.text(reason)));
    } else {
      cells.addNull();
    }
  }
}
