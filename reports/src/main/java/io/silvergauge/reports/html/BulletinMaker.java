package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingState;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the bulletin 季度通报: who moved and why, who newly meets or misses targets, findings opened
 * and closed, what came late or was restated.
 */
final class BulletinMaker {
  /** How many restated values a page lists; all stand in revisions.csv. */
  private static final int LISTED = 100;

  private static final Set<String> OPENED =
      Set.of(FindingState.NEW.code(), FindingState.REOPENED.code());

  private final Evaluation evaluation;
  private final Material material;
  private final Wording wording;
  private final Written written;
  private final Movers movers;
  private final List<Row> findings = new ArrayList<>();
  private final Map<String, List<String>> met = new TreeMap<>();
  private final Map<String, List<String>> missed = new TreeMap<>();
  private final Map<String, String> units = new TreeMap<>();
  private final Map<String, SchemeView.IndicatorView> indicators = new LinkedHashMap<>();

  BulletinMaker(Material material, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.material = material;
    this.wording = wording;
    this.written = written;
    this.movers = new Movers(evaluation, wording, written);
  }

  HandoutPage page() {
    material.cities().forEach(this::add);
    return new HandoutPage(
        new Heads(evaluation, wording)
            .handout(
                new Handout.Bulletin(),
                wording.say(
                    "bulletin.title", "period", wording.dates().period(evaluation.period())),
                List.of(),
                written),
        List.of(movers.part(), targets(), openedAndClosed(), data()));
  }

  private void add(RegionEvaluation city) {
    String code = city.region().code();
    String name = wording.place(city.region().name(), code);
    units.put(code, name);
    city.indicators().stream()
        .flatMap(one -> one.units().stream())
        .forEach(unit -> units.putIfAbsent(unit.code(), wording.place(unit.name(), unit.code())));
    if (movers.add(city)) {
      targets(city, name);
    }
    evaluation
        .scheme()
        .with(city.plan())
        .indicators()
        .forEach(one -> indicators.putIfAbsent(one.id(), one));
    findings.add(
        Row.of(
            city(name, code),
            Cell.of(count(in(city, FindingState.NEW))),
            Cell.of(count(in(city, FindingState.REOPENED))),
            Cell.of(count(in(city, FindingState.CORRECTED))),
            Cell.of(count(city.findings().stream().filter(Finding::stillOpen).count())),
            Cell.of(
                count(
                    city.findings().stream()
                        .filter(one -> one.stillOpen() && one.overdue() != null)
                        .count()))));
  }

  /**
   * A target that is no longer missed is met only where its judgement says so: it may as well have
   * left the plan or be put off.
   */
  private void targets(RegionEvaluation city, String name) {
    for (Finding finding : city.findings()) {
      if (!finding.kind().equals(FindingKind.TARGET.code())) {
        continue;
      }
      if (finding.stillOpen() && OPENED.contains(finding.state())) {
        missed.computeIfAbsent(finding.subject(), key -> new ArrayList<>()).add(name);
      } else if (!finding.stillOpen() && meets(city, finding.subject())) {
        met.computeIfAbsent(finding.subject(), key -> new ArrayList<>()).add(name);
      }
    }
  }

  private static boolean meets(RegionEvaluation city, String indicator) {
    return city.indicators().stream()
        .filter(one -> one.id().equals(indicator) && !Targets.isNotApplicable(one))
        .flatMap(one -> one.judgements().stream())
        .anyMatch(
            one -> one.profile().equals(Profile.PLAN) && one.verdict().equals(Verdict.MET.code()));
  }

  private Part targets() {
    List<Row> rows = new ArrayList<>();
    for (SchemeView.IndicatorView indicator : indicators.values()) {
      List<String> now = met.getOrDefault(indicator.id(), List.of());
      List<String> not = missed.getOrDefault(indicator.id(), List.of());
      if (!now.isEmpty() || !not.isEmpty()) {
        rows.add(
            Row.of(
                Cell.of(wording.name(indicator.name())), Cell.of(names(now)), Cell.of(names(not))));
      }
    }
    return Part.of(
        "targets",
        wording.say("bulletin.targets"),
        List.of(
            wording.say(
                movers.isEmpty()
                    ? "bulletin.first"
                    : rows.isEmpty() ? "bulletin.targets.none" : "bulletin.targets.lead")),
        List.of(
            new Grid(
                "",
                wording.say("bulletin.targets.caption"),
                List.of(
                    Head.text(wording.say("indicators.indicator"), 46),
                    Head.text(wording.say("bulletin.met"), 46),
                    Head.text(wording.say("bulletin.missed"), 0)),
                rows,
                "")));
  }

