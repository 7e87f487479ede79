package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.explanation.Explanation.Fact;
import io.silvergauge.indicators.explanation.Explanation.Kind;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Explains the figure of an indicator: targets, units, reported values, records, items, checks. */
final class FigureExplainer {
  private final RegionEvaluation city;
  private final SchemeView scheme;
  private final Map<String, Evaluation.DeliveryRow> deliveries = new HashMap<>();
  private final Map<String, Bilingual> statistics = new TreeMap<>();
  private final Map<String, List<RegionEvaluation.Input>> inputs = new TreeMap<>();
  private final Map<String, Map<String, List<RegionEvaluation.Input>>> byUnit = new HashMap<>();
  private final Map<String, Explanation> explained = new HashMap<>();

  FigureExplainer(Evaluation evaluation, RegionEvaluation city) {
    this.city = city;
    this.scheme = evaluation.scheme();
    evaluation.deliveries().forEach(one -> deliveries.put(one.path(), one));
    scheme.statistics().forEach(one -> statistics.put(one.id(), one.name()));
    city.inputs()
        .forEach(one -> inputs.computeIfAbsent(one.statistic(), key -> new ArrayList<>()).add(one));
  }

  /** The figure of an indicator. */
  Optional<IndicatorResult> of(String indicator) {
    return city.indicators().stream().filter(one -> one.id().equals(indicator)).findFirst();
  }

  /** What a figure follows from; asked again, it answers with the same. */
  Explanation explain(SchemeView.IndicatorView indicator) {
    return explained.computeIfAbsent(indicator.id(), id -> figure(indicator));
  }

  private Explanation figure(SchemeView.IndicatorView indicator) {
    Optional<IndicatorResult> found = of(indicator.id());
    String id = Anchors.figure(indicator.id());
    if (found.isEmpty()) {
      return new Explanation(
          id,
          Kind.FIGURE,
          indicator.name(),
          new Bilingual("未评估", "not evaluated"),
          Bilingual.EMPTY,
          List.of(),
          List.of());
    }
    IndicatorResult figure = found.get();
    List<Explanation> below = new ArrayList<>();
    figure.judgements().forEach(one -> below.add(judgement(indicator, figure, one)));
    Set<RegionEvaluation.Input> placed = new HashSet<>();
    for (IndicatorResult.UnitResult unit : figure.units()) {
      below.add(unit(indicator, unit, placed));
    }
    for (String statistic : indicator.statistics()) {
      for (RegionEvaluation.Input input : inputs.getOrDefault(statistic, List.of())) {
        if (!placed.contains(input)) {
          below.add(observation(input));
        }
      }
    }
    if (figure.behind() != null) {
      below.addAll(new BehindExplainer(indicator.id(), deliveries).explain(figure.behind()));
    }
    if (figure.site() != null) {
      below.add(new SiteExplainer(indicator, figure).explain());
    }
    below.addAll(checks(indicator));
    return new Explanation(
        id,
        Kind.FIGURE,
        indicator.name(),
        amount(figure.amount(), figure.unit(), reason(figure.reason(), figure.detail())),
        quotient(figure.amount(), figure.numerator(), figure.denominator()),
        facts(indicator, figure),
        below);
  }

