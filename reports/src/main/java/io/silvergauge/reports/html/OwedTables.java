package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a sender still owes: files of periods, evidence, and what would give figures a value. */
final class OwedTables {
  private static final Set<String> WANTING =
      Set.of(Reason.INPUT_MISSING.code(), Reason.INCOMPLETE.code(), Reason.TOO_OLD.code());

  private final Evaluation evaluation;
  private final Wording wording;
  private final List<Row> chased = new ArrayList<>();
  private final List<Row> findings = new ArrayList<>();
  private final List<Row> valueless = new ArrayList<>();

  OwedTables(
      Material material,
      Evaluation.SenderRow sender,
      List<RegionEvaluation> cities,
      Wording wording) {
    this.evaluation = material.evaluation();
    this.wording = wording;
    material.sent().owed().stream()
        .filter(one -> one.sender().equals(sender.code()))
        .forEach(one -> chased.add(chased(one)));
    evaluation.findings().stream()
        .filter(one -> one.region().equals(sender.code()) && one.stillOpen())
        .forEach(one -> findings.add(finding(one, wording.place(sender.name(), sender.code()))));
    for (RegionEvaluation city : cities) {
      String name = wording.place(city.region().name(), city.region().code());
      city.findings().stream()
          .filter(Finding::stillOpen)
          .filter(one -> one.kind().equals(FindingKind.EVIDENCE.code()))
          .forEach(one -> findings.add(finding(one, name)));
      SchemeView scheme = evaluation.scheme().with(city.plan());
      city.indicators().stream()
          .filter(one -> one.reason() != null && WANTING.contains(one.reason()))
          .forEach(one -> valueless.add(valueless(scheme, one, name)));
    }
  }

  /** In a sentence, how much is owed. */
  String summary() {
    return chased.isEmpty() && findings.isEmpty() && valueless.isEmpty()
        ? wording.say("feedback.owed.none")
        : wording.say(
            "feedback.owed.lead",
            "files",
            count(chased.size()),
            "findings",
            count(findings.size()),
            "figures",
            count(valueless.size()));
  }

  Part part() {
    return Part.of(
        "owed",
        wording.say("feedback.owed"),
        List.of(summary()),
        List.of(
            new Grid(
                wording.say("feedback.chase"),
                wording.say("feedback.chase.caption"),
                List.of(
                    Head.text(wording.say("quality.source"), 0),
                    Head.text(wording.say("feedback.period"), 36),
                    Head.text(wording.say("feedback.due"), 36),
                    Head.text(wording.say("feedback.status"), 50)),
                chased,
                ""),
            new Grid(
                wording.say("feedback.findings"),
                wording.say("feedback.findings.caption"),
                List.of(
                    Head.text(wording.say("followup.finding"), 42),
                    Head.text(wording.say("checks.unit"), 24),
                    Head.text(wording.say("followup.state"), 30),
                    Head.text(wording.say("followup.suggestion"), 0)),
                findings,
                ""),
            new Grid(
                wording.say("feedback.valueless"),
                wording.say("feedback.valueless.caption"),
                List.of(
                    Head.text(wording.say("indicators.indicator"), 52),
                    Head.text(wording.say("comparison.city"), 24),
                    Head.text(wording.say("refusals.reason"), 0)),
                valueless,
                "")));
  }

  /** The name of the source of what is owed, where any of its files came; else its id. */
  static String source(Evaluation evaluation, Sent.Owed one, Wording wording) {
    return evaluation.deliveries().stream()
        .filter(delivery -> delivery.source().equals(one.source()))
        .findFirst()
        .map(delivery -> wording.name(delivery.sourceName()))
        .orElse(wording.cut(one.source()));
  }

  private Row chased(Sent.Owed one) {
    return Row.of(
        Cell.of(source(evaluation, one, wording)),
        Cell.of(wording.dates().period(one.period())),
        Cell.of(wording.dates().day(one.due())),
        Cell.of(wording.word("owed", one.status()))
            .below(
                one.daysLate() > 0
                    ? wording.say("feedback.days", "days", count(one.daysLate()))
                    : "",
                one.lacking() > 0
                    ? wording.say(
                        "feedback.lacking", "count", count(one.lacking()), "units", one.units())
                    : ""));
  }

  private Row finding(Finding finding, String about) {
    CityPage.FindingRow row = new FindingRows(wording).row(finding);
    return Row.of(
        Cell.of(row.name()).below(row.kind()),
        Cell.of(about),
        Cell.of(row.state()).below(row.since(), row.due()),
        Cell.of(row.what()).below(row.places(), row.suggestion(), row.next()));
  }

  private Row valueless(SchemeView scheme, IndicatorResult result, String city) {
    return Row.of(
        Cell.of(
            scheme
                .indicator(result.id())
                .map(indicator -> wording.name(indicator.name()))
                .orElse(wording.cut(result.id()))),
        Cell.of(city),
        Cell.of(wording.reason(result.reason()))
            .below(result.detail() == null ? "" : wording.text(result.detail())));
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
