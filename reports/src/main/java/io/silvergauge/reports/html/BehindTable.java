package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.PeerRange;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Input;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.StatisticView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes what is behind the figures of a city: its units, laggards first, and the inputs. */
final class BehindTable {
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]+\\.[0-9]{5,}");

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Listed listed;
  private final Wording wording;
  private final Scores scores;
  private final RefusalTable refusals;
  private final Map<String, Bilingual> names = new TreeMap<>();
  private final Map<String, Bilingual> statistics = new TreeMap<>();

  BehindTable(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.listed = Listed.of(scheme, region);
    this.wording = wording;
    this.scores = new Scores(scheme, wording);
    this.refusals = new RefusalTable(region, wording);
    names.put(region.region().code(), region.region().name());
    for (IndicatorResult result : region.indicators()) {
      result.units().forEach(unit -> names.put(unit.code(), unit.name()));
    }
    for (StatisticView statistic : scheme.statistics()) {
      statistics.put(statistic.id(), statistic.name());
    }
  }

  CityPage.Behind of(IndicatorView indicator, IndicatorResult result, Amounts amounts) {
    String name = wording.name(indicator.name());
    List<Input> inputs = listed.inputs(indicator, result);
    Listed.More more = listed.more(result.id());
    return new CityPage.Behind(
        summary(result.units().size(), inputs.size() + more.inputs()),
        listed.leftOut(result.id(), more.inputs(), wording),
        facts(indicator, result, amounts),
        new TrendChart(indicator, scheme.profiles(), amounts, wording, planned())
            .pictures(result, "trend" + (region.indicators().indexOf(result) + 1)),
        wording.say("behind.units.caption", "indicator", name),
        result.units().stream().anyMatch(unit -> unit.meets() != null),
        result.units().stream().anyMatch(unit -> unit.denominator() != null),
        units(indicator, result.units(), more.units(), amounts),
        new ListingTables(wording).of(result.behind()),
        wording.say("behind.inputs.caption", "indicator", name),
        groups(amounts, inputs));
  }

  private String planned() {
    boolean own = !region.plan().status().equals("scheme");
    return wording.say(own ? "indicators.plan" : "indicators.plan.scheme");
  }

  private String summary(int units, int inputs) {
    List<String> parts = new ArrayList<>();
    if (units > 0) {
      parts.add(wording.say("behind.summary.units", "units", wording.figures().count(units)));
    }
    parts.add(
        inputs == 0
            ? wording.say("behind.summary.none")
            : wording.say("behind.summary.inputs", "inputs", wording.figures().count(inputs)));
    return wording.list(parts);
  }

  private List<Fact> facts(IndicatorView indicator, IndicatorResult result, Amounts amounts) {
    List<Fact> facts = new ArrayList<>();
    for (ResultKind kind : ResultKind.values()) {
      region
          .score(kind.code(), indicator.id())
          .ifPresent(score -> facts.add(new Fact(named(kind.code()), score(score))));
    }
    if (result.peers() != null && result.peers().count() > 1 && !amounts.yesNo()) {
      facts.add(new Fact(named("peers"), peers(amounts, result.peers())));
    }
    facts.addAll(new TrendFacts(wording).of(indicator, result));
    if (result.valueStatus() != null) {
      facts.add(new Fact(named("status"), wording.word("status", result.valueStatus())));
    }
    if (result.tooSmall() > 0) {
      facts.add(
          new Fact(
              named("small"), wording.say("behind.fact.small.text", "count", result.tooSmall())));
    }
    if (!result.documents().isEmpty()) {
      facts.add(new Fact(named("documents"), wording.list(result.documents())));
    }
    if (!indicator.evidence().isEmpty()) {
      facts.add(new Fact(named("evidence"), wording.list(indicator.evidence())));
    }
    if (!wording.text(indicator.note()).isEmpty()) {
      facts.add(new Fact(named("note"), wording.text(indicator.note())));
    }
    return facts;
  }

  private String named(String fact) {
    return wording.say("behind.fact." + fact);
  }

  private String peers(Amounts amounts, PeerRange peers) {
    return wording.say(
        "behind.fact.peers.text",
        "count",
        wording.figures().count(peers.count()),
        "least",
        amounts.value(peers.least(), List.of()),
        "median",
        amounts.value(peers.median(), List.of()),
        "greatest",
        amounts.value(peers.greatest(), List.of()));
  }

  private String score(NodeScore node) {
    Score score = scores.score(Optional.of(node));
    if (!score.present()) {
      return score.reason();
    }
    String said =
        score.rank().isEmpty()
            ? score.text()
            : wording.say("behind.fact.rank", "score", score.text(), "rank", score.rank());
    return node.rule() == null
        ? said
        : wording.say("behind.fact.rule", "score", said, "rule", shortened(node.rule()));
  }

  /** Four decimals are enough to follow it; the model has all of them. */
  private String shortened(Bilingual rule) {
    return LONG_NUMBER
        .matcher(wording.text(rule))
        .replaceAll(
            number -> {
              BigDecimal four = new BigDecimal(number.group()).setScale(4, RoundingMode.HALF_EVEN);
              boolean tells = four.stripTrailingZeros().scale() > 0;
              return tells ? four.toPlainString() : number.group();
            });
  }

  /** Those that fall short, then those that did not report, then the rest; the worst first. */
  static List<UnitResult> laggardsFirst(IndicatorView indicator, List<UnitResult> units) {
    Comparator<UnitResult> byValue =
        Comparator.comparing(UnitResult::amount, Comparator.nullsFirst(Comparator.naturalOrder()));
    Comparator<UnitResult> worstFirst =
        indicator.better().equals("lower")
            ? Comparator.comparing(
                UnitResult::amount, Comparator.nullsFirst(Comparator.reverseOrder()))
            : byValue;
    return units.stream()
        .sorted(
            Comparator.comparing(BehindTable::urgency)
                .thenComparing(worstFirst)
                .thenComparing(UnitResult::code))
        .toList();
  }

  private static int urgency(UnitResult unit) {
    if (notApplicable(unit)) {
      return 3;
    }
    if (unit.amount() == null) {
      return 1;
    }
    return "no".equals(unit.meets()) ? 0 : 2;
  }

  private static boolean notApplicable(UnitResult unit) {
    return Reason.NOT_APPLICABLE.code().equals(unit.reason());
  }

  private List<CityPage.UnitRow> units(
      IndicatorView indicator, List<UnitResult> units, Set<String> without, Amounts amounts) {
    int numerators = decimals(units, UnitResult::numerator);
    int denominators = decimals(units, UnitResult::denominator);
    return laggardsFirst(indicator, units).stream()
        .filter(unit -> !without.contains(unit.code()))
        .map(unit -> unit(indicator, amounts, unit, numerators, denominators))
        .toList();
  }

  /** As many decimals as the longest of a column has, so that the column lines up. */
  private static int decimals(List<UnitResult> units, Function<UnitResult, BigDecimal> column) {
    return units.stream()
        .map(column)
        .filter(value -> value != null)
        .mapToInt(Figures::quantityDecimals)
        .max()
        .orElse(0);
  }

  private CityPage.UnitRow unit(
      IndicatorView indicator, Amounts amounts, UnitResult unit, int numerators, int denominators) {
    boolean present = unit.amount() != null;
    String meets =
        unit.meets() == null ? "" : notApplicable(unit) ? "not_applicable" : unit.meets();
    return new CityPage.UnitRow(
        Anchors.of(Anchors.unit(indicator.id(), unit.code())),
        wording.place(unit.name(), unit.code()),
        wording.cut(unit.code()),
        present,
        present ? amounts.unitValue(unit.amount()) : amounts.reason(unit.reason()),
        present || notApplicable(unit)
            ? ""
            : refusals.explaining(unit.code(), indicator.statistics()).orElse(""),
        unit.denominator() == null ? "" : wording.figures().fixed(unit.numerator(), numerators),
        unit.denominator() == null ? "" : wording.figures().fixed(unit.denominator(), denominators),
        meets,
        meets.isEmpty() ? "" : wording.word("meets", meets));
  }

  /** What was reported of one thing in one column of a file stands together. */
  private List<CityPage.InputGroup> groups(Amounts amounts, List<Input> inputs) {
    Map<InputColumn, List<CityPage.InputRow>> rows = new LinkedHashMap<>();
    for (Input input : inputs) {
      rows.computeIfAbsent(InputColumn.of(input), column -> new ArrayList<>())
          .add(input(amounts, input));
    }
    return rows.entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue())).toList();
  }

  private CityPage.InputGroup group(InputColumn column, List<CityPage.InputRow> rows) {
    return new CityPage.InputGroup(
        wording.text(
            statistics.getOrDefault(column.statistic(), Bilingual.same(column.statistic()))),
        wording.dates().period(column.period()),
        column.file(),
        column.sheet() == null ? "" : wording.say("behind.sheet", "sheet", column.sheet()),
        column.column(),
        rows);
  }

  private record InputColumn(
      String statistic, String period, String file, String sheet, String column) {
    static InputColumn of(Input input) {
      return new InputColumn(
          input.statistic(), input.period(), input.file(), input.sheet(), input.column());
    }
  }

  private CityPage.InputRow input(Amounts amounts, Input input) {
    return new CityPage.InputRow(
        Anchors.of(Anchors.observation(input)),
        wording.place(names.getOrDefault(input.region(), Bilingual.EMPTY), input.region()),
        wording.cut(input.region()),
        said(amounts, input),
        place(input));
  }

  private String said(Amounts amounts, Input input) {
    if (input.mark().equals(Input.SUPPRESSED)) {
      return wording.text(Reason.SUPPRESSED.text());
    }
    return input.mark().equals(Mark.TOO_SMALL.code())
        ? wording.say("behind.too.small")
        : amounts.reported(input.value(), input.unit());
  }

  private String place(Input input) {
    return input.rows() > 1
        ? wording.say(
            "behind.records",
            "row",
            wording.figures().count(input.row()),
            "rows",
            wording.figures().count(input.rows()))
        : wording.say("behind.record", "row", wording.figures().count(input.row()));
  }
}