  private Part openedAndClosed() {
    return Part.of(
        "findings",
        wording.say("bulletin.findings"),
        List.of(),
        List.of(
            new Grid(
                "",
                wording.say("bulletin.findings.caption"),
                List.of(
                    Head.text(wording.say("comparison.city"), 0),
                    Head.number(wording.word("state", FindingState.NEW.code()), 24),
                    Head.number(wording.word("state", FindingState.REOPENED.code()), 24),
                    Head.number(wording.word("state", FindingState.CORRECTED.code()), 24),
                    Head.number(wording.say("ledger.open"), 26),
                    Head.number(wording.say("ledger.overdue"), 24)),
                findings,
                "")));
  }

  private Part data() {
    List<Row> late =
        material.sent().owed().stream()
            .map(
                one ->
                    Row.of(
                        Cell.of(
                            evaluation
                                .sender(one.sender())
                                .map(sender -> wording.place(sender.name(), sender.code()))
                                .orElse(wording.cut(one.sender()))),
                        Cell.of(OwedTables.source(evaluation, one, wording)),
                        Cell.of(wording.dates().period(one.period())),
                        Cell.of(wording.word("owed", one.status()))
                            .below(
                                one.daysLate() > 0
                                    ? wording.say("feedback.days", "days", count(one.daysLate()))
                                    : "")))
            .toList();
    List<Sent.Restated> restated = material.sent().restated();
    return Part.of(
        "data",
        wording.say("bulletin.data"),
        List.of(
            wording.say(
                "bulletin.data.lead",
                "late",
                count(late.size()),
                "restated",
                count(restated.size()))),
        List.of(
            new Grid(
                wording.say("bulletin.late"),
                wording.say("feedback.chase.caption"),
                List.of(
                    Head.text(wording.say("bulletin.sender"), 40),
                    Head.text(wording.say("quality.source"), 0),
                    Head.text(wording.say("feedback.period"), 36),
                    Head.text(wording.say("feedback.status"), 44)),
                late,
                ""),
            new Grid(
                wording.say("bulletin.restated"),
                wording.say("bulletin.restated.caption"),
                List.of(
                    Head.text(wording.say("checks.unit"), 28),
                    Head.text(wording.say("bulletin.statistic"), 0),
                    Head.text(wording.say("feedback.period"), 28),
                    Head.number(wording.say("bulletin.before"), 22),
                    Head.number(wording.say("bulletin.now"), 22),
                    Head.text(wording.say("quality.received"), 44)),
                restated.stream().limit(LISTED).map(this::restated).toList(),
                restated.size() > LISTED
                    ? wording.say(
                        "bulletin.restated.cut",
                        "listed",
                        count(LISTED),
                        "all",
                        count(restated.size()))
                    : "")));
  }

  private Row restated(Sent.Restated one) {
    String statistic =
        evaluation.scheme().statistics().stream()
            .filter(of -> of.id().equals(one.statistic()))
            .findFirst()
            .map(of -> wording.name(of.name()))
            .orElse(wording.cut(one.statistic().isEmpty() ? one.register() : one.statistic()));
    return Row.of(
        Cell.of(units.getOrDefault(one.region(), wording.cut(one.region()))),
        Cell.of(statistic)
            .below(
                one.record().isEmpty() ? "" : wording.cut(one.record()),
                one.field().isEmpty() ? "" : wording.cut(one.field())),
        Cell.of(wording.dates().period(one.period())),
        Cell.of(value(one, one.before())),
        Cell.of(value(one, one.after())),
        Cell.of(wording.dates().day(one.received())).below(one.file()));
  }

  /** Of a statistic a number with its unit or a word for none; of a register as it stands. */
  private String value(Sent.Restated one, String said) {
    if (said.isEmpty()) {
      return wording.say("indicators.none");
    }
    if (!one.field().isEmpty()) {
      return wording.cut(said);
    }
    return !one.statistic().isEmpty() && said.matches("-?[0-9]+(\\.[0-9]+)?")
        ? wording.withUnit(wording.figures().exact(new BigDecimal(said)), one.unit())
        : wording.word("restated", said);
  }

  private Cell city(String name, String code) {
    return Cell.city(name, written.city(code) ? Links.city(code, wording.language()) : "");
  }

  private String names(List<String> cities) {
    return cities.isEmpty() ? wording.say("indicators.none") : wording.list(cities);
  }

  private static long in(RegionEvaluation city, FindingState state) {
    return city.findings().stream().filter(one -> one.state().equals(state.code())).count();
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