  private static List<Fact> facts(SchemeView.IndicatorView indicator, IndicatorResult figure) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "kind", "类型", "kind", indicator.kind());
    add(facts, "source", "依据", "source", (indicator.document() + " " + indicator.clause()).trim());
    add(facts, "department", "责任部门", "department", indicator.department());
    add(
        facts,
        "units",
        "有数据的单位",
        "units with data",
        figure.leavesPresent() + " / " + figure.leavesExpected());
    if (figure.referenceDate() != null) {
      add(facts, "reference_date", "最早时点", "earliest reference date", figure.referenceDate());
    }
    if (figure.ageMonths() > 0) {
      facts.add(
          new Fact(
              "age",
              new Bilingual("沿用", "carried forward"),
              Bilingual.of("%d 个月", "%d months", figure.ageMonths())));
    }
    if (figure.valueStatus() != null) {
      add(facts, "value_status", "数据状态", "value status", figure.valueStatus());
    }
    if (figure.tooSmall() > 0) {
      add(
          facts,
          "too_small",
          "数值过小未列的输入",
          "inputs too small to show",
          Integer.toString(figure.tooSmall()));
    }
    if (!figure.documents().isEmpty()) {
      add(facts, "documents", "文件", "documents", String.join("; ", figure.documents()));
    }
    return facts;
  }

  private Explanation judgement(
      SchemeView.IndicatorView indicator,
      IndicatorResult figure,
      IndicatorResult.JudgementResult one) {
    List<Fact> facts = new ArrayList<>();
    if (one.target() != null) {
      add(
          facts,
          "target",
          "目标",
          "target",
          one.operator() + " " + Explainer.plain(one.target()) + " " + figure.unit());
      add(facts, "by", "期限", "by", one.by());
    }
    if (one.shortfall() != null) {
      add(
          facts,
          "shortfall",
          "差距",
          "shortfall",
          Explainer.plain(one.shortfall()) + " " + figure.unit());
    }
    return new Explanation(
        Anchors.judgement(indicator.id(), one.profile()),
        Kind.JUDGEMENT,
        profileName(one.profile()),
        verdict(one.verdict()),
        one.target() == null || figure.amount() == null
            ? Bilingual.EMPTY
            : Bilingual.of(
                "%s %s %s？",
                "%s %s %s?",
                Explainer.plain(figure.counts()),
                one.operator(),
                Explainer.plain(one.target())),
        facts,
        List.of());
  }

  private Bilingual profileName(String profile) {
    if (profile.equals(Profile.PLAN)) {
      return city.plan().name();
    }
    return scheme.profiles().stream()
        .filter(one -> one.id().equals(profile))
        .findFirst()
        .map(SchemeView.ProfileView::name)
        .orElse(Bilingual.same(profile));
  }

  private static Bilingual verdict(String code) {
    return Arrays.stream(Verdict.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(Verdict::text)
        .orElse(Bilingual.same(code));
  }

  /** What a statistic of one unit was worked out from, in its order; found without a search. */
  private List<RegionEvaluation.Input> of(String statistic, String unit) {
    return byUnit
        .computeIfAbsent(
            statistic,
            one ->
                inputs.getOrDefault(one, List.of()).stream()
                    .collect(Collectors.groupingBy(RegionEvaluation.Input::region)))
        .getOrDefault(unit, List.of());
  }

  private Explanation unit(
      SchemeView.IndicatorView indicator,
      IndicatorResult.UnitResult unit,
      Set<RegionEvaluation.Input> placed) {
    List<Explanation> below = new ArrayList<>();
    for (String statistic : indicator.statistics()) {
      for (RegionEvaluation.Input input : of(statistic, unit.code())) {
        below.add(observation(input));
        placed.add(input);
      }
    }
    List<Fact> facts = new ArrayList<>();
    if (unit.meets() != null) {
      add(facts, "meets", "是否达到要求", "meets what is asked", unit.meets());
    }
    return new Explanation(
        Anchors.unit(indicator.id(), unit.code()),
        Kind.UNIT,
        named(unit.code(), unit.name()),
        amount(unit.amount(), "", reason(unit.reason(), null)),
        quotient(unit.amount(), unit.numerator(), unit.denominator()),
        facts,
        below);
  }

  private Explanation observation(RegionEvaluation.Input input) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "region", "报送单位", "reported of", input.region());
    add(facts, "period", "时期", "period", input.period());
    add(facts, "file", "文件", "file", input.file());
    if (input.sheet() != null) {
      add(facts, "sheet", "工作表", "sheet", input.sheet());
    }
    add(facts, "row", "记录", "record", Long.toString(input.row()));
    add(facts, "column", "列", "column", input.column());
    if (input.rows() > 1) {
      add(facts, "rows", "合计的记录数", "records summed", Integer.toString(input.rows()));
    }
    addDelivery(facts, deliveries, input.file());
    return new Explanation(
        Anchors.observation(input),
        Kind.OBSERVATION,
        statistics.getOrDefault(input.statistic(), Bilingual.same(input.statistic())),
        said(input),
        Bilingual.EMPTY,
        facts,
        List.of());
  }

  private static Bilingual said(RegionEvaluation.Input input) {
    return switch (input.mark()) {
      case RegionEvaluation.Input.NUMBER ->
          Bilingual.same((Explainer.plain(input.value()) + " " + input.unit()).trim());
      case RegionEvaluation.Input.SUPPRESSED -> Reason.SUPPRESSED.text();
      default -> new Bilingual("过小未列", "too small to show");
    };
  }

  /** What came in a file, and when; the hash leads to the stored copy of it. */
  static void addDelivery(
      List<Fact> facts, Map<String, Evaluation.DeliveryRow> deliveries, String file) {
    Evaluation.DeliveryRow delivery = deliveries.get(file);
    if (delivery != null) {
      add(facts, "sender", "报送方", "sender", delivery.sender());
      facts.add(new Fact("source", new Bilingual("来源", "source"), delivery.sourceName()));
      add(facts, "data", "数据性质", "data", delivery.data());
      add(facts, "received", "收到日期", "received", delivery.received());
      add(facts, "slot", "报送批次", "slot", delivery.slot() + " (" + delivery.mode() + ")");
      add(facts, "sha256", "SHA-256", "SHA-256", delivery.sha256());
    }
  }

  private List<Explanation> checks(SchemeView.IndicatorView indicator) {
    Map<String, Explanation> found = new LinkedHashMap<>();
    for (CheckResult check : city.checks()) {
      if (check.concerns(indicator.statistics())) {
        String all = String.join(".", "check", indicator.id(), check.check(), check.region());
        String id = all;
        for (int again = 2; found.containsKey(id); again++) {
          id = all + "." + again; // a check that is asked month by month
        }
        List<Fact> facts = new ArrayList<>();
        add(facts, "severity", "级别", "severity", check.severity());
        if (check.justification() != null) {
          facts.add(
              new Fact(
                  "justification",
                  new Bilingual("说明", "justification"),
                  check.justification().text()));
        }
        found.put(
            id,
            new Explanation(
                id,
                Kind.CHECK,
                named(check.region(), check.name()),
                check.message(),
                Bilingual.EMPTY,
                facts,
                List.of()));
      }
    }
    return List.copyOf(found.values());
  }

  private static Bilingual amount(BigDecimal amount, String unit, Bilingual reason) {
    return amount == null ? reason : Bilingual.same((Explainer.plain(amount) + " " + unit).trim());
  }

  private static Bilingual reason(String code, Bilingual detail) {
    Bilingual name =
        Arrays.stream(Reason.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .map(Reason::text)
            .orElse(Bilingual.same(String.valueOf(code)));
    return detail == null || detail.en().isEmpty()
        ? name
        : Bilingual.of("%s：%s", "%s: %s", name, detail);
  }

  /**
   * How an amount follows from numerator and denominator; the factor is what makes it come out, 100
   * for a percentage.
   */
  private static Bilingual quotient(
      BigDecimal amount, BigDecimal numerator, BigDecimal denominator) {
    if (amount == null || numerator == null || denominator == null) {
      return Bilingual.EMPTY;
    }
    if (numerator.signum() == 0) {
      return Bilingual.same("0 ÷ " + Explainer.plain(denominator));
    }
    BigDecimal factor =
        amount.multiply(denominator).divide(numerator, new MathContext(6)).stripTrailingZeros();
    return Bilingual.same(
        Explainer.plain(numerator)
            + " ÷ "
            + Explainer.plain(denominator)
            + (factor.compareTo(BigDecimal.ONE) == 0 ? "" : " × " + Explainer.plain(factor)));
  }

  private static Bilingual named(String code, Bilingual name) {
    return Bilingual.of("%s %s", "%s %s", code, name.en().isEmpty() ? name.zh() : name);
  }

  static void add(List<Fact> facts, String id, String zh, String en, String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(new Fact(id, new Bilingual(zh, en), Bilingual.same(value)));
    }
  }
}
