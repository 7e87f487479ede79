package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the ledger 工作台账: for each department its indicators with target, value and judgement city
 * by city, what is overdue, and its findings. Goes through the cities once.
 */
final class LedgerMaker {
  private final Evaluation evaluation;
  private final Material material;
  private final Wording wording;
  private final Written written;
  private final Map<String, Department> departments = new LinkedHashMap<>();

  LedgerMaker(Material material, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.material = material;
    this.wording = wording;
    this.written = written;
  }

  /** What a department answers for. */
  private static final class Department {
    private final Map<String, List<Row>> targets = new LinkedHashMap<>();
    private final Map<String, IndicatorView> indicators = new LinkedHashMap<>();
    private final Map<String, Integer> verdicts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
  }

  HandoutPage page() {
    // In the order of the scheme; what plans and checks add comes after, nobody's last.
    evaluation.scheme().indicators().stream()
        .map(IndicatorView::department)
        .filter(department -> !department.isEmpty())
        .forEach(this::department);
    Map<String, String> names = new LinkedHashMap<>();
    for (RegionEvaluation city : material.cities()) {
      names.put(city.region().code(), wording.place(city.region().name(), city.region().code()));
      add(city);
    }
    for (Evaluation.SenderRow sender : evaluation.senders()) {
      names.putIfAbsent(sender.code(), wording.place(sender.name(), sender.code()));
    }
    evaluation.findings().forEach(one -> department(one.department()).findings.add(one));
    List<Part> parts = new ArrayList<>();
    departments.values().removeIf(one -> one.targets.isEmpty() && one.findings.isEmpty());
    parts.add(overview());
    departments.forEach(
        (code, one) -> {
          if (!code.isEmpty()) {
            parts.add(part(code, one, names));
          }
        });
    if (departments.containsKey("")) {
      parts.add(part("", departments.get(""), names));
    }
    return new HandoutPage(
        new Heads(evaluation, wording)
            .handout(new Handout.Ledger(), wording.say("ledger.title"), List.of(), written),
        parts);
  }

  private Department department(String code) {
    return departments.computeIfAbsent(code, key -> new Department());
  }

  private void add(RegionEvaluation city) {
    SchemeView scheme = evaluation.scheme().with(city.plan());
    for (IndicatorResult result : city.indicators()) {
      scheme.indicator(result.id()).ifPresent(indicator -> add(city, indicator, result));
    }
    city.findings().forEach(one -> department(one.department()).findings.add(one));
  }

  private void add(RegionEvaluation city, IndicatorView indicator, IndicatorResult result) {
    for (JudgementResult held : result.judgements()) {
      if (held.profile().equals(Profile.PLAN)
          && !held.verdict().equals(Verdict.NOT_IN_PLAN.code())
          && !Targets.isNotApplicable(result)) {
        Department department = department(indicator.department());
        department.indicators.putIfAbsent(indicator.id(), indicator);
        department
            .targets
            .computeIfAbsent(indicator.id(), key -> new ArrayList<>())
            .add(row(city, indicator, result, held));
        department.verdicts.merge(held.verdict(), 1, Integer::sum);
      }
    }
  }

  private Row row(
      RegionEvaluation city,
      IndicatorView indicator,
      IndicatorResult result,
      JudgementResult held) {
    Amounts amounts = new Amounts(indicator, wording);
    String code = city.region().code();
    return Row.of(
        Cell.city(
            wording.place(city.region().name(), code),
            written.city(code) ? Links.city(code, wording.language()) : ""),
        Cell.of(orDash(amounts.target(held))),
        Cell.of(orDash(held.by() == null ? "" : wording.dates().period(held.by()))),
        result.amount() == null
            ? Cell.of(wording.reason(result.reason()))
            : Cell.of(amounts.value(result.counts(), result.judgements())),
        Cell.verdict(wording.verdict(held.verdict()), held.verdict()),
        held.shortfall() == null || result.counts() == null || amounts.yesNo()
            ? Cell.of(wording.say("indicators.none"))
            : Cell.of(amounts.distance(result.counts(), held, result.judgements())));
  }

