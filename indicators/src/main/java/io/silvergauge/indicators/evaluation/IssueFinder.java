package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what falls short in one period of a city: targets of its plan that are due and not met,
 * rules that are broken, evidence and figures that are missing. What only files tell, such as what
 * was refused or never came, is given to it.
 */
public final class IssueFinder {
  private final Scheme scheme;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  /** A finder under a scheme and what a plan adds to it. */
  public IssueFinder(Scheme scheme, Plan plan) {
    this.scheme = scheme;
    plan.indicators(scheme).forEach(indicator -> indicators.put(indicator.id(), indicator));
  }

  /**
   * What the period of an evaluation shows.
   *
   * @param city with what people say to its warnings
   * @param lapses what was refused or never came
   */
  public Sighting find(RegionEvaluation city, Collection<Issue> lapses) {
    List<Issue> issues = new ArrayList<>(lapses);
    Set<String> undecided = new HashSet<>();
    for (IndicatorResult result : city.indicators()) {
      Optional.ofNullable(indicators.get(result.id()))
          .ifPresent(indicator -> add(indicator, result, issues, undecided));
    }
    city.checks().stream()
        .filter(check -> !check.severity().equals(Severity.INFO.code()))
        .filter(check -> check.justification() == null)
        .map(this::check)
        .forEach(issues::add);
    scheme.checks().stream()
        .filter(check -> isBlind(check, city))
        .forEach(check -> undecided.add(Issue.subject(FindingKind.CHECK, check.id())));
    return Sighting.of(Period.parse(city.period()), issues, undecided);
  }

  private void add(
      Indicator indicator, IndicatorResult result, List<Issue> issues, Set<String> undecided) {
    Optional<JudgementResult> plan =
        result.judgements().stream().filter(one -> one.profile().equals(Profile.PLAN)).findFirst();
    boolean asked =
        plan.map(one -> !one.verdict().equals(Verdict.NOT_IN_PLAN.code())).orElse(false)
            || indicator.isCompared();
    boolean applies = !Reason.NOT_APPLICABLE.code().equals(result.reason());
    if (result.site() == null || result.site().visits().isEmpty()) {
      undecided.add(Issue.subject(FindingKind.VISIT, indicator.id())); // nobody has been there
    } else {
      issues.addAll(SiteIssues.of(indicator, result));
    }
    if (!asked || !applies) {
      return;
    }
    plan.filter(one -> one.verdict().equals(Verdict.UNMET.code()))
        .ifPresent(one -> issues.add(target(indicator, result, one)));
    if (result.amount() == null) {
      if (!Reason.SUPPRESSED.code().equals(result.reason())) { // nobody has to put that right
        issues.add(figure(indicator, result));
      }
      undecided.add(Issue.subject(FindingKind.TARGET, indicator.id()));
      undecided.add(Issue.subject(FindingKind.EVIDENCE, indicator.id()));
    } else if (lacksEvidence(indicator, result)) {
      issues.add(evidence(indicator, result));
    }
  }

  private Issue target(Indicator indicator, IndicatorResult result, JudgementResult judgement) {
    return new Issue(
        FindingKind.TARGET,
        indicator.id(),
        "",
        indicator.name(),
        Advice.shortfall(indicator, result, judgement),
        result.counts(),
        judgement.operator(),
        judgement.target(),
        judgement.shortfall(),
        result.unit(),
        behind(indicator, result, judgement),
        indicator.department(),
        judgement.by(),
        new Advice(scheme).target(indicator, result, judgement));
  }

  /** Records and items that fail, where there are any; else the units behind the figure. */
  private static List<Finding.Place> behind(
      Indicator indicator, IndicatorResult result, JudgementResult judgement) {
    List<Finding.Place> places = new ArrayList<>();
    if (result.behind() != null) {
      for (Behind.Listed record : result.behind().records()) {
        if (record.state().equals(Behind.FAILS)) {
          places.add(record(record));
        }
      }
      for (Behind.Item item : result.behind().items()) {
        if (item.reached() != null && item.reached().compareTo(item.points()) < 0) {
          places.add(new Finding.Place(item.region(), item.name(), item.why()));
        }
      }
    }
    return places.isEmpty() ? units(indicator, result, judgement) : places;
  }

  private static Finding.Place record(Behind.Listed record) {
    Bilingual where = Bilingual.of("%s（%s）", "%s (%s)", record.regionName(), record.id());
    Bilingual asked = Bilingual.EMPTY;
    for (Behind.Asked one : record.asked()) {
      asked =
          asked.equals(Bilingual.EMPTY)
              ? one.name()
              : Bilingual.of("%s；%s", "%s; %s", asked, one.name());
    }
    return new Finding.Place(
        record.region(), record.name().isEmpty() ? where : Bilingual.same(record.name()), asked);
  }