  private Part overview() {
    List<Row> rows = new ArrayList<>();
    departments.forEach((code, one) -> rows.add(overview(code, one)));
    return Part.of(
        "overview",
        wording.say("ledger.overview"),
        List.of(wording.say("ledger.lead", "cities", count(evaluation.cities().size()))),
        List.of(
            new Grid(
                "",
                wording.say("ledger.overview.caption"),
                List.of(
                    Head.text(wording.say("followup.department"), 0),
                    Head.number(wording.say("ledger.indicators"), 17),
                    Head.number(wording.say("ledger.met"), 17),
                    Head.number(wording.say("ledger.unmet"), 17),
                    Head.number(wording.say("ledger.not.due"), 17),
                    Head.number(wording.say("ledger.unknown"), 19),
                    Head.number(wording.say("ledger.open"), 21),
                    Head.number(wording.say("ledger.overdue"), 17),
                    Head.number(wording.say("ledger.corrected"), 17)),
                rows,
                "")));
  }

  private Row overview(String code, Department one) {
    return Row.of(
        Cell.of(name(code)),
        Cell.of(count(one.targets.size())),
        Cell.of(count(verdicts(one, Verdict.MET))),
        Cell.of(count(verdicts(one, Verdict.UNMET))),
        Cell.of(count(verdicts(one, Verdict.NOT_DUE))),
        Cell.of(count(verdicts(one, Verdict.NOT_COMPUTABLE))),
        Cell.of(count(one.findings.stream().filter(Finding::stillOpen).count())),
        Cell.of(count(one.findings.stream().filter(LedgerMaker::isOverdue).count())),
        Cell.of(count(one.findings.stream().filter(finding -> !finding.stillOpen()).count())));
  }

  private static int verdicts(Department one, Verdict verdict) {
    return one.verdicts.getOrDefault(verdict.code(), 0);
  }

  private static boolean isOverdue(Finding finding) {
    return finding.stillOpen() && finding.overdue() != null;
  }

  private Part part(String code, Department one, Map<String, String> names) {
    List<Row> targets = new ArrayList<>();
    one.targets.forEach(
        (id, rows) -> {
          IndicatorView indicator = one.indicators.get(id);
          targets.add(Row.group(wording.name(indicator.name()), source(indicator)));
          targets.addAll(rows);
        });
    return Part.of(
        code.isEmpty() ? "nobody" : "d" + List.copyOf(departments.keySet()).indexOf(code),
        name(code),
        List.of(),
        List.of(
            new Grid(
                wording.say("ledger.targets"),
                wording.say("ledger.targets.caption"),
                List.of(
                    Head.text(wording.say("comparison.city"), 0),
                    Head.text(wording.say("ledger.target"), 30),
                    Head.text(wording.say("unmet.due"), 28),
                    Head.number(wording.say("unmet.value"), 34),
                    Head.text(wording.say("indicators.verdict"), 25),
                    Head.number(wording.say("unmet.shortfall"), 32)),
                targets,
                ""),
            findings("ledger.late", one, names, LedgerMaker::isOverdue),
            findings(
                "ledger.findings",
                one,
                names,
                finding -> finding.stillOpen() && finding.overdue() == null),
            findings("ledger.done", one, names, finding -> !finding.stillOpen())));
  }

  private Grid findings(
      String title, Department one, Map<String, String> names, Predicate<Finding> wanted) {
    FindingRows rows = new FindingRows(wording);
    return new Grid(
        wording.say(title),
        wording.say("ledger.findings.caption"),
        List.of(
            Head.text(wording.say("comparison.city"), 24),
            Head.text(wording.say("followup.finding"), 42),
            Head.text(wording.say("followup.state"), 32),
            Head.text(wording.say("ledger.next"), 0)),
        one.findings.stream()
            .filter(wanted)
            .sorted(
                Comparator.comparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Finding::region)
                    .thenComparing(Finding::id))
            .map(
                finding -> {
                  CityPage.FindingRow row = rows.row(finding);
                  return Row.of(
                      Cell.of(names.getOrDefault(finding.region(), wording.cut(finding.region()))),
                      Cell.of(row.name()).below(row.kind()),
                      Cell.of(row.state()).below(row.since(), row.due()),
                      Cell.of(row.next()).below(row.what()));
                })
            .toList(),
        "");
  }

  private String source(IndicatorView indicator) {
    return indicator.clause().isEmpty()
        ? indicator.document()
        : wording.say(
            "indicators.source", "document", indicator.document(), "clause", indicator.clause());
  }

  private String name(String code) {
    return code.isEmpty()
        ? wording.say("ledger.nobody")
        : FindingRows.sentence(wording.word("department", code));
  }

  private String orDash(String text) {
    return text.isEmpty() ? wording.say("indicators.none") : text;
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