  /**
   * Units that fail what is asked of each; else those whose own value lies short of the target. A
   * ratio is asked of a unit as of the city; of a number of things the city's target is not.
   */
  private static List<Finding.Place> units(
      Indicator indicator, IndicatorResult result, JudgementResult judgement) {
    boolean asked = result.units().stream().anyMatch(unit -> unit.meets() != null);
    Comparator<UnitResult> worst =
        Comparator.comparing(UnitResult::amount, Comparator.nullsLast(Comparator.naturalOrder()));
    boolean lower = judgement.operator().equals("<=");
    boolean isRatio = indicator.measure() instanceof Measure.Ratio;
    return result.units().stream()
        .filter(
            unit ->
                asked
                    ? "no".equals(unit.meets())
                    : unit.amount() != null
                        && (isRatio || lower)
                        && beyond(unit.amount(), judgement))
        .sorted((lower ? worst.reversed() : worst).thenComparing(UnitResult::code))
        .map(
            unit ->
                new Finding.Place(
                    unit.code(),
                    unit.name(),
                    unit.amount() == null
                        ? Bilingual.EMPTY
                        : Bilingual.same(Advice.plain(unit.amount(), indicator.decimals()))))
        .toList();
  }

  private static boolean beyond(BigDecimal amount, JudgementResult judgement) {
    int order = amount.compareTo(judgement.target());
    boolean above = judgement.upper() != null && amount.compareTo(judgement.upper()) > 0;
    return judgement.operator().equals("<=") ? order > 0 : order < 0 || above;
  }

  private Issue figure(Indicator indicator, IndicatorResult result) {
    int lacking = result.leavesExpected() - result.leavesPresent();
    List<Finding.Place> places =
        result.units().stream()
            .filter(unit -> unit.reason() != null)
            .filter(unit -> !Reason.SUPPRESSED.code().equals(unit.reason()))
            .map(unit -> new Finding.Place(unit.code(), unit.name(), Advice.reason(unit.reason())))
            .toList();
    return Issue.of(
        FindingKind.FIGURE,
        indicator.id(),
        "",
        indicator.name(),
        Bilingual.of("%s：%s", "%s: %s", Advice.reason(result.reason()), result.detail()),
        lacking > 0 ? BigDecimal.valueOf(lacking) : null,
        places,
        indicator.department(),
        Advice.figure(result.reason()));
  }

  private boolean lacksEvidence(Indicator indicator, IndicatorResult result) {
    return scheme.conduct().followUp().evidenceFor().contains(indicator.measure().kind())
        && !indicator.evidence().isEmpty()
        && result.amount().signum() != 0
        && (hasBareItems(result)
            || (!hasItems(result)
                && result.documents().isEmpty()
                && (result.valueStatus() == null
                    || ValueStatus.REPORTED.code().equals(result.valueStatus()))));
  }

  private static boolean hasItems(IndicatorResult result) {
    return result.behind() != null && !result.behind().items().isEmpty();
  }

  /** Whether something counts that nothing shows. */
  private static boolean hasBareItems(IndicatorResult result) {
    return hasItems(result) && result.behind().items().stream().anyMatch(IssueFinder::isBare);
  }

  private static boolean isBare(Behind.Item item) {
    return item.reached() != null && item.reached().signum() > 0 && item.evidence() == null;
  }

  private static Issue evidence(Indicator indicator, IndicatorResult result) {
    return Issue.of(
        FindingKind.EVIDENCE,
        indicator.id(),
        "",
        indicator.name(),
        new Bilingual("已报送，但未附佐证材料", "reported, but no document supports it"),
        null,
        hasItems(result)
            ? result.behind().items().stream()
                .filter(IssueFinder::isBare)
                .map(item -> new Finding.Place(item.region(), item.name(), Bilingual.EMPTY))
                .toList()
            : List.of(),
        indicator.department(),
        Bilingual.of(
            "补报佐证材料：%s",
            "send the document that supports it: %s", String.join(", ", indicator.evidence())));
  }

  private Issue check(CheckResult result) {
    List<Finding.Place> places = new ArrayList<>();
    places.add(new Finding.Place(result.region(), result.name(), Bilingual.EMPTY));
    for (CheckResult.CheckedValue value : result.values()) {
      places.add(
          new Finding.Place(
              value.file(),
              Bilingual.EMPTY,
              Bilingual.of(
                  "第 %d 行 %s = %s",
                  "row %d %s = %s", value.row(), value.column(), value.value().toPlainString())));
    }
    boolean error = result.severity().equals(Severity.ERROR.code());
    return Issue.of(
        FindingKind.CHECK,
        result.check(),
        result.region(),
        result.name(),
        result.message(),
        null,
        places.stream().distinct().toList(),
        departmentOf(result.check()),
        error
            ? new Bilingual(
                "对照原始资料核实；更正后重新报送（amend）",
                "hold it against the records and send what is right (amend)")
            : new Bilingual(
                "对照原始资料核实；更正后重新报送，或在 justifications.csv 中说明理由",
                "hold it against the records; send what is right, or explain it in"
                    + " justifications.csv"));
  }

  /** The department of the first indicator that rests on what a check looks at. */
  private String departmentOf(String id) {
    return scheme.checks().stream()
        .filter(check -> check.id().equals(id))
        .flatMap(
            check -> indicators.values().stream().filter(indicator -> shares(check, indicator)))
        .map(Indicator::department)
        .filter(department -> !department.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean shares(Check check, Indicator indicator) {
    return check.rule().statistics().stream().anyMatch(indicator.measure().inputs()::contains);
  }

  /** Whether figures that rest on what a check looks at are missing, so that it may see nothing. */
  private boolean isBlind(Check check, RegionEvaluation city) {
    return city.indicators().stream()
        .filter(result -> result.amount() == null && indicators.containsKey(result.id()))
        .anyMatch(result -> shares(check, indicators.get(result.id())));
  }
}
